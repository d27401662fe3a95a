/**
 * Whose rows a piece of work may see.
 * `organization`: everything of one delivery company but its clients' drafts; `client`: one client's rows;
 * `none`: nothing at all; `system`: sign-in, relays, migrations, always requested explicitly.
 */
export type Scope =
  | { audience: 'organization'; organizationId: string }
  | { audience: 'client'; organizationId: string; clientId: string }
  | { audience: 'system' }
  | { audience: 'none' };

export type TenantScope = Extract<Scope, { audience: 'organization' | 'client' }>;

export type DeclaredScope = Exclude<Scope, { audience: 'none' }>;

/** What a client may see and change, for work that is done for it. */
export const clientScope = ({
  organizationId,
  clientId,
}: {
  organizationId: string;
  clientId: string;
}): TenantScope => ({ audience: 'client', organizationId, clientId });
