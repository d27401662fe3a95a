import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../database/sql/columns.js';
import { teamIndexes } from '../../database/sql/newest-first.js';
import { byTeam, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    name: p.string().length(100),
    prefix: p.string().length(20),
    hash: p.blob().unique().hidden(),
    scopes: p.array().$type<string[]>(),
    createdBy: p.uuid(),
    createdAt: createdAt(),
    lastUsedAt: moment().nullable(),
    revokedAt: moment().nullable(),
  },
  indexes: teamIndexes('api_keys'),
  ...tenantTable({
    organization: `organization_id = ${currentOrganization} and client_id is null`,
    ...byTeam,
  }),
});

/** An API key. Only its SHA-256 is stored, and a prefix by which people recognize it. */
export class ApiKey extends schema.class {}
schema.setClass(ApiKey);
