import { Injectable } from '@nestjs/common';
import { problem } from '../common/problems.js';
import { Database } from '../database/database.js';
import { SystemSql } from '../database/system-sql.js';
import { passwordMatches } from './passwords.js';
import type { UserPrincipal } from './principal.js';
import type { Login, MeDto, SessionDto } from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Signs a person in to one of their teams.
   * @throws Problem `credentials_invalid`, the same for an unknown e-mail and a wrong password
   */
  async login({ email, password, membershipId }: Login, userAgent?: string): Promise<SessionDto> {
    const [user] = await this.sql.query<{ id: string; password_hash: string }>(
      'user_by_email',
      'select id, password_hash from users where email = $1',
      [email],
    );
    const matches = await passwordMatches(user?.password_hash, password);
    const memberships = user && matches ? await this.sessions.membershipsOf(user.id) : [];
    const membership = membershipId ? memberships.find(({ id }) => id === membershipId) : memberships[0];
    if (!user || !membership) throw problem('credentials_invalid', 'Check both, or reset the password.');
    const session = await this.db.asSystem('nobody is signed in yet', (em) =>
      this.sessions.openSession(em, { userId: user.id, membershipId: membership.id, userAgent }),
    );
    return this.sessions.describeSession(session);
  }

  async me(principal: UserPrincipal): Promise<MeDto> {
    const [user] = await this.sql.query<MeDto['user']>(
      'user_by_id',
      'select id, name, email from users where id = $1',
      [principal.userId],
    );
    const memberships = await this.sessions.membershipsOf(principal.userId);
    return {
      user: user!,
      memberships,
      membership: memberships.find(({ id }) => id === principal.membershipId)!,
    };
  }
}
