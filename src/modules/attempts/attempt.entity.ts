import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../database/sql/columns.js';
import { byOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

const attemptSchema = defineEntity({
  name: 'Attempt',
  tableName: 'attempts',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    orderId: p.uuid(),
    routeId: p.uuid().nullable(),
    state: p.string().length(40),
    attemptedAt: moment(),
    latitude: p.double().$type<number>().nullable(),
    longitude: p.double().$type<number>().nullable(),
    signeeName: p.string().length(200).nullable(),
    recipientNotes: p.string().length(2000).nullable(),
    internalNotes: p.string().length(2000).nullable(),
    createdAt: createdAt(),
  },
  indexes: [{ name: 'attempts_by_order', properties: ['orderId', 'id'] }],
  ...tenantTable({ client: 'none', ...byOrganization }),
});

/** A driver's attempt at a stop and its result. Never changed; a later attempt corrects it. */
export class Attempt extends attemptSchema.class {}
attemptSchema.setClass(Attempt);
