import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, updatedAt, version } from '../../database/sql/columns.js';
import { byOrganization, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'Depot',
  tableName: 'depots',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    name: p.string().length(200),
    address: p.string().length(500).nullable(),
    latitude: p.double().$type<number>().nullable(),
    longitude: p.double().$type<number>().nullable(),
    timezone: p.string().length(64),
    countryCode: p.string().length(2).nullable(),
    isMain: p.boolean().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  uniques: [{ name: 'depots_one_main', properties: ['organizationId'], where: 'is_main' }],
  indexes: [{ name: 'depots_by_organization', properties: ['organizationId', 'createdAt', 'id'] }],
  ...tenantTable({ client: `organization_id = ${currentOrganization}`, ...byOrganization }),
});

/** Where routes start. Exactly one depot of an organization is its main one. */
export class Depot extends schema.class {}
schema.setClass(Depot);
