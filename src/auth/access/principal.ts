import type { Actor } from '../../common/http/request-context.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import { roleAllows, type Permission } from './permissions.js';

/** The signed-in caller of one request. */
export type Principal = UserPrincipal | KeyPrincipal;

export interface UserPrincipal {
  kind: 'user';
  userId: string;
  name: string;
  sessionId: string;
  membershipId: string;
  role: string;
  scope: TenantScope;
  /** When the access token ends. */
  expiresAt: Date;
}

export interface KeyPrincipal {
  kind: 'api_key';
  keyId: string;
  name: string;
  scopes: string[];
  scope: TenantScope;
}

export function mayDo(principal: Principal, permission: Permission): boolean {
  return principal.kind === 'user'
    ? roleAllows(principal.scope.audience, principal.role, permission)
    : principal.scopes.includes(permission) && roleAllows(principal.scope.audience, 'admin', permission);
}

export function actorOf(principal: Principal): Actor {
  const id = principal.kind === 'user' ? principal.userId : principal.keyId;
  return { kind: principal.kind, id, name: principal.name };
}

/** One string per tenant, for limits and idempotency. */
export function tenantKey(scope: TenantScope): string {
  return scope.audience === 'client' ? `client:${scope.clientId}` : `organization:${scope.organizationId}`;
}

/** The keys that a caller's requests are counted under: the person or API key, and the whole team. */
export function countedAs(principal: Principal): { caller: string; team: string } {
  const caller = principal.kind === 'api_key' ? `key:${principal.keyId}` : `user:${principal.userId}`;
  return { caller, team: tenantKey(principal.scope) };
}
