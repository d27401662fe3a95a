import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../../config.js';
import { SystemSql } from '../../../../../database/tenancy/system-sql.js';
import { Jobs } from '../../../../../jobs/jobs.js';
import { Mailer } from '../../../../../mail/mailer.js';
import { dataRequestMail } from '../../../../../mail/templates/data-request.js';

const ownersSql = `
  select u.id, u.email, u.name, r.organization_id as "organizationId", r.shop, r.due_at as "dueAt"
    from shopify_data_requests r
    join memberships m on m.organization_id = r.organization_id and m.client_id = r.client_id
    join users u on u.id = m.user_id
   where r.id = $1 and r.state = 'ready' and m.role = 'owner'`;

interface Owner {
  id: string;
  email: string;
  name: string;
  organizationId: string;
  shop: string;
  dueAt: Date;
}

/** Tells owners that a customer’s file is ready. */
@Injectable()
export class DataRequestMails implements OnModuleInit {
  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify-data-requests.mail', ({ dataRequestId }) => this.mail(dataRequestId));
  }

  private async mail(id: string): Promise<void> {
    for (const owner of await this.sql.query<Owner>('data_request_owners', ownersSql, [id])) {
      const dueOn = owner.dueAt.toISOString().slice(0, 10);
      const mail = dataRequestMail({ ...owner, id, dueOn, docsUrl: `${this.config.PUBLIC_URL}/docs` });
      const messageId = `shopify-data-request-${id}-${owner.id}`;
      await this.mailer.send({ ...mail, onBehalfOf: owner.organizationId, to: owner.email, messageId });
    }
  }
}
