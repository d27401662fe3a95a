import type { EntityManager } from '@mikro-orm/postgresql';
import { problem } from '../../common/problems/problems.js';
import { rowsOf } from '../../database/database.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import { mayDo, type Principal } from './principal.js';
import type { Permission } from './permissions.js';

/**
 * Locks the caller's membership or key until the transaction ends. A concurrent removal or demotion waits and
 * then finds what the caller created; one that came first makes this throw. Returns the caller with the
 * current role.
 * @throws Problem `token_invalid` when the membership or key is gone, `permission_denied` when it no longer
 * has the permission
 */
export async function holdStanding<P extends Principal>(
  em: EntityManager,
  caller: P,
  permission: Permission,
): Promise<P> {
  const standing =
    caller.kind === 'user'
      ? await roleOf(em, caller.scope, caller.membershipId)
      : await keyOf(em, caller.scope, caller.keyId);
  if (!standing) throw problem('token_invalid', 'Your access to this team has ended.');
  const current = { ...caller, ...standing };
  if (!mayDo(current, permission))
    throw problem('permission_denied', `This needs \`${permission}\`, which you do not have.`);
  return current;
}

async function roleOf(
  em: EntityManager,
  { organizationId }: TenantScope,
  membershipId: string,
): Promise<{ role: string } | undefined> {
  const sql = 'select role from memberships where organization_id = $1 and id = $2 for share';
  return (await rowsOf<{ role: string }>(em, sql, [organizationId, membershipId]))[0];
}

async function keyOf(
  em: EntityManager,
  { organizationId }: TenantScope,
  keyId: string,
): Promise<object | undefined> {
  const sql =
    'select 1 from api_keys where organization_id = $1 and id = $2 and revoked_at is null for share';
  return (await rowsOf<object>(em, sql, [organizationId, keyId])).length > 0 ? {} : undefined;
}
