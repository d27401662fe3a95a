import type { EntityManager } from '@mikro-orm/postgresql';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { Membership } from '../../auth/identity/membership.entity.js';
import { ListPages } from '../../common/cursor.js';
import { toMember } from './members.dto.js';

const pages = new ListPages('members', byAge);

/** The members of one team, newest first: a client's, or the organization's own when null. */
export async function listMembers(
  em: EntityManager,
  clientId: string | null,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const filters = { clientId };
  const after = pages.decode(cursor, filters);
  const members = await em.find(
    Membership,
    { clientId, ...olderThan(after) },
    { populate: ['user'], orderBy: newestFirst, limit: limit + 1 },
  );
  return pages.page(members, limit, filters, ageOf, toMember);
}
