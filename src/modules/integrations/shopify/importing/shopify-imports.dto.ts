import { z } from 'zod';
import { exactlyOne } from '../../../../common/schemas/exactly-one.js';
import { withVersion } from '../../../../common/http/etag.js';
import { described } from '../../../../common/schemas/described.js';
import { pageOf, pageQuery, timestamp, uuid } from '../../../../common/schemas/schemas.js';
import { shopFilter, shopQuery } from '../../integrations.dto.js';
import { importOutcomes, outcomeNames } from './import-outcomes.js';
import { storeOrderId } from './shopify-orders.dto.js';
import {
  shopifyImportStatuses,
  type ShopifyImport,
  type ShopifyImportResult,
} from './shopify-import.entity.js';

/** How many orders one request may name. */
export const mostNamed = 1_000;
const longestText = 100_000;

export const importShopifyOrdersBody = z
  .strictObject({
    shop: shopQuery.shape.shop,
    orderIds: z
      .array(z.string().max(300, 'may have 300 characters at most'))
      .min(1, 'name at least one')
      .max(mostNamed, `may hold ${mostNamed} at most`)
      .optional()
      .meta({
        description: `The orders with these ids, 1 to ${mostNamed}: as \`GET /v1/integrations/shopify/orders\` lists them, or as Shopify writes them.`,
        example: ['5512345678901'],
      }),
    text: z
      .string()
      .min(1, 'may not be empty')
      .max(longestText, `may have ${longestText} characters at most`)
      .optional()
      .meta({
        description: `The orders that a pasted text names, up to ${mostNamed}: names (#1001 or 1001), ids, and addresses of the admin, between whatever separators. A range is not read, but told.`,
        example: '#1001, #1002; 1003',
      }),
    all: z
      .literal(true)
      .optional()
      .meta({
        description: 'Every open order of which something is left to send: `true`.',
        'x-enum-descriptions': ['Every open order of which something is left to send.'],
      }),
  })
  .superRefine(exactlyOne('text', 'orderIds', 'all'))
  .meta({
    id: 'ImportShopifyOrders',
    description: 'Which orders of the store to import: exactly one of `orderIds`, `text` and `all`.',
    example: { text: '#1001, #1002; 1003' },
  });
export type ImportShopifyOrders = z.output<typeof importShopifyOrdersBody>;

const outcome = described('What became of it:', importOutcomes, { values: outcomeNames }).meta({
  id: 'ShopifyImportOutcome',
});

const item = {
  shopifyOrderId: storeOrderId
    .nullable()
    .describe('Id of the order in the store; null where none was found.'),
  name: z.string().nullable().meta({
    description: 'What the store calls it; null where none was found.',
    example: '#1001',
  }),
  outcome: outcome.describe('What became of it.'),
  orderId: uuid
    .nullable()
    .describe('The order here that it became, or that has its Id; null where there is none.'),
  detail: z.string().nullable().meta({
    description: 'Why, in plain words; where it became a draft, what was cut or is odd, null for nothing.',
    example: 'It was cancelled in the store.',
  }),
};

const answeredItem = z
  .object({
    input: z
      .string()
      .meta({ description: 'What was asked for, shortened where it is long.', example: '#1001' }),
    ...item,
  })
  .meta({ id: 'ImportedShopifyOrder', description: 'What became of one order that was asked for.' });

const importStatus = described(
  'How far an import is:',
  {
    queued: 'It waits for its turn.',
    running: 'Its orders are being imported.',
    completed: 'It is done, and every order is a draft or was imported before.',
    completed_with_errors: 'It is done; some orders could not be imported.',
    failed: 'It could not be finished; `message` says why. What it had imported stays.',
    cancelled: 'Somebody cancelled it. What it had imported stays.',
  },
  { values: shopifyImportStatuses },
).meta({ id: 'ShopifyImportStatus' });

export const shopifyImportDto = z
  .object({
    id: uuid.describe('Id of the import.'),
    shop: z.string().meta({ description: 'The store’s domain.', example: 'book-nook.myshopify.com' }),
    status: importStatus.describe('How far the import is.'),
    ordersFound: z.int().describe('How many orders of the store have been looked at so far.'),
    ordersImported: z.int().describe('How many of them became drafts, redacted ones among them.'),
    ordersRedacted: z.int().describe('How many of the drafts wait for data that Shopify kept back.'),
    ordersSkipped: z.int().describe('How many were imported before.'),
    ordersRejected: z.int().describe('How many could not be imported; `…/results` says why.'),
    message: z.string().nullable().meta({
      description: 'How it ended, for people; null before.',
      example: 'Draft orders successfully imported',
    }),
    failureCode: z.string().nullable().meta({
      description: 'Stable name of the reason why it failed; null where it did not.',
      example: 'shopify_access_lost',
    }),
    cancelRequestedAt: timestamp.nullable().describe('When somebody asked to cancel it; null if nobody did.'),
    createdAt: timestamp.describe('When it was asked for.'),
    startedAt: timestamp.nullable().describe('When it began; null while it waits.'),
    finishedAt: timestamp.nullable().describe('When it ended; null before.'),
    version: z
      .int()
      .describe('Counts the changes of the import; the `ETag` of a single import is made from it.'),
  })
  .meta({ id: 'ShopifyImport', description: 'The import of everything that a store has yet to send.' });
export type ShopifyImportDto = z.output<typeof shopifyImportDto>;

export const shopifyImportPage = pageOf(shopifyImportDto, 'ShopifyImportPage', 'imports');

export const shopifyImportAnswer = z
  .object({
    succeededCount: z.int().describe('How many became drafts.'),
    skippedCount: z.int().describe('How many were imported before.'),
    failedCount: z.int().describe('How many were not imported, with the reason in `results`.'),
    results: z
      .array(answeredItem)
      .describe('What became of each order that was named, in that order; empty with `all`.'),
    import: shopifyImportDto
      .nullable()
      .describe('With `all` the import that is under way, to ask for until it has ended; null else.'),
  })
  .meta({
    id: 'ShopifyImportAnswer',
    description: 'What an import of named orders did, or the import of all.',
  });
export type ShopifyImportAnswer = z.output<typeof shopifyImportAnswer>;

export const shopifyImportListQuery = z.strictObject({
  ...pageQuery,
  status: importStatus.optional().describe('Only imports in this state.'),
  shop: shopFilter.describe('Only imports of this store: its name, its domain, or the address of its admin.'),
});
export type ShopifyImportListQuery = z.output<typeof shopifyImportListQuery>;

export const shopifyImportResultQuery = z.strictObject({
  ...pageQuery,
  outcome: outcome
    .optional()
    .describe('Only orders with this outcome. Left out: all that there is something to say of.'),
});
export type ShopifyImportResultQuery = z.output<typeof shopifyImportResultQuery>;

const importResult = z.object(item).meta({
  id: 'ShopifyImportResult',
  description: 'What there is to say of one order of an import.',
});
export const shopifyImportResultPage = pageOf(importResult, 'ShopifyImportResultPage', 'results');

export function toImportResult(result: ShopifyImportResult): z.output<typeof importResult> {
  const { shopifyOrderId, name, outcome: became, orderId = null, detail } = result;
  return { shopifyOrderId, name, outcome: became, orderId, detail };
}

const moment = (date: Date | null | undefined) => date?.toISOString() ?? null;

export function toShopifyImport(imported: ShopifyImport): ShopifyImportDto {
  return withVersion(
    {
      id: imported.id,
      shop: imported.shop,
      status: imported.status,
      ordersFound: imported.ordersFound,
      ordersImported: imported.ordersImported,
      ordersRedacted: imported.ordersRedacted,
      ordersSkipped: imported.ordersSkipped,
      ordersRejected: imported.ordersRejected,
      message: imported.message ?? null,
      failureCode: imported.failureCode ?? null,
      cancelRequestedAt: moment(imported.cancelRequestedAt),
      createdAt: imported.createdAt.toISOString(),
      startedAt: moment(imported.startedAt),
      finishedAt: moment(imported.finishedAt),
      version: imported.version,
    },
    imported.version,
  );
}
