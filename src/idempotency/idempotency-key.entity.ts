import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, moment } from '../database/columns.js';
import { tenantTable } from '../database/tenancy.js';

const schema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  properties: {
    /** The principal's tenant and the key it sent. */
    tenant: p.string().length(100).primary(),
    key: p.string().length(255).primary(),
    requestHash: p.blob(),
    status: p.integer().nullable(),
    headers: p.json().$type<Record<string, string>>().nullable(),
    body: p.text().nullable(),
    createdAt: createdAt(),
    expiresAt: moment().index(),
  },
  ...tenantTable({ organization: 'none', client: 'none' }),
});

/** The first answer to a request, kept to be given again; `status` is null while it is being made. */
export class IdempotencyKey extends schema.class {}
schema.setClass(IdempotencyKey);
