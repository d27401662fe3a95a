import { defineEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../auth/access/principal.js';
import { createdAt, moment } from '../database/sql/columns.js';
import { currentClient, currentOrganization, tenantTable } from '../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    tenant: p.string().length(100).primary(),
    /** Keyed hash of the received key. */
    key: p.string().length(64).primary(),
    requestHash: p.blob(),
    /** For uploads, whose content is not known when the key is claimed. */
    contentHash: p.blob().nullable(),
    /** The request that works on it; once it loses its lease it can no longer store its response. */
    claim: p.uuid(),
    status: p.integer().nullable(),
    headers: p.json().$type<Record<string, string>>().nullable(),
    /** Encrypted with the received key: responses contain secrets that are shown once. */
    body: p.blob().nullable(),
    createdAt: createdAt(),
    /** When the response is deleted or, without one, the claim expires. */
    expiresAt: moment().index(),
  },
  ...tenantTable({
    organization: `tenant = 'organization:' || ${currentOrganization}`,
    client: `tenant = 'client:' || ${currentClient}`,
    filter: (scope) => ('organizationId' in scope ? { tenant: tenantKey(scope) } : {}),
  }),
});

/**
 * The first response to a request, kept for repeats; `status` is null until it is made. Tenants may read and
 * write their own rows, so that the response commits with the work.
 */
export class IdempotencyKey extends schema.class {}
schema.setClass(IdempotencyKey);
