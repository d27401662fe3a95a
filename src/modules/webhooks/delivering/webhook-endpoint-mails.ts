import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import { SystemSql } from '../../../database/tenancy/system-sql.js';
import { Jobs } from '../../../jobs/jobs.js';
import { Mailer } from '../../../mail/mailer.js';
import { webhookDisabledMail } from '../../../mail/templates/webhook-disabled.js';

/** The owners of the endpoint's team; nobody when it is enabled again, or gone. */
const ownersSql = `
  select u.id, u.email, u.name, p.organization_id as "organizationId", p.url, p.disabled_reason as reason, p.disabled_at as "disabledAt"
    from webhook_endpoints p
    join memberships m on m.organization_id = p.organization_id and m.client_id is not distinct from p.client_id
    join users u on u.id = m.user_id
   where p.id = $1 and m.role = 'owner' and p.disabled_reason in ('gone', 'failing')`;

interface Owner {
  id: string;
  email: string;
  name: string;
  organizationId: string;
  url: string;
  reason: 'gone' | 'failing';
  disabledAt: Date;
}

/** Tells owners that nothing is sent to an endpoint any more. */
@Injectable()
export class WebhookEndpointMails implements OnModuleInit {
  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('webhook-endpoints.mail', ({ endpointId }) => this.mail(endpointId));
  }

  private async mail(endpointId: string): Promise<void> {
    for (const owner of await this.sql.query<Owner>('webhook_owners', ownersSql, [endpointId])) {
      const mail = webhookDisabledMail({ ...owner, docsUrl: `${this.config.PUBLIC_URL}/docs` });
      const messageId = `webhook-disabled-${endpointId}-${owner.disabledAt.getTime()}-${owner.id}`;
      await this.mailer.send({ ...mail, onBehalfOf: owner.organizationId, to: owner.email, messageId });
    }
  }
}
