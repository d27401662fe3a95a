import { currentContext } from '../../common/http/request-context.js';
import { NoScopeError, type TenantScope } from './tenancy.js';

export type ClientScope = Extract<TenantScope, { audience: 'client' }>;

/** The tenant of the running request or job, for queries that state their own conditions. */
export function callerScope(): TenantScope {
  const scope = currentContext()?.scope;
  if (!scope || !('organizationId' in scope)) throw new NoScopeError();
  return scope;
}

/** @throws NoScopeError when no tenant is calling */
export function callingOrganization(): string {
  return callerScope().organizationId;
}

/** @throws NoScopeError when no client is calling */
export function callingClient(): ClientScope {
  const scope = callerScope();
  if (scope.audience !== 'client') throw new NoScopeError();
  return scope;
}

/** The id of the client whose rows the scope covers; null for the organization's own. */
export function clientIdOf(scope: TenantScope): string | null {
  return scope.audience === 'client' ? scope.clientId : null;
}

/** The id of the tenant that limits and turns are counted for. */
export const tenantOf = (scope: TenantScope) => clientIdOf(scope) ?? scope.organizationId;
