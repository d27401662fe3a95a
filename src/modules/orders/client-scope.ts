import { currentContext } from '../../common/request-context.js';
import { NoScopeError, type TenantScope } from '../../database/tenancy.js';

export type ClientScope = Extract<TenantScope, { audience: 'client' }>;

/** The client for whom the running request or job works. */
export function clientScope(): ClientScope {
  const scope = currentContext()?.scope;
  if (scope?.audience !== 'client') throw new NoScopeError();
  return scope;
}
