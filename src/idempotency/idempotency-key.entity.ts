import { defineEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../auth/principal.js';
import { createdAt, moment } from '../database/columns.js';
import { currentClient, currentOrganization, tenantTable } from '../database/tenancy.js';

const schema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    tenant: p.string().length(100).primary(),
    /** Keyed hash of the key that was sent. */
    key: p.string().length(64).primary(),
    requestHash: p.blob(),
    /** Of an upload, which has no body to hash when it is claimed. */
    contentHash: p.blob().nullable(),
    /** The request that is at work on it; one that lost its lease cannot store its answer any more. */
    claim: p.uuid(),
    status: p.integer().nullable(),
    headers: p.json().$type<Record<string, string>>().nullable(),
    /** Encrypted under the key that was sent: answers hold secrets that are shown once. */
    body: p.blob().nullable(),
    createdAt: createdAt(),
    /** Until then the answer is kept or, without one, the claim is good. */
    expiresAt: moment().index(),
  },
  ...tenantTable({
    organization: `tenant = 'organization:' || ${currentOrganization}`,
    client: `tenant = 'client:' || ${currentClient}`,
    filter: (scope) => ('organizationId' in scope ? { tenant: tenantKey(scope) } : {}),
  }),
});

/**
 * The first answer to a request, kept to be given again; `status` is null while it is being made. A tenant may read
 * and answer its own, as its work and the answer to it commit together.
 */
export class IdempotencyKey extends schema.class {}
schema.setClass(IdempotencyKey);
