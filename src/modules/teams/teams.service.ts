import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clientRoles, Membership, organizationRoles } from '../../auth/identity/membership.entity.js';
import { roleAllows, type Permission } from '../../auth/access/permissions.js';
import type { Principal, UserPrincipal } from '../../auth/access/principal.js';
import { assertFresh } from '../../common/http/etag.js';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { clientIdOf } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import { EventLog } from '../events/event-log.js';
import type { EventData, EventType } from '../events/event-map.js';
import { toMember, type MemberDto, type TeamMemberDto, type UpdateMember } from './members.dto.js';
import { listMembers } from './members.queries.js';
import { endInvitationsOf, endKeysOf, waysInOf } from './ways-in.queries.js';

const ownerFirst = () =>
  problem('owner_required', 'This is the owner. Transfer the ownership to another member first.');

/** The caller's own team. It always has exactly one owner, which the table enforces too. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
  ) {}

  /** Newest first. */
  async listTeamMembers(caller: Principal, query: { limit: number; cursor?: string }) {
    const { organizationId } = caller.scope;
    const clientId = clientIdOf(caller.scope);
    return this.db.transaction(async (em) => {
      const page = await listMembers(em, clientId, query);
      const people = page.items.map(({ userId }) => userId);
      const waysIn = await waysInOf(em, { organizationId, clientId }, people);
      const items = page.items.map((member): TeamMemberDto => ({
        ...member,
        removalEnds: waysIn.get(member.userId)!,
      }));
      return { ...page, items };
    });
  }

  /** The members of one team the caller may see: a client's, or the organization's own when null. */
  async listMembers(clientId: string | null, query: { limit: number; cursor?: string }) {
    return this.db.transaction((em) => listMembers(em, clientId, query));
  }

  /** @throws Problem `not_found`, `owner_required`, `validation_failed` for a role the team does not have */
  async updateTeamMember(id: string, { role }: UpdateMember, caller: Principal): Promise<MemberDto> {
    const roles: readonly string[] = caller.scope.audience === 'client' ? clientRoles : organizationRoles;
    if (!roles.includes(role))
      throw invalidField('/role', 'invalid_value', `must be one of ${roles.slice(1).join(', ')}`);
    return this.db.transaction(async (em) => {
      const [member] = await this.hold(em, caller.scope, [id]);
      if (!member) throw notFound();
      assertFresh(member);
      if (member.role === 'owner') throw ownerFirst();
      const from = member.role;
      member.role = role;
      await em.flush();
      if (from !== role)
        await this.record(em, caller.scope, 'member.role_changed', { ...named(member), from, to: role });
      await this.endWaysIn(em, caller.scope, member, role);
      return this.describe(em, member);
    });
  }

  /**
   * Deletes a membership, revokes its ways back into the team and, by cascade, ends its sessions.
   * @throws Problem `not_found`, `owner_required`
   */
  async removeTeamMember(id: string, caller: Principal): Promise<void> {
    await this.db.transaction(async (em) => {
      const [member] = await this.hold(em, caller.scope, [id]);
      if (!member) throw notFound();
      assertFresh(member);
      if (member.role === 'owner') throw ownerFirst();
      await this.record(em, caller.scope, 'member.left', { ...named(member), role: member.role });
      await this.endWaysIn(em, caller.scope, member);
      await em.nativeDelete(Membership, { id });
    });
  }

  /**
   * Makes another member the owner; the previous owner becomes an admin.
   * @throws Problem `not_found`, `permission_denied` when the caller is no longer the owner
   */
  async transferOwnership(memberId: string, caller: UserPrincipal): Promise<MemberDto> {
    return this.db.transaction(async (em) => {
      const held = await this.hold(em, caller.scope, [caller.membershipId, memberId]);
      const owner = held.find(({ id }) => id === caller.membershipId);
      const heir = held.find(({ id }) => id === memberId);
      if (owner?.role !== 'owner')
        throw problem('permission_denied', 'You are not the owner any more; ask the new one.');
      if (!heir) throw notFound();
      if (heir === owner) return this.describe(em, owner);
      owner.role = 'admin';
      await em.flush();
      heir.role = 'owner';
      await em.flush();
      await this.record(em, caller.scope, 'team.ownership_transferred', { from: owner.id, to: heir.id });
      return this.describe(em, heir);
    });
  }

  /** Members of the caller's team, locked in the order of their ids, so that two callers cannot deadlock. */
  private hold(em: EntityManager, scope: TenantScope, ids: string[]): Promise<Membership[]> {
    return em.find(
      Membership,
      { id: { $in: ids }, clientId: clientIdOf(scope) },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
  }

  /**
   * Somebody who leaves must keep no way in; somebody whose role changes, none that the new `role` could not
   * create. Keys first: what a key is creating right now is committed once its lock is granted.
   */
  private async endWaysIn(
    em: EntityManager,
    scope: TenantScope,
    member: Membership,
    role?: string,
  ): Promise<void> {
    const may = (permission: Permission) =>
      role !== undefined && roleAllows(scope.audience, role, permission);
    const keys = may('api-keys:manage') ? [] : await endKeysOf(em, member);
    for (const { id, name, scopes } of keys)
      await this.record(em, scope, 'api_key.revoked', { apiKeyId: id, name, scopes });
    const kinds = (['client', 'member'] as const).filter(
      (kind) => !may(kind === 'member' ? 'team:write' : 'invitations:write'),
    );
    for (const { id, client_id: clientId, ...invitation } of await endInvitationsOf(em, member, kinds))
      await this.record(em, { ...scope, clientId }, 'invitation.revoked', {
        invitationId: id,
        ...invitation,
      });
  }

  private async describe(em: EntityManager, member: Membership): Promise<MemberDto> {
    await em.populate(member, ['user']);
    return toMember(member);
  }

  private record<Type extends EventType>(
    em: EntityManager,
    { audience, organizationId, clientId = null }: TeamPlace,
    type: Type,
    data: EventData<Type>,
  ): Promise<void> {
    return this.events.append(em, { type, organizationId, clientId, audience, data });
  }
}

/** Which audit trail an event belongs to. */
type TeamPlace = Pick<TenantScope, 'audience' | 'organizationId'> & { clientId?: string | null };

function named({ id, user }: Membership) {
  return { memberId: id, userId: user.id };
}
