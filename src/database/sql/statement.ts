import type { Scope } from '../tenancy/tenancy.js';

/** Builds SQL piece by piece, with bound values. */
export class Statement {
  readonly values: unknown[] = [];

  /** Binds a value and returns its placeholder. */
  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /**
   * Wall one: the condition that limits `alias` to the tenant's rows. Tests disable it with a system scope.
   */
  tenant(scope: Scope, alias: string): string {
    if (!('organizationId' in scope)) return scope.audience === 'system' ? 'true' : 'false';
    const organization = `${alias}.organization_id = ${this.bind(scope.organizationId)}`;
    return scope.audience === 'client'
      ? `${organization} and ${alias}.client_id = ${this.bind(scope.clientId)}`
      : organization;
  }

  /**
   * That `alias` is a client's row or, without a client, the organization's own. A condition for each, since no index
   * helps with `is not distinct from`.
   */
  team(
    { organizationId, clientId }: { organizationId: string; clientId: string | null },
    alias: string,
  ): string {
    const client = clientId === null ? 'is null' : `= ${this.bind(clientId)}::uuid`;
    return `${alias}.organization_id = ${this.bind(organizationId)} and ${alias}.client_id ${client}`;
  }
}
