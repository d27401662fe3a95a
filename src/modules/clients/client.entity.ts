import { defineEntity, p } from '@mikro-orm/core';
import type { RequirableProof } from '../organizations/required-proof.dto.js';
import { createdAt, id, updatedAt, version } from '../../database/sql/columns.js';
import { currentClient, tenantTable } from '../../database/tenancy/tenancy.js';
import { MAX_LENGTH } from '../../order-fields/limits.js';

export const clientStatuses = ['invited', 'active', 'archived'] as const;
type ClientStatus = (typeof clientStatuses)[number];

const schema = defineEntity({
  name: 'Client',
  tableName: 'clients',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    companyName: p.string().length(200),
    contactEmail: p.string().length(254).nullable(),
    /** The Client ID, used in spreadsheets; set when the client's first user signs up. */
    clientCode: p.string().length(MAX_LENGTH.clientCode).nullable().unique(),
    status: p.string().$type<ClientStatus>().length(10).default('invited'),
    allowOrderUpload: p.boolean().default(false),
    defaultDepotId: p.uuid(),
    requiredFields: p.array().$type<string[]>(),
    /** Null: what the organization requires. */
    requiredProof: p.array().$type<RequirableProof[]>().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [{ name: 'clients_by_organization', properties: ['organizationId', 'createdAt', 'id'] }],
  ...tenantTable({
    client: `id = ${currentClient}`,
    filter: (scope) =>
      scope.audience === 'client'
        ? { organizationId: scope.organizationId, id: scope.clientId }
        : 'organizationId' in scope
          ? { organizationId: scope.organizationId }
          : {},
  }),
});

/** A company that submits its orders to the organization. */
export class Client extends schema.class {}
schema.setClass(Client);
