import type { EntityManager } from '@mikro-orm/postgresql';
import { problem } from '../common/problems.js';
import { rowsOf } from '../database/database.js';
import { mayDo, type Principal } from './principal.js';
import type { Permission } from './permissions.js';

/**
 * Holds the caller's place in the team, or their key, until the transaction ends. Whoever removes or demotes them
 * waits for it and finds what they made; whoever was quicker leaves nothing to make it with. Answers the caller with
 * the role they have now.
 * @throws Problem `token_invalid` when they have gone since they called, `permission_denied` when they may no longer
 */
export async function holdStanding<P extends Principal>(
  em: EntityManager,
  caller: P,
  permission: Permission,
): Promise<P> {
  const standing =
    caller.kind === 'user' ? await roleOf(em, caller.membershipId) : await keyOf(em, caller.keyId);
  if (!standing) throw problem('token_invalid', 'Your access to this team has ended.');
  const current = { ...caller, ...standing };
  if (!mayDo(current, permission)) throw problem('permission_denied', 'Your role in this team has changed.');
  return current;
}

async function roleOf(em: EntityManager, membershipId: string): Promise<{ role: string } | undefined> {
  const sql = 'select role from memberships where id = $1 for share';
  return (await rowsOf<{ role: string }>(em, sql, [membershipId]))[0];
}

async function keyOf(em: EntityManager, keyId: string): Promise<object | undefined> {
  const sql = 'select 1 from api_keys where id = $1 and revoked_at is null for share';
  return (await rowsOf<object>(em, sql, [keyId])).length > 0 ? {} : undefined;
}
