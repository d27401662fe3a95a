import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';
import type { ImportOutcome } from './import-outcomes.js';

export const shopifyImportStatuses = [
  'queued',
  'running',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
] as const;
export type ShopifyImportStatus = (typeof shopifyImportStatuses)[number];

const importSchema = defineEntity({
  name: 'ShopifyImport',
  tableName: 'shopify_imports',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    storeId: p.uuid(),
    shop: p.string().length(100),
    status: p.string().$type<ShopifyImportStatus>().length(30).default('queued'),
    /** Where in the store’s list it goes on; everything before is committed. */
    pageCursor: p.text().nullable(),
    /** Counts the pages that are committed: of two runners one takes the next. */
    pages: p.integer().default(0),
    ordersFound: p.integer().default(0),
    ordersImported: p.integer().default(0),
    ordersRedacted: p.integer().default(0),
    ordersSkipped: p.integer().default(0),
    ordersRejected: p.integer().default(0),
    message: p.string().length(500).nullable(),
    failureCode: p.string().length(60).nullable(),
    createdBy: p.json().$type<Record<string, unknown>>(),
    cancelRequestedAt: moment().nullable(),
    startedAt: moment().nullable(),
    finishedAt: moment().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [{ name: 'shopify_imports_by_client', properties: ['clientId', 'createdAt', 'id'] }],
  ...tenantTable({ organization: 'none' }),
});

/** The import of everything that a store has yet to send, and how far it is. */
export class ShopifyImport extends importSchema.class {}
importSchema.setClass(ShopifyImport);

/** Stores write longer ones. */
export const resultLengths = { name: 100, detail: 1_000 } as const;

const resultSchema = defineEntity({
  name: 'ShopifyImportResult',
  tableName: 'shopify_import_results',
  properties: {
    importId: p.uuid().primary(),
    /** Number within the import, from 1. */
    ordinal: p.integer().primary(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    shopifyOrderId: p.string().length(20),
    name: p.string().length(resultLengths.name),
    outcome: p.string().$type<ImportOutcome>().length(30),
    orderId: p.uuid().nullable(),
    detail: p.string().length(resultLengths.detail),
  },
  ...tenantTable({ organization: 'none' }),
});

/** What there is to say of one order of such an import: why it was not imported, or what was odd about it. */
export class ShopifyImportResult extends resultSchema.class {}
resultSchema.setClass(ShopifyImportResult);
