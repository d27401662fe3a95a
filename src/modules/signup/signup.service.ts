import { Inject, Injectable } from '@nestjs/common';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Membership } from '../../auth/membership.entity.js';
import { hashPassword } from '../../auth/passwords.js';
import type { SessionDto } from '../../auth/sessions.dto.js';
import { SessionsService } from '../../auth/sessions.service.js';
import { User } from '../../auth/user.entity.js';
import { problem } from '../../common/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import { Organization } from '../organizations/organization.entity.js';
import type { Signup } from './signup.controller.js';

@Injectable()
export class SignupService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionsService,
    private readonly events: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes an organization with its owner and its main depot.
   * @throws Problem `signup_closed`, `email_taken`
   */
  async signup({ organizationName, name, email, password }: Signup, userAgent?: string): Promise<SessionDto> {
    if (!this.config.SIGNUP_ENABLED)
      throw problem('signup_closed', 'Ask the people who run this Waybill for an invitation.');
    const passwordHash = await hashPassword(password);
    const session = await this.db
      .asSystem('the tenant does not exist yet', async (em) => {
        const user = em.create(User, { email, name, passwordHash });
        const organization = em.create(Organization, { name: organizationName });
        await em.flush();
        const membership = em.create(Membership, { user, organizationId: organization.id, role: 'owner' });
        em.create(Depot, {
          organizationId: organization.id,
          name: 'Main depot',
          timezone: organization.timezone,
          isMain: true,
        });
        await em.flush();
        await this.events.append(em, {
          type: 'organization.created',
          organizationId: organization.id,
          clientId: null,
          audience: 'organization',
          data: {},
        });
        return this.sessions.openSession(em, { userId: user.id, membershipId: membership.id, userAgent });
      })
      .catch((error: unknown) => {
        if (error instanceof UniqueConstraintViolationException)
          throw problem('email_taken', 'Sign in with it, or use another one.');
        throw error;
      });
    return this.sessions.describeSession(session);
  }
}
