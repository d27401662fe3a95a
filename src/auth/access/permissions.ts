import type { ClientRole, OrganizationRole } from '../identity/membership.entity.js';

interface Allowed {
  organization?: readonly OrganizationRole[];
  client?: readonly ClientRole[];
  /** Whether API keys may have it as a scope. */
  key: boolean;
}

const dispatchers = ['owner', 'admin', 'dispatcher'] as const;
const staff = ['owner', 'admin', 'dispatcher', 'viewer'] as const;
const managers = ['owner', 'admin'] as const;
const clientTeam = ['owner', 'admin', 'member'] as const;

/** Who may do what: the one table that the guard, the API document and the guide use. */
export const permissions = {
  'account:manage': { organization: staff, client: clientTeam, key: false },
  'organization:read': { organization: staff, key: true },
  'organization:write': { organization: managers, key: true },
  'depots:read': { organization: staff, key: true },
  'depots:write': { organization: dispatchers, key: true },
  'clients:read': { organization: staff, key: true },
  'clients:write': { organization: dispatchers, key: true },
  'invitations:read': { organization: staff, client: managers, key: true },
  'invitations:write': { organization: dispatchers, client: managers, key: true },
  'team:read': { organization: staff, client: clientTeam, key: true },
  'team:write': { organization: managers, client: managers, key: true },
  'team:transfer': { organization: ['owner'], client: ['owner'], key: false },
  'fields:read': { organization: staff, client: clientTeam, key: true },
  'required-fields:read': { client: clientTeam, key: true },
  'orders:read': { client: clientTeam, key: true },
  'orders:write': { client: clientTeam, key: true },
  'integrations:read': { client: clientTeam, key: true },
  'integrations:manage': { client: managers, key: false },
  'stops:read': { organization: staff, key: true },
  'stops:write': { organization: dispatchers, key: true },
  'import-mapping:read': { organization: staff, client: clientTeam, key: true },
  'import-mapping:write': { organization: dispatchers, client: clientTeam, key: true },
  'routes:read': { organization: staff, key: true },
  'routes:write': { organization: dispatchers, key: true },
  'drivers:read': { organization: staff, key: true },
  'drivers:write': { organization: dispatchers, key: true },
  'events:read': { organization: staff, client: clientTeam, key: true },
  'jobs:manage': { organization: managers, key: true },
  'api-keys:manage': { organization: managers, client: managers, key: false },
  'sandbox:create': { organization: ['owner'], key: false },
  'sandbox:manage': { organization: managers, key: true },
  'webhooks:manage': { organization: managers, client: managers, key: false },
} as const satisfies Record<string, Allowed>;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as Permission[];

/** The scopes that keys of this side may have. */
export function keyScopes(side: 'organization' | 'client'): Permission[] {
  return permissionNames.filter((name) => permissions[name].key && side in permissions[name]);
}

/** Whether a member of `side` with `role` has the permission. */
export function roleAllows(side: 'organization' | 'client', role: string, permission: Permission): boolean {
  const allowed: Allowed = permissions[permission];
  return (allowed[side] as readonly string[] | undefined)?.includes(role) ?? false;
}
