import { currentContext } from '../common/request-context.js';
import { NoScopeError, type TenantScope } from './tenancy.js';

/**
 * Whose request or job is running, for conditions that a query names itself.
 * @throws NoScopeError outside both, and in work of the system.
 */
export function callingTenant(): TenantScope {
  const scope = currentContext()?.scope;
  if (!scope || !('organizationId' in scope)) throw new NoScopeError();
  return scope;
}

/**
 * The organization the running request or job works for: the tenant condition of SQL that no entity filter reaches.
 * @throws NoScopeError outside of one.
 */
export function callingOrganization(): string {
  return callingTenant().organizationId;
}
