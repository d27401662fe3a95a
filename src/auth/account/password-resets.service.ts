import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CompiledQuery } from 'kysely';
import { v7 as uuidv7, validate } from 'uuid';
import { problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { Database, sqlOf } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { Jobs } from '../../jobs/jobs.js';
import { Mailer } from '../../mail/mailer.js';
import { passwordResetMail } from '../../mail/templates/password-reset.js';
import type { ConfirmReset } from './account.dto.js';
import { hashPassword } from '../identity/passwords.js';
import { derivedSecret, sameSecret } from '../identity/secrets.js';
import { setPassword } from './set-password.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.js';

/** Mails to one person within the lifetime of a reset; more would only flood the mailbox. */
const mailsPerHour = 5;

/** For an unknown e-mail the same rows are written, for no user. */
const requestSql = `
  insert into password_resets (id, user_id, created_at, expires_at)
  values ($1, coalesce((select id from users where email = $2 and claimed_email is null), '00000000-0000-0000-0000-000000000000'), now(), now() + interval '1 hour')`;

const mailSql = `
  select u.name, u.email from password_resets r join users u on u.id = r.user_id
   where r.id = $1 and r.used_at is null and r.expires_at > now()
     and (select count(*) from password_resets o
           where o.user_id = r.user_id and o.id < r.id and o.created_at > now() - interval '1 hour') < ${mailsPerHour}`;

const consumeSql = `
  update password_resets r set used_at = now() from users u
   where r.id = $1 and r.used_at is null and r.expires_at > now() and u.id = r.user_id
  returning u.id, u.email`;

/** Password resets by mail. Tokens are derived from their row's id, so no copy is stored. */
@Injectable()
export class PasswordResetsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly throttle: SignInThrottle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('password-resets.mail', ({ passwordResetId }) => this.mail(passwordResetId));
  }

  /** Does the same work whether or not the e-mail is known; the job decides whether to send a mail. */
  async requestReset(email: string): Promise<void> {
    const passwordResetId = uuidv7();
    await this.db.asSystem('nobody is signed in', async (em) => {
      await sqlOf(em).executeQuery(CompiledQuery.raw(requestSql, [passwordResetId, email]));
      await this.jobs.enqueue(em, 'password-resets.mail', { passwordResetId });
    });
  }

  /**
   * Sets the password and ends all sessions of the person.
   * @throws Problem `token_invalid`, the same for an unknown, used or expired token
   */
  async confirmReset({ token, password }: ConfirmReset, address: string): Promise<void> {
    const [id = '', secret = ''] = token.split('.');
    if (!validate(id) || !sameSecret(secret, this.secretOf(id))) throw invalidToken();
    const passwordHash = await hashPassword(password);
    const email = await this.db.asSystem('the token names its own person', async (em) => {
      const { rows } = await sqlOf(em).executeQuery<{ id: string; email: string }>(
        CompiledQuery.raw(consumeSql, [id]),
      );
      const [user] = rows;
      if (!user) throw invalidToken();
      await setPassword(em, { userId: user.id, passwordHash });
      return user.email;
    });
    await this.throttle.welcome(email, address);
  }

  private async mail(id: string): Promise<void> {
    const [person] = await this.sql.query<{ name: string; email: string }>('reset_mail', mailSql, [id]);
    if (!person) return;
    const url = `${this.config.PUBLIC_URL}/password-reset?token=${id}.${this.secretOf(id)}`;
    const mail = passwordResetMail({ name: person.name, url });
    const messageId = `password-reset-${id}`;
    await this.mailer.send({ ...mail, onBehalfOf: null, to: person.email, messageId });
  }

  private secretOf(id: string): string {
    return derivedSecret(this.config.JWT_SECRET, 'password-reset', id.toLowerCase());
  }
}

const invalidToken = () =>
  problem('token_invalid', 'The link was used, has expired or is incomplete. Ask for a new one.');
