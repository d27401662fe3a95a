import { defineEntity, p } from '@mikro-orm/core';
import type { RequirableProof } from './required-proof.dto.js';
import { createdAt, id, updatedAt, version } from '../../database/sql/columns.js';
import { currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: id(),
    name: p.string().length(200),
    timezone: p.string().length(64).default('UTC'),
    countryCode: p.string().length(2).nullable(),
    supportEmail: p.string().length(254).nullable(),
    supportPhone: p.string().length(50).nullable(),
    /** What a delivery must leave behind, unless its client says otherwise. */
    requiredProof: p.array().$type<RequirableProof[]>().default([]),
    /** A sandbox, of which nothing may reach anybody outside. */
    testMode: p.boolean().default(false),
    /** The organization beside which a sandbox was made. */
    sandboxOf: p.uuid().nullable().unique(),
    /** How far a sandbox's own times were moved back. */
    advancedSeconds: p.bigint('number').default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  ...tenantTable({
    organization: `id = ${currentOrganization}`,
    client: `id = ${currentOrganization}`,
    filter: (scope) => ('organizationId' in scope ? { id: scope.organizationId } : {}),
  }),
});

/** A delivery company. */
export class Organization extends schema.class {}
schema.setClass(Organization);
