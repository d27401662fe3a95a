import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { Jobs } from '../../jobs/jobs.js';
import { Mailer } from '../../mail/mailer.js';
import { claimedEmailMail } from '../../mail/templates/claimed-email.js';

/** Mails to one person a day; more would only flood the mailbox. */
const mailsPerDay = 3;

/** Whose e-mail a new person claimed; nobody's, for most. */
const ownerSql = `
  select o.name, o.email from users u join users o on o.email = u.claimed_email
   where u.id = $1
     and (select count(*) from users e where e.claimed_email = u.claimed_email and e.id < u.id
             and e.created_at > u.created_at - interval '1 day') < ${mailsPerDay}`;

/** Tells people that somebody signed up, or joined a team, with their e-mail. */
@Injectable()
export class ClaimedEmailsJobs implements OnModuleInit {
  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('claimed-emails.mail', ({ userId }) => this.mail(userId));
  }

  private async mail(userId: string): Promise<void> {
    const [owner] = await this.sql.query<{ name: string; email: string }>('claimed_email', ownerSql, [
      userId,
    ]);
    if (!owner) return;
    const mail = claimedEmailMail({ name: owner.name, url: `${this.config.PUBLIC_URL}/docs` });
    const messageId = `claimed-email-${userId}`;
    await this.mailer.send({ ...mail, onBehalfOf: null, to: owner.email, messageId });
  }
}
