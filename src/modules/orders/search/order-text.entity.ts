import { defineEntity, p } from '@mikro-orm/core';
import { tenantTable } from '../../../database/tenancy/tenancy.js';

/** Tenants reach both tables through `order_candidates` alone. */
const systemOnly = () => tenantTable({ organization: 'none', client: 'none' });

const tenant = { organizationId: p.uuid(), clientId: p.uuid().nullable() };

const textSchema = defineEntity({
  name: 'OrderText',
  tableName: 'order_texts',
  properties: { orderId: p.uuid().primary(), ...tenant, text: p.text() },
  ...systemOnly(),
});

/** What search looks through of an order, indexed; see `order_text` in the database. */
export class OrderText extends textSchema.class {}
textSchema.setClass(OrderText);

const staleSchema = defineEntity({
  name: 'StaleOrderText',
  tableName: 'stale_order_texts',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    ...tenant,
    orderId: p.uuid().nullable(),
    importId: p.uuid().nullable(),
    afterRow: p.integer().nullable(),
    lastRow: p.integer().nullable(),
  },
  indexes: [{ name: 'stale_order_texts_by_tenant', properties: ['organizationId', 'clientId'] }],
  ...systemOnly(),
});

/** An order, or rows of an import, whose text changed since it was indexed. Triggers write it. */
export class StaleOrderText extends staleSchema.class {}
staleSchema.setClass(StaleOrderText);
