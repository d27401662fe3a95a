import type { EntityManager } from '@mikro-orm/postgresql';
import { Membership } from '../../auth/membership.entity.js';
import { decodeCursor, toPage } from '../../common/cursor.js';
import { toMember } from './members.dto.js';

/** The people of one team, newest first: a client's, or with null the organization's own. */
export async function listMembers(
  em: EntityManager,
  clientId: string | null,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const filters = { clientId };
  const after = decodeCursor(cursor, filters);
  const members = await em.find(
    Membership,
    { clientId, ...(after && { id: { $lt: String(after[0]) } }) },
    { populate: ['user'], orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  return toPage(members, limit, filters, ({ id }) => [id], toMember);
}
