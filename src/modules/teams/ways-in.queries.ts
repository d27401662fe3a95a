import type { EntityManager } from '@mikro-orm/postgresql';
import type { Membership } from '../../auth/identity/membership.entity.js';
import { rowsOf } from '../../database/database.js';
import { Statement } from '../../database/sql/statement.js';

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

/**
 * Of the team, neither used nor revoked: invitations to the team itself or, for an organization, to its clients.
 */
function openOfTeam(statement: Statement, team: Team): string {
  const ours =
    team.clientId === null
      ? `i.organization_id = ${statement.bind(team.organizationId)} and (i.client_id is null or i.kind = 'client')`
      : `${statement.team(team, 'i')} and i.kind = 'member'`;
  return `${ours} and i.accepted_at is null and i.revoked_at is null`;
}

/** Whoever made an invitation, also by a key of theirs, valid or not. */
const maker = (statement: Statement, team: Team) =>
  `coalesce((select k.created_by from api_keys k where k.id = i.invited_by and ${statement.team(team, 'k')}), i.invited_by)`;

const teamOf = ({ organizationId, clientId = null }: Membership): Team => ({ organizationId, clientId });

/** Revokes the API keys a member made; returns them. */
export function endKeysOf(em: EntityManager, member: Membership) {
  const statement = new Statement();
  const sql = `
    update api_keys k set revoked_at = now()
     where ${statement.team(teamOf(member), 'k')} and k.created_by = ${statement.bind(member.user.id)}
       and k.revoked_at is null
    returning k.id, k.name, k.scopes`;
  return rowsOf<{ id: string; name: string; scopes: string[] }>(em, sql, statement.values);
}

/** Revokes the open invitations of these kinds that a member or their keys made; returns them. */
export function endInvitationsOf(em: EntityManager, member: Membership, kinds: ('client' | 'member')[]) {
  const [statement, team] = [new Statement(), teamOf(member)];
  const sql = `
    update invitations i set revoked_at = now()
     where ${openOfTeam(statement, team)} and ${maker(statement, team)} = ${statement.bind(member.user.id)}
       and i.kind = any(${statement.bind(kinds)}::text[])
    returning i.id, i.client_id, i.kind, i.role, i.channel`;
  return rowsOf<EndedInvitation>(em, sql, statement.values);
}

/** Counts each person's open keys and invitations, by person: those of the team are read once, however many people. */
export async function waysInOf(
  em: EntityManager,
  team: Team,
  people: string[],
): Promise<Map<string, WaysIn>> {
  const statement = new Statement();
  const sql = `
    select person as id, coalesce(keys.n, 0) as keys, coalesce(invitations.n, 0) as invitations
      from unnest(${statement.bind(people)}::uuid[]) as person
      left join (select k.created_by, count(*)::int as n from api_keys k
                  where ${statement.team(team, 'k')} and k.revoked_at is null group by 1) keys on keys.created_by = person
      left join (select ${maker(statement, team)} as maker, count(*)::int as n from invitations i
                  where ${openOfTeam(statement, team)} and i.expires_at > now()
                  group by 1) invitations on invitations.maker = person`;
  const rows = await rowsOf<{ id: string; keys: number; invitations: number }>(em, sql, statement.values);
  return new Map(rows.map(({ id, keys, invitations }) => [id, { invitations, apiKeys: keys }]));
}
