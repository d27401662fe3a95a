import type { Scope } from './tenancy.js';

/** SQL put together piece by piece, its values bound. */
export class Statement {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** Wall one: the condition that keeps `alias` to the tenant's rows. Tests take it down by a system scope. */
  tenant(scope: Scope, alias: string): string {
    if (scope.audience === 'client') return `${alias}.client_id = ${this.bind(scope.clientId)}`;
    if (scope.audience === 'organization')
      return `${alias}.organization_id = ${this.bind(scope.organizationId)}`;
    return scope.audience === 'system' ? 'true' : 'false';
  }
}
