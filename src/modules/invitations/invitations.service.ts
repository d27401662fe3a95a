import { Injectable } from '@nestjs/common';
import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { clientRoles, Membership, organizationRoles } from '../../auth/identity/membership.entity.js';
import { actorOf, mayDo, tenantKey, type Principal } from '../../auth/access/principal.js';
import { hashSecret } from '../../auth/identity/secrets.js';
import { HourlyCounts } from '../../auth/sessions/hourly-counts.js';
import { holdStanding } from '../../auth/access/standing.js';
import { ListPages } from '../../common/cursor.js';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { Jobs } from '../../jobs/jobs.js';
import { Client } from '../clients/client.entity.js';
import { EventLog } from '../events/event-log.js';
import { InvitationTokens } from './invitation-tokens.js';
import { Invitation } from './invitation.entity.js';
import {
  toInvitation,
  type CreateInvitation,
  type InvitationDto,
  type InvitationQuery,
  type InvitationStatus,
  type InviteClient,
  type InviteMember,
} from './invitations.dto.js';

/** Mails of one team in an hour: teams are free to open, and the mailboxes are strangers'. */
const mailsPerHour = { toOneAddress: 5, together: 1_000 };

type NewInvitation = Pick<Invitation, 'kind' | 'channel' | 'role' | 'clientId'> & { email?: string | null };

const pages = new ListPages('invitations', byAge);

/** Creates, renews and revokes invitations; {@link AcceptanceService} is the guest's side. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
    private readonly tokens: InvitationTokens,
    private readonly counts: HourlyCounts,
  ) {}

  /** Newest first. */
  async listInvitations({ limit, cursor, ...filters }: InvitationQuery) {
    const after = pages.decode(cursor, filters);
    const { status, ...same } = filters;
    const invitations = await this.db.transaction((em) =>
      em.find(
        Invitation,
        {
          $and: [same, status ? withStatus(status, new Date()) : {}, olderThan(after)],
        },
        { orderBy: newestFirst, limit: limit + 1 },
      ),
    );
    return pages.page(invitations, limit, filters, ageOf, (invitation) => toInvitation(invitation));
  }

  /**
   * @throws Problem `permission_denied`, `already_member`, `client_already_active`, `client_archived`,
   * `validation_failed` for a role the team does not have
   */
  async createInvitation(body: CreateInvitation, caller: Principal): Promise<InvitationDto> {
    return body.kind === 'client' ? this.inviteClient(body, caller) : this.inviteMember(body, caller);
  }

  /** Invites the first user of a client, who becomes its owner. */
  async inviteClient({ clientId, channel, email }: InviteClient, caller: Principal): Promise<InvitationDto> {
    if (caller.scope.audience !== 'organization') {
      throw problem('permission_denied', 'Only the delivery company invites clients. Invite a `member`.');
    }
    return this.db.transaction(async (em) => {
      const client = await em.findOne(Client, { id: clientId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!client) throw notFound();
      assertAwaited(client);
      const address = email ?? (channel === 'email' ? client.contactEmail : null);
      if (channel === 'email' && !address) {
        throw invalidField('/email', 'required', 'is needed, as the client has no contact e-mail');
      }
      return this.invite(em, { kind: 'client', channel, email: address, clientId, role: 'owner' }, caller);
    });
  }

  private async inviteMember(
    { channel, email, role }: InviteMember,
    caller: Principal,
  ): Promise<InvitationDto> {
    const { scope } = caller;
    assertMayInviteMembers(caller);
    const roles: readonly string[] = scope.audience === 'client' ? clientRoles : organizationRoles;
    if (!roles.includes(role)) {
      throw invalidField('/role', 'invalid_value', `must be one of ${roles.slice(1).join(', ')}`);
    }
    const clientId = scope.audience === 'client' ? scope.clientId : null;
    return this.db.transaction(async (em) => {
      if (email && (await em.count(Membership, { clientId, user: { email } })) > 0)
        throw problem('already_member', 'This e-mail belongs to a member of your team already.');
      return this.invite(em, { kind: 'member', channel, email, clientId, role }, caller);
    });
  }

  /**
   * Makes a new token, sends it the way the first was sent, and invalidates the previous one.
   * @throws Problem `not_found`, `invitation_not_pending`, `permission_denied`, `client_archived`
   */
  async resendInvitation(id: string, caller: Principal): Promise<InvitationDto> {
    return this.db.transaction(async (em) => {
      // Locked before the invitation, in the same order as a removal.
      const standing = await holdStanding(em, caller, 'invitations:write');
      const invitation = await this.openInvitation(em, id, standing);
      if (invitation.kind === 'client')
        assertAwaited(await em.findOneOrFail(Client, { id: invitation.clientId! }));
      invitation.generation += 1;
      invitation.tokenHash = hashSecret(this.tokens.tokenOf(invitation));
      invitation.expiresAt = this.tokens.expiry();
      // Whoever made the latest link holds it: it ends when they leave.
      if (invitation.channel === 'link') {
        const { id: invitedBy, name } = actorOf(caller);
        Object.assign(invitation, { invitedBy: invitedBy!, invitedByName: name! });
      }
      await em.flush();
      await this.record(em, 'invitation.resent', invitation);
      return this.handOver(em, invitation, caller);
    });
  }

  /** @throws Problem `not_found`, `invitation_not_pending`, `permission_denied` */
  async revokeInvitation(id: string, caller: Principal): Promise<void> {
    await this.db.transaction(async (em) => {
      const invitation = await this.openInvitation(em, id, caller);
      invitation.revokedAt = new Date();
      await em.flush();
      await this.record(em, 'invitation.revoked', invitation);
    });
  }

  private async invite(em: EntityManager, wanted: NewInvitation, caller: Principal): Promise<InvitationDto> {
    await holdStanding(em, caller, wanted.kind === 'member' ? 'team:write' : 'invitations:write');
    const { id: invitedBy, name } = actorOf(caller);
    const id = uuidv7();
    const invitation = em.create(Invitation, {
      ...wanted,
      id,
      organizationId: caller.scope.organizationId,
      tokenHash: hashSecret(this.tokens.tokenOf({ id, generation: 1 })),
      generation: 1,
      invitedBy: invitedBy!,
      invitedByName: name!,
      expiresAt: this.tokens.expiry(),
    });
    await em.flush();
    await this.record(em, 'invitation.created', invitation);
    return this.handOver(em, invitation, caller);
  }

  /** Mails the link, or returns it for the caller to pass on. */
  private async handOver(
    em: EntityManager,
    invitation: Invitation,
    { scope }: Principal,
  ): Promise<InvitationDto> {
    const { id, generation, organizationId, clientId } = invitation;
    if (invitation.channel === 'link') return toInvitation(invitation, this.tokens.urlOf(invitation));
    await this.countMail(tenantKey(scope), invitation.email!);
    await this.jobs.enqueue(
      em,
      'invitations.mail',
      { invitationId: id, generation },
      { tenant: clientId ?? organizationId },
    );
    return toInvitation(invitation);
  }

  private async countMail(team: string, email: string): Promise<void> {
    const { toOneAddress, together } = mailsPerHour;
    const tooMany = `Your team sent ${toOneAddress} invitations to this address within an hour; perhaps they are in its spam folder.`;
    await this.counts.count(['invitation mail', team, email], toOneAddress, tooMany);
    await this.counts.count(['invitation mails', team], together, 'Your team sent very many invitations.');
  }

  /** An invitation that is neither used nor revoked, locked until the transaction ends. */
  private async openInvitation(em: EntityManager, id: string, caller: Principal): Promise<Invitation> {
    const invitation = await em.findOne(Invitation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!invitation) throw notFound();
    if (invitation.kind === 'member') assertMayInviteMembers(caller);
    if (invitation.acceptedAt || invitation.revokedAt) {
      throw problem('invitation_not_pending', 'It was accepted or revoked. Make a new invitation.');
    }
    return invitation;
  }

  private record(
    em: EntityManager,
    type: 'invitation.created' | 'invitation.resent' | 'invitation.revoked',
    { id, organizationId, clientId, kind, role, channel }: Invitation,
  ): Promise<void> {
    return this.events.append(em, {
      type,
      organizationId,
      clientId: clientId ?? null,
      audience: clientId && kind === 'member' ? 'client' : 'organization',
      data: { invitationId: id, kind, role, channel },
    });
  }
}

/** Dispatchers invite clients; inviting to one's own team takes a manager. */
function assertMayInviteMembers(caller: Principal): void {
  if (!mayDo(caller, 'team:write'))
    throw problem('permission_denied', 'Ask an owner or admin of your team to do this.');
}

/** @throws Problem `client_already_active`, `client_archived` */
function assertAwaited({ status }: Client): void {
  if (status === 'active')
    throw problem('client_already_active', 'Its owner and admins invite further people themselves.');
  if (status === 'archived') throw problem('client_archived', 'Restore the client before you invite it.');
}

function withStatus(status: InvitationStatus, now: Date): FilterQuery<Invitation> {
  switch (status) {
    case 'accepted':
      return { acceptedAt: { $ne: null } };
    case 'revoked':
      return { acceptedAt: null, revokedAt: { $ne: null } };
    case 'pending':
      return { acceptedAt: null, revokedAt: null, expiresAt: { $gt: now } };
    case 'expired':
      return { acceptedAt: null, revokedAt: null, expiresAt: { $lte: now } };
  }
}
