import { currentContext } from '../common/request-context.js';
import { NoScopeError, type TenantScope } from './tenancy.js';

export type ClientScope = Extract<TenantScope, { audience: 'client' }>;

/**
 * The tenant for which the running request or job works: for conditions that a query names itself.
 * @throws NoScopeError outside both, and in work of the system.
 */
export function callerScope(): TenantScope {
  const scope = currentContext()?.scope;
  if (!scope || !('organizationId' in scope)) throw new NoScopeError();
  return scope;
}

/** @throws NoScopeError where no tenant calls. */
export function callingOrganization(): string {
  return callerScope().organizationId;
}

/** @throws NoScopeError where no client calls. */
export function callingClient(): ClientScope {
  const scope = callerScope();
  if (scope.audience !== 'client') throw new NoScopeError();
  return scope;
}

/** The client whose rows the scope is about; null for the organization's own. */
export function clientIdOf(scope: TenantScope): string | null {
  return scope.audience === 'client' ? scope.clientId : null;
}
