import { z } from 'zod';
import { described } from '../../../../../common/schemas/described.js';
import { pageOf, timestamp, uuid } from '../../../../../common/schemas/schemas.js';
import type { ShopifyErasure } from './shopify-erasure.entity.js';

const counts = z
  .object({
    orders: z.int().describe('Orders that keep no more than their state and times.'),
    attempts: z.int().describe('Attempts whose names, notes and places were erased.'),
    proofs: z.int().describe('Entries of chains of proof whose content was erased; their hashes stay.'),
    pictures: z.int().describe('Photos and signatures that were deleted.'),
    events: z.int().describe('Entries of timelines from which a reason in free words was erased.'),
    webhooks: z.int().describe('Kept messages to webhook endpoints that were erased.'),
    files: z.int().describe('Files with customers’ data that were deleted.'),
  })
  .meta({ id: 'ShopifyErasureCounts', description: 'How much was erased.' });

const erasure = z
  .object({
    id: uuid.describe('Id of the receipt.'),
    shop: z
      .string()
      .meta({ description: 'The store’s domain at Shopify.', example: 'book-nook.myshopify.com' }),
    kind: described('What was to be erased:', {
      customer: 'One customer’s orders.',
      shop: 'Everything from the store, which has removed the app.',
    }),
    state: described('How far it is:', {
      waiting: 'Some orders are still on their way; they are erased once they have been tried.',
      done: 'All is erased.',
    }),
    ordersLeft: z.int().describe('How many orders are still to be erased.'),
    counts: counts.describe('How much was erased so far.'),
    requestedAt: timestamp.describe('When Shopify asked for it.'),
    dueAt: timestamp.describe('When it is done at the latest, wherever the orders are.'),
    finishedAt: timestamp.nullable().describe('When all was erased; null before.'),
  })
  .meta({ id: 'ShopifyErasure', description: 'The receipt of an erasing. It says nothing of whom.' });

export const erasurePage = pageOf(erasure, 'ShopifyErasurePage', 'receipts');

export function toErasure(row: ShopifyErasure): z.output<typeof erasure> {
  const { id, shop, kind, state } = row;
  return {
    id,
    shop,
    kind,
    state,
    ordersLeft: row.orderIds.length,
    counts: row.counts,
    requestedAt: row.requestedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
