import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../../auth/identity/membership.entity.js';
import { createdAt, id, moment } from '../../database/sql/columns.js';
import { currentClient, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'Invitation',
  tableName: 'invitations',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    kind: p.string().$type<'client' | 'member'>().length(10),
    channel: p.string().$type<'email' | 'link'>().length(10),
    email: p.string().length(254).nullable(),
    role: p.string().$type<Role>().length(20),
    tokenHash: p.blob().unique().hidden(),
    /** Counts its tokens; resending makes the next one and invalidates the last. */
    generation: p.integer().default(1),
    invitedBy: p.uuid(),
    invitedByName: p.string().length(200),
    createdAt: createdAt(),
    expiresAt: moment(),
    acceptedAt: moment().nullable(),
    acceptedBy: p.uuid().nullable(),
    revokedAt: moment().nullable(),
  },
  indexes: [
    { name: 'invitations_by_client', properties: ['clientId', 'createdAt', 'id'] },
    {
      name: 'invitations_by_organization',
      properties: ['organizationId', 'createdAt', 'id'],
      where: "kind = 'client' or client_id is null",
    },
  ],
  ...tenantTable({
    organization: `organization_id = ${currentOrganization} and (kind = 'client' or client_id is null)`,
    client: `client_id = ${currentClient} and kind = 'member'`,
    filter: (scope) =>
      scope.audience === 'client'
        ? { organizationId: scope.organizationId, clientId: scope.clientId, kind: 'member' }
        : 'organizationId' in scope
          ? { organizationId: scope.organizationId, $or: [{ kind: 'client' }, { clientId: null }] }
          : {},
  }),
});

/**
 * A single-use invitation to a team. Only the hash of its token is stored. Invitations of a client to its own
 * team are hidden from the organization.
 */
export class Invitation extends schema.class {}
schema.setClass(Invitation);
