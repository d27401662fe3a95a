import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { Membership } from '../../auth/membership.entity.js';
import { byId, ListPages } from '../../common/cursor.js';
import { sqlOf } from '../../database/database.js';
import { toMember } from './members.dto.js';

const pages = new ListPages('members', byId);

const revokeLinksSql = `
  update invitations set revoked_at = now()
   where organization_id = $1 and client_id is not distinct from $2 and invited_by = $3
     and kind = 'member' and channel = 'link' and accepted_at is null and revoked_at is null
  returning id, role`;

/** Ends the links into a team that somebody made and may still hold; answers which invitations they were. */
export async function revokeLinksOf(em: EntityManager, { organizationId, clientId, user }: Membership) {
  const values = [organizationId, clientId ?? null, user.id];
  const { rows } = await sqlOf(em).executeQuery<{ id: string; role: string }>(
    CompiledQuery.raw(revokeLinksSql, values),
  );
  return rows;
}

/** The people of one team, newest first: a client's, or with null the organization's own. */
export async function listMembers(
  em: EntityManager,
  clientId: string | null,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const filters = { clientId };
  const after = pages.decode(cursor, filters);
  const members = await em.find(
    Membership,
    { clientId, ...(after && { id: { $lt: after[0] } }) },
    { populate: ['user'], orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  return pages.page(members, limit, filters, ({ id }) => [id], toMember);
}
