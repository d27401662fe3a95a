import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { problem } from '../common/problems.js';
import { Database, sqlOf } from '../database/database.js';
import { SystemSql } from '../database/system-sql.js';
import { passwordMatches } from './passwords.js';
import type { Login, SessionDto } from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Where a sign-in comes from. */
export interface Device {
  address: string;
  userAgent?: string;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly sessions: SessionsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Signs a person in to one of their teams.
   * @throws Problem `credentials_invalid`, the same for an unknown e-mail and a wrong password; `rate_limited`
   */
  async login({ email, password, membershipId }: Login, device: Device): Promise<SessionDto> {
    const who = await this.throttle.attempt(email, device.address, async () => {
      const [user] = await this.sql.query<{ id: string; password_hash: string }>(
        'user_by_email',
        'select id, password_hash from users where email = $1',
        [email],
      );
      const matches = await passwordMatches(user?.password_hash, password);
      const memberships = user && matches ? await this.sessions.membershipsOf(user.id) : [];
      const membership = membershipId ? memberships.find(({ id }) => id === membershipId) : memberships[0];
      if (!user || !membership) throw problem('credentials_invalid', 'Check both, or reset the password.');
      return { userId: user.id, membershipId: membership.id, passwordHash: user.password_hash };
    });
    const session = await this.db.asSystem('nobody is signed in yet', async (em) => {
      await holdPassword(em, who);
      const { userId, membershipId } = who;
      return this.sessions.openSession(em, { userId, membershipId, userAgent: device.userAgent });
    });
    return this.sessions.describeSession(session);
  }
}

/** A password that was changed while it was being checked opens no session any more. */
async function holdPassword(
  em: EntityManager,
  user: { userId: string; passwordHash: string },
): Promise<void> {
  const sql = 'select 1 from users where id = $1 and password_hash = $2 for share';
  const { rows } = await sqlOf(em).executeQuery(CompiledQuery.raw(sql, [user.userId, user.passwordHash]));
  if (rows.length === 0) throw problem('credentials_invalid', 'Check both, or reset the password.');
}
