import type { EntityManager } from '@mikro-orm/postgresql';
import type { Membership } from '../../auth/identity/membership.entity.js';
import { rowsOf } from '../../database/database.js';

/** What could let a former member back into a team: the API keys and invitations they made. */
interface WaysIn {
  invitations: number;
  apiKeys: number;
}

const ofTeam = (alias: string) =>
  `${alias}.organization_id = $1 and ${alias}.client_id is not distinct from $2::uuid`;

interface EndedInvitation {
  id: string;
  client_id: string | null;
  kind: string;
  role: string;
  channel: string;
}

/**
 * Of the team $1, $2, neither used nor revoked: invitations to the team itself or, for an organization, to
 * its clients.
 */
const openOfTeam = `
  i.organization_id = $1 and i.accepted_at is null and i.revoked_at is null
  and case when $2::uuid is null then i.client_id is null or i.kind = 'client'
           else i.client_id = $2 and i.kind = 'member' end`;

/** Invitations made by the person or by any of their keys, valid or not. */
const madeBy = (person: string) =>
  `(i.invited_by = ${person} or exists (select 1 from api_keys k where k.id = i.invited_by and k.created_by = ${person} and ${ofTeam('k')}))`;

const endKeysSql = `
  update api_keys k set revoked_at = now() where ${ofTeam('k')} and k.created_by = $3 and k.revoked_at is null
  returning k.id, k.name, k.scopes`;

const endInvitationsSql = `
  update invitations i set revoked_at = now()
   where ${openOfTeam} and ${madeBy('$3')} and i.kind = any($4::text[])
  returning i.id, i.client_id, i.kind, i.role, i.channel`;

const countSql = `
  select person as id,
         (select count(*)::int from api_keys k where ${ofTeam('k')} and k.created_by = person and k.revoked_at is null) as keys,
         (select count(*)::int from invitations i
           where ${openOfTeam} and ${madeBy('person')} and i.expires_at > now()) as invitations
    from unnest($3::uuid[]) as person`;

/** Revokes the API keys a member made; returns them. */
export function endKeysOf(em: EntityManager, member: Membership) {
  return rowsOf<{ id: string; name: string; scopes: string[] }>(em, endKeysSql, [
    member.organizationId,
    member.clientId ?? null,
    member.user.id,
  ]);
}

/** Revokes the open invitations of these kinds that a member or their keys made; returns them. */
export function endInvitationsOf(em: EntityManager, member: Membership, kinds: ('client' | 'member')[]) {
  return rowsOf<EndedInvitation>(em, endInvitationsSql, [
    member.organizationId,
    member.clientId ?? null,
    member.user.id,
    kinds,
  ]);
}

/** Counts each person's open keys and invitations, by person. */
export async function waysInOf(
  em: EntityManager,
  team: { organizationId: string; clientId: string | null },
  people: string[],
): Promise<Map<string, WaysIn>> {
  const rows = await rowsOf<{ id: string; keys: number; invitations: number }>(em, countSql, [
    team.organizationId,
    team.clientId,
    people,
  ]);
  return new Map(rows.map(({ id, keys, invitations }) => [id, { invitations, apiKeys: keys }]));
}
