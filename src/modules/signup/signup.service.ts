import { Inject, Injectable } from '@nestjs/common';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { wrongCredentials, type Device } from '../../auth/sessions/auth.service.js';
import { hashPassword } from '../../auth/identity/passwords.js';
import { addPerson, holdPassword, People } from '../../auth/identity/people.js';
import { SessionsService } from '../../auth/sessions/sessions.service.js';
import { SignInThrottle } from '../../auth/sessions/sign-in-throttle.js';
import { SignupThrottle } from '../../auth/sessions/signup-throttle.js';
import { problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { toOrganization } from '../organizations/organizations.dto.js';
import { guessPlace } from './guess-place.js';
import { OrganizationOpening } from './organization-opening.service.js';
import type { Signup, SignupSessionDto } from './signup.dto.js';

/** The future owner: an existing person, or a new one whose e-mail may belong to somebody else. */
type Founder = { userId: string; passwordHash: string; isNew: false } | { isNew: true; claimHint?: Buffer };

/**
 * Creates organizations. It must not reveal whether an e-mail has an account: everybody gets an organization and a
 * session, after the same work.
 */
@Injectable()
export class SignupService {
  constructor(
    private readonly db: Database,
    private readonly people: People,
    private readonly sessions: SessionsService,
    private readonly opening: OrganizationOpening,
    private readonly jobs: Jobs,
    private readonly throttle: SignupThrottle,
    private readonly signIns: SignInThrottle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Creates an organization with its owner and its main depot.
   * @throws Problem `signup_closed`, `rate_limited`
   */
  async signup(body: Signup, device: Device, languages?: string): Promise<SignupSessionDto> {
    if (!this.config.SIGNUP_ENABLED)
      throw problem('signup_closed', 'Ask the people who run this Waybill for an invitation.');
    await this.throttle.count(device.address);
    // Counted separately from sign-ins, so that it cannot slow down the e-mail's owner.
    await this.signIns.guess(`signup ${body.email}`, device.address);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.found(body, device, languages);
      } catch (error) {
        // The e-mail was taken concurrently: retry.
        if (!(error instanceof UniqueConstraintViolationException) || attempt === 3) throw error;
      }
    }
  }

  private async found(body: Signup, { userAgent }: Device, languages?: string): Promise<SignupSessionDto> {
    const { guessed, ...place } = guessPlace(body, languages);
    const { person, isKnown, claimHint } = await this.people.find(body.email, body.password);
    const passwordHash = await hashPassword(body.password);
    const founder: Founder = person
      ? { userId: person.id, passwordHash: person.passwordHash, isNew: false }
      : { isNew: true, claimHint: isKnown ? claimHint : undefined };
    const { session, organization } = await this.db.asSystem('the tenant does not exist yet', async (em) => {
      const userId = await this.founderOf(em, founder, body, passwordHash);
      const { membership, organization } = await this.opening.open(em, userId, {
        name: body.organizationName,
        ...place,
      });
      await this.jobs.enqueue(em, 'claimed-emails.mail', { userId });
      const opened = { userId, membershipId: membership.id, userAgent };
      return {
        session: await this.sessions.openSession(em, opened),
        organization: toOrganization(organization),
      };
    });
    return { ...(await this.sessions.describeSession(session)), organization, guessed };
  }

  private async founderOf(
    em: EntityManager,
    founder: Founder,
    { email, name }: Signup,
    passwordHash: string,
  ): Promise<string> {
    if (!founder.isNew) {
      if (!(await holdPassword(em, founder.userId, founder.passwordHash))) throw wrongCredentials();
      return founder.userId;
    }
    const id = uuidv7();
    await addPerson(em, { id, name, email, passwordHash, claimHint: founder.claimHint });
    return id;
  }
}
