import { currentContext } from '../common/request-context.js';
import { NoScopeError } from './tenancy.js';

/**
 * The organization the running request or job works for: the tenant condition of SQL that no entity filter reaches.
 * @throws NoScopeError outside of one.
 */
export function callingOrganization(): string {
  const scope = currentContext()?.scope;
  if (!scope || !('organizationId' in scope)) throw new NoScopeError();
  return scope.organizationId;
}
