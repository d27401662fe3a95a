import { Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { holdPassword, People } from '../identity/people.js';
import type { Login, SessionDto } from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** The device a sign-in comes from. */
export interface Device {
  address: string;
  userAgent?: string;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly sessions: SessionsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Signs a person in to one of their teams.
   * @throws Problem `credentials_invalid`, the same for an unknown e-mail and a wrong password; `rate_limited`
   */
  async login({ email, password, membershipId }: Login, device: Device): Promise<SessionDto> {
    const who = await this.throttle.attempt(email, device.address, async () => {
      const { person } = await this.people.find(email, password);
      const memberships = person ? await this.sessions.membershipsOf(person.id) : [];
      const membership = membershipId ? memberships.find(({ id }) => id === membershipId) : memberships[0];
      if (!person || !membership) throw wrongCredentials();
      return { userId: person.id, membershipId: membership.id, passwordHash: person.passwordHash };
    });
    const session = await this.db.asSystem('nobody is signed in yet', async (em) => {
      const { userId, membershipId, passwordHash } = who;
      if (!(await holdPassword(em, userId, passwordHash))) throw wrongCredentials();
      return this.sessions.openSession(em, { userId, membershipId, userAgent: device.userAgent });
    });
    return this.sessions.describeSession(session);
  }
}

/** The same for an unknown e-mail and for a wrong password. */
export const wrongCredentials = () =>
  problem('credentials_invalid', 'The e-mail or the password is wrong. Check both, or reset the password.');
