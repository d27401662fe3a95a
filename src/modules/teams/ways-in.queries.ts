import type { EntityManager } from '@mikro-orm/postgresql';
import type { Membership } from '../../auth/identity/membership.entity.js';
import { rowsOf } from '../../database/database.js';

/** What could let a former member back into a team: the API keys and invitations they made. */
interface WaysIn {
  invitations: number;
  apiKeys: number;
}

interface EndedInvitation {
  id: string;
  client_id: string | null;
  kind: string;
  role: string;
  channel: string;
}

interface Team {
  organizationId: string;
  clientId: string | null;
}

/** Two conditions, since no index helps with `is not distinct from`. */
const ofTeam = (alias: string, { clientId }: Team) =>
  `${alias}.organization_id = $1 and ${clientId === null ? `${alias}.client_id is null and $2::uuid is null` : `${alias}.client_id = $2::uuid`}`;

/**
 * Of the team $1, $2, neither used nor revoked: invitations to the team itself or, for an organization, to
 * its clients.
 */
const openOfTeam = ({ clientId }: Team) => `
  i.organization_id = $1 and i.accepted_at is null and i.revoked_at is null
  and ${clientId === null ? `(i.client_id is null or i.kind = 'client') and $2::uuid is null` : `i.client_id = $2::uuid and i.kind = 'member'`}`;

/** Whoever made an invitation, also by a key of theirs, valid or not. */
const maker = (team: Team) =>
  `coalesce((select k.created_by from api_keys k where k.id = i.invited_by and ${ofTeam('k', team)}), i.invited_by)`;

const endKeysSql = (team: Team) => `
  update api_keys k set revoked_at = now() where ${ofTeam('k', team)} and k.created_by = $3 and k.revoked_at is null
  returning k.id, k.name, k.scopes`;

const endInvitationsSql = (team: Team) => `
  update invitations i set revoked_at = now()
   where ${openOfTeam(team)} and ${maker(team)} = $3 and i.kind = any($4::text[])
  returning i.id, i.client_id, i.kind, i.role, i.channel`;

/** Reads the keys and invitations of a team once, however many persons are asked for. */
const countSql = (team: Team) => `
  select person as id, coalesce(keys.n, 0) as keys, coalesce(invitations.n, 0) as invitations
    from unnest($3::uuid[]) as person
    left join (select k.created_by, count(*)::int as n from api_keys k
                where ${ofTeam('k', team)} and k.revoked_at is null group by 1) keys on keys.created_by = person
    left join (select ${maker(team)} as maker, count(*)::int as n from invitations i
                where ${openOfTeam(team)} and i.expires_at > now() group by 1) invitations on invitations.maker = person`;

/** Revokes the API keys a member made; returns them. */
export function endKeysOf(em: EntityManager, member: Membership) {
  const team = teamOf(member);
  return rowsOf<{ id: string; name: string; scopes: string[] }>(em, endKeysSql(team), [
    team.organizationId,
    team.clientId,
    member.user.id,
  ]);
}

/** Revokes the open invitations of these kinds that a member or their keys made; returns them. */
export function endInvitationsOf(em: EntityManager, member: Membership, kinds: ('client' | 'member')[]) {
  const team = teamOf(member);
  return rowsOf<EndedInvitation>(em, endInvitationsSql(team), [
    team.organizationId,
    team.clientId,
    member.user.id,
    kinds,
  ]);
}

const teamOf = ({ organizationId, clientId = null }: Membership): Team => ({ organizationId, clientId });

/** Counts each person's open keys and invitations, by person. */
export async function waysInOf(
  em: EntityManager,
  team: Team,
  people: string[],
): Promise<Map<string, WaysIn>> {
  const rows = await rowsOf<{ id: string; keys: number; invitations: number }>(em, countSql(team), [
    team.organizationId,
    team.clientId,
    people,
  ]);
  return new Map(rows.map(({ id, keys, invitations }) => [id, { invitations, apiKeys: keys }]));
}
