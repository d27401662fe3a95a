import { Injectable } from '@nestjs/common';
import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Membership } from '../../auth/identity/membership.entity.js';
import type { Device } from '../../auth/sessions/auth.service.js';
import { hashPassword, newPassword } from '../../auth/identity/passwords.js';
import { addPerson, holdPassword, People } from '../../auth/identity/people.js';
import { hashSecret } from '../../auth/identity/secrets.js';
import type { SessionDto } from '../../auth/sessions/sessions.dto.js';
import { SessionsService } from '../../auth/sessions/sessions.service.js';
import { SignInThrottle } from '../../auth/sessions/sign-in-throttle.js';
import { SignupThrottle } from '../../auth/sessions/signup-throttle.js';
import { invalidField, problem } from '../../common/problems/problems.js';
import { currentContext, runInContext } from '../../common/http/request-context.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { Turns } from '../../common/limits/turns.js';
import { Database } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { Jobs } from '../../jobs/jobs.js';
import { ClientCodes } from '../clients/client-codes.js';
import { Client } from '../clients/client.entity.js';
import { EventLog } from '../events/event-log.js';
import {
  consumeInvitation,
  openInvitationByToken,
  revokeOtherClientInvitations,
  type OpenInvitation,
} from './acceptance.queries.js';
import type { Accept, InvitationOfferDto } from './invitations.dto.js';

/** Who joins: an existing person, or a new one with the chosen password. */
interface Guest {
  id: string;
  name: string;
  passwordHash: string;
  /** Set for a new person. */
  newEmail?: string;
  /** Set when the new person's e-mail belongs to somebody else. */
  claimHint?: Buffer;
}

const invalid = () =>
  problem(
    'invitation_invalid',
    'It was used, revoked or has expired, or the link is incomplete. Ask for a new invitation.',
  );

const wrongPassword = () =>
  problem('credentials_invalid', 'Use the password you sign in with already, or reset it.');

/** The guest's side of an invitation: looking it up and joining. */
@Injectable()
export class AcceptanceService {
  private readonly turns = new Turns();

  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly people: People,
    private readonly sessions: SessionsService,
    private readonly events: EventLog,
    private readonly codes: ClientCodes,
    private readonly throttle: SignInThrottle,
    private readonly signups: SignupThrottle,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Problem `invitation_invalid`, whatever is wrong with it */
  async lookupInvitation(token: string): Promise<InvitationOfferDto> {
    const invitation = await this.open(token);
    return {
      kind: invitation.kind,
      role: invitation.role,
      organization: { name: invitation.organization_name, testMode: invitation.test_mode },
      client: invitation.company_name === null ? null : { companyName: invitation.company_name },
      invitedBy: { name: invitation.invited_by_name },
      email: invitation.email,
      emailIsFixed: invitation.channel === 'email',
      expiresAt: invitation.expires_at.toISOString(),
    };
  }

  /**
   * Joins the team and signs in.
   * @throws Problem `invitation_invalid`, `credentials_invalid`, `already_member`, `validation_failed`,
   * `rate_limited`; the invitation stays valid after all but the first
   */
  async acceptInvitation(body: Accept, device: Device): Promise<SessionDto> {
    // One at a time per token, so that a repeated click finds it used instead of counting as a password
    // guess.
    const turn = hashSecret(body.token).toString('base64');
    return this.turns.take(turn, async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.accept(body, device);
        } catch (error) {
          // The e-mail, membership or Client ID was taken concurrently: retry.
          if (!(error instanceof UniqueConstraintViolationException) || attempt === 3) throw error;
        }
      }
    });
  }

  private async accept(body: Accept, device: Device): Promise<SessionDto> {
    const invitation = await this.open(body.token);
    const email = addressOf(invitation, body);
    if (!provesEmail(invitation)) await this.signups.count(device.address);
    const guest = await this.throttle.attempt(
      email,
      device.address,
      () => this.guestOf(invitation, email, body),
      ({ newEmail }) => newEmail === undefined || provesEmail(invitation),
    );
    const session = await this.join(invitation, guest, body.token, device.userAgent);
    return this.sessions.describeSession(session);
  }

  private async open(token: string): Promise<OpenInvitation> {
    const invitation = await openInvitationByToken(this.sql, token);
    if (!invitation) throw invalid();
    return invitation;
  }

  private async guestOf(invitation: OpenInvitation, email: string, body: Accept): Promise<Guest> {
    const { person, isKnown, claimHint } = await this.people.find(email, body.password);
    if (person) return person;
    const refusal = this.refusalOf(invitation, body.password, isKnown);
    if (refusal) {
      await this.open(body.token);
      throw refusal;
    }
    const passwordHash = await hashPassword(body.password);
    return {
      id: uuidv7(),
      name: body.name,
      passwordHash,
      newEmail: email,
      claimHint: isKnown ? claimHint : undefined,
    };
  }

  /**
   * Whoever received the mail owns the e-mail and may learn that it has an account. Whoever holds a link must
   * not probe e-mails with it: with an acceptable password they join, as a person separate from the e-mail's
   * owner.
   */
  private refusalOf(invitation: OpenInvitation, password: string, isKnown: boolean) {
    const mayLearn = isKnown && provesEmail(invitation);
    const rules = newPassword.safeParse(password);
    if (!rules.success && !mayLearn)
      return validationProblem(
        rules.error.issues.map((issue) => ({ ...issue, path: ['password', ...issue.path] })),
      );
    return mayLearn ? wrongPassword() : undefined;
  }

  private join(invitation: OpenInvitation, guest: Guest, token: string, userAgent?: string) {
    const actor = { kind: 'user', id: guest.id, name: guest.name } as const;
    return runInContext({ ...currentContext()!, actor }, () =>
      this.db.asSystem('the guest is in no team yet', async (em) => {
        const client = await this.joinedClient(em, invitation);
        if (!(await consumeInvitation(em, token, guest.id))) throw invalid();
        const membership = await this.addMember(em, invitation, guest);
        if (client) await this.activate(em, client, invitation);
        await this.events.append(em, {
          type: 'member.joined',
          organizationId: invitation.organization_id,
          clientId: invitation.client_id,
          audience: invitation.client_id ? 'client' : 'organization',
          data: { memberId: membership.id, role: membership.role, invitationId: invitation.id },
        });
        return this.sessions.openSession(em, { userId: guest.id, membershipId: membership.id, userAgent });
      }),
    );
  }

  /** Locks the client first, always in this order, against archiving and against a second first user. */
  private async joinedClient(
    em: EntityManager,
    { client_id, organization_id, kind }: OpenInvitation,
  ): Promise<Client | undefined> {
    if (client_id === null) return undefined;
    const client = await em.findOneOrFail(
      Client,
      { id: client_id, organizationId: organization_id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (client.status !== (kind === 'client' ? 'invited' : 'active')) throw invalid();
    return client;
  }

  private async addMember(em: EntityManager, invitation: OpenInvitation, guest: Guest): Promise<Membership> {
    const { organization_id, client_id, role } = invitation;
    if (guest.newEmail) await this.addGuest(em, invitation, guest, guest.newEmail);
    else if (!(await holdPassword(em, guest.id, guest.passwordHash))) throw wrongPassword();
    const place = { user: guest.id, organizationId: organization_id, clientId: client_id };
    if ((await em.count(Membership, place)) > 0)
      throw problem('already_member', 'You are in this team already. Sign in.');
    const membership = em.create(Membership, { ...place, role });
    await em.flush();
    return membership;
  }

  /** Nobody is mailed of a sandbox's people: in its outbox the mail would tell whose e-mails have an account. */
  private async addGuest(
    em: EntityManager,
    { test_mode }: OpenInvitation,
    guest: Guest,
    email: string,
  ): Promise<void> {
    const { id, name, passwordHash, claimHint } = guest;
    await addPerson(em, { id, name, passwordHash, email, claimHint });
    if (!test_mode) await this.jobs.enqueue(em, 'claimed-emails.mail', { userId: id });
  }

  private async activate(em: EntityManager, client: Client, { kind, id }: OpenInvitation): Promise<void> {
    if (kind !== 'client') return;
    client.status = 'active';
    client.clientCode = this.codes.next();
    await em.flush();
    await revokeOtherClientInvitations(em, client.id, id);
    await this.events.append(em, {
      type: 'client.activated',
      organizationId: client.organizationId,
      clientId: client.id,
      data: { clientCode: client.clientCode },
    });
  }
}

/** Whether whoever holds it has got a mail to its e-mail. */
const provesEmail = ({ channel, test_mode }: OpenInvitation) => channel === 'email' && !test_mode;

/** A mailed invitation works for its address only; a link works for anyone. */
function addressOf({ channel, email }: OpenInvitation, body: Accept): string {
  if (channel === 'email' && body.email !== undefined && body.email !== email)
    throw invalidField(
      '/email',
      'email_mismatch',
      'is not the one this invitation was sent to; leave it out',
    );
  const address = channel === 'email' ? email : (body.email ?? email);
  if (!address) throw invalidField('/email', 'required', 'is required, as this invitation names none');
  return address;
}
