import { Injectable } from '@nestjs/common';
import { withVersion, assertFresh } from '../../common/http/etag.js';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { hashPassword, passwordMatches } from '../identity/passwords.js';
import { People } from '../identity/people.js';
import type { UserPrincipal } from '../access/principal.js';
import type { ChangePassword, MeDto, UpdateMe } from './account.dto.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { setPassword } from './set-password.js';
import { SignInThrottle } from '../sessions/sign-in-throttle.js';
import { User } from '../identity/user.entity.js';

/** What people do with their own account, independent of the team they are signed in to. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly people: People,
    private readonly sessions: SessionsService,
    private readonly throttle: SignInThrottle,
  ) {}

  async getMe(principal: UserPrincipal): Promise<MeDto> {
    const [user] = await this.sql.query<MeDto['user'] & { version: number }>(
      'me_by_id',
      'select id, name, coalesce(claimed_email, email) as email, version from users where id = $1',
      [principal.userId],
    );
    const { version, ...person } = user!;
    const memberships = await this.sessions.membershipsOf(principal.userId);
    const membership = memberships.find(({ id }) => id === principal.membershipId)!;
    return withVersion({ user: person, memberships, membership }, version);
  }

  async updateMe(principal: UserPrincipal, { name }: UpdateMe): Promise<MeDto> {
    await this.db.asSystem('a person belongs to no tenant', async (em) => {
      const user = await em.findOneOrFail(User, { id: principal.userId });
      assertFresh(user);
      if (name !== undefined) user.name = name;
    });
    return this.getMe(principal);
  }

  /**
   * Changes the password and ends the person's other sessions.
   * @throws Problem `credentials_invalid` when the current password is wrong; `rate_limited`
   */
  async changePassword(
    principal: UserPrincipal,
    { currentPassword, password }: ChangePassword,
    address: string,
  ): Promise<void> {
    const [user] = await this.sql.query<{ email: string; is_claim: boolean; password_hash: string }>(
      'password_by_id',
      'select coalesce(claimed_email, email) as email, claimed_email is not null as is_claim, password_hash from users where id = $1',
      [principal.userId],
    );
    await this.throttle.attempt(user!.email, address, async () => {
      if (!(await passwordMatches(user!.password_hash, currentPassword))) throw wrongPassword();
    });
    const passwordHash = await hashPassword(password);
    const changed = await this.db.asSystem('a person belongs to no tenant', (em) =>
      setPassword(em, {
        userId: principal.userId,
        passwordHash,
        previousHash: user!.password_hash,
        claimHint: user!.is_claim ? this.people.claimHint(user!.email, password) : undefined,
        keepSessionId: principal.sessionId,
      }),
    );
    if (!changed) throw wrongPassword();
  }
}

const wrongPassword = () => problem('credentials_invalid', 'The current password is another one.');
