import type { Scope } from '../../common/scope.js';

export type { DeclaredScope, Scope, TenantScope } from '../../common/scope.js';

/**
 * The database role of each audience. The server itself connects as {@link nobodyRole}, which has no rights.
 */
export const audienceRoles = {
  organization: 'waybill_organization',
  client: 'waybill_client',
  system: 'waybill_system',
} as const;

export const nobodyRole = 'waybill_nobody';

const setting = (name: string) => `(select nullif(current_setting('${name}', true), '')::uuid)`;

/** SQL for the tenant of the running transaction; a scalar subquery, so that indexes can be used. */
export const currentOrganization = setting('app.organization_id');
export const currentClient = setting('app.client_id');

interface TenantTableOptions {
  /**
   * Which rows an organization sees; `none` denies it the table. Default: rows with its `organization_id`.
   */
  organization?: string;
  /** Rows an organization may write, if these are more than it may see. */
  organizationCheck?: string;
  /** Which rows a client sees; default: rows with its `client_id`. `none` denies clients the table. */
  client?: string;
  clientCheck?: string;
  /** Wall one for entities without their own `organizationId` or `clientId` columns. */
  filter?: (scope: Scope) => Record<string, unknown>;
}

const ownRows = (scope: Scope): Record<string, unknown> =>
  scope.audience === 'client'
    ? { organizationId: scope.organizationId, clientId: scope.clientId }
    : byOrganization.filter(scope);

/** Wall one for tables without `clientId`. */
export const byOrganization = {
  filter: (scope: Scope): Record<string, unknown> =>
    'organizationId' in scope ? { organizationId: scope.organizationId } : {},
};

/** Wall one for rows that belong to one team: a client's, or the organization's own. */
export const byTeam = {
  filter: (scope: Scope) =>
    scope.audience === 'organization'
      ? { organizationId: scope.organizationId, clientId: null }
      : ownRows(scope),
};

/**
 * Both walls of one table: the entity filter (wall one) and the row level security policies (wall two).
 * Spread into `defineEntity`. Without filter parameters the entity manager throws; without a role the database does.
 */
export function tenantTable(options: TenantTableOptions = {}) {
  const organization = options.organization ?? `organization_id = ${currentOrganization}`;
  const client = options.client ?? `client_id = ${currentClient}`;
  const policies = [
    { name: 'system', roles: [audienceRoles.system] as string[], using: 'true', check: 'true' },
    ...(organization === 'none'
      ? []
      : [
          {
            name: 'organization',
            roles: [audienceRoles.organization] as string[],
            using: organization,
            check: options.organizationCheck ?? organization,
          },
        ]),
    ...(client === 'none'
      ? []
      : [
          {
            name: 'client',
            roles: [audienceRoles.client] as string[],
            using: client,
            check: options.clientCheck ?? client,
          },
        ]),
  ];
  const rows = options.filter ?? ownRows;
  return {
    rowLevelSecurity: 'force' as const,
    policies,
    filters: {
      tenant: {
        name: 'tenant',
        default: true,
        cond: (args: { scope?: Scope }) => {
          if (!args.scope || args.scope.audience === 'none') throw new NoScopeError();
          return args.scope.audience === 'system' ? {} : rows(args.scope);
        },
      },
    },
  };
}

export class NoScopeError extends Error {
  constructor() {
    super(
      'A query was made outside a declared scope: use Database.transaction in a request or job, or Database.asSystem.',
    );
    this.name = 'NoScopeError';
  }
}
