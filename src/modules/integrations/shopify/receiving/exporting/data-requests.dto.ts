import { z } from 'zod';
import { described } from '../../../../../common/schemas/described.js';
import { pageOf, timestamp, uuid } from '../../../../../common/schemas/schemas.js';
import { orderDto } from '../../../../orders/orders.dto.js';
import type { ShopifyDataRequest } from './shopify-data-request.entity.js';

const state = described('How far it is:', {
  waiting: 'The file is being made.',
  ready: 'The file can be read.',
  cleared: 'The file is gone: it was kept for 90 days, or the customer was erased.',
}).meta({ id: 'ShopifyDataRequestState' });

const shop = z
  .string()
  .meta({ description: 'The store’s domain at Shopify.', example: 'book-nook.myshopify.com' });
const requestNumber = z.string().nullable().meta({
  description: 'The number of the request at Shopify; null where it gave none.',
  example: '9999',
});

const dataRequest = z
  .object({
    id: uuid.describe('Id of the request.'),
    shop,
    requestNumber,
    state,
    requestedAt: timestamp.describe('When the customer asked.'),
    dueAt: timestamp.describe('Until when you must have given your customer an answer.'),
    readyAt: timestamp.nullable().describe('Since when the file can be read; null before.'),
    orderCount: z.int().nullable().describe('How many orders are in the file; null before it is ready.'),
    fileSize: z.int().nullable().describe('Its size in bytes; null before it is ready.'),
  })
  .meta({ id: 'ShopifyDataRequest', description: 'A customer of a store asked what is known of them.' });
export type DataRequestDto = z.output<typeof dataRequest>;

export const dataRequestPage = pageOf(dataRequest, 'ShopifyDataRequestPage', 'data requests');

const timelineItem = z
  .object({
    type: z.string().meta({ description: 'What happened.', example: 'order.delivered' }),
    at: timestamp.describe('When it happened.'),
    data: z.record(z.string(), z.unknown()).describe('Details, which differ by `type`.'),
  })
  .meta({ id: 'ShopifyCustomerTimelineItem', description: 'Something that happened to the order.' });

const proofItem = z
  .object({
    kind: z.string().meta({ description: '`photo`, `signature` or `attempt`.', example: 'photo' }),
    recordedAt: timestamp.describe('When it was recorded.'),
    sha256: z.string().nullable().describe('SHA-256 of the picture; null for an attempt.'),
    size: z.int().nullable().describe('Size of the picture in bytes; null for an attempt.'),
    attempt: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What an attempt told; null for a picture.'),
  })
  .meta({
    id: 'ShopifyCustomerProof',
    description: 'A proof of the delivery. Pictures are read with the order.',
  });

const keptOrder = z
  .object({
    order: orderDto.describe('The order as you see it.'),
    fromStore: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What the store said of it last; null where that is not kept.'),
    timeline: z.array(timelineItem).describe('What happened to it, oldest first.'),
    proofs: z.array(proofItem).describe('What was recorded at the door, oldest first.'),
  })
  .meta({ id: 'ShopifyCustomerOrder', description: 'All that is kept of one order.' });

export const customerFile = z
  .object({
    shop,
    requestNumber,
    customerNumber: z.string().nullable().meta({
      description: 'The number of the customer at Shopify; null where it gave none.',
      example: '191167',
    }),
    madeAt: timestamp.describe('When it was gathered.'),
    orders: z.array(keptOrder).describe('The customer’s orders; none where none were taken over.'),
  })
  .meta({ id: 'ShopifyCustomerFile', description: 'All that you keep here of a customer of your store.' });
export type CustomerFile = z.output<typeof customerFile>;

export function toDataRequest(row: ShopifyDataRequest): DataRequestDto {
  const { id, shop: from, requestNumber: number, state: now } = row;
  return {
    id,
    shop: from,
    requestNumber: number ?? null,
    state: now,
    requestedAt: row.requestedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    readyAt: row.readyAt?.toISOString() ?? null,
    orderCount: row.orderCount ?? null,
    fileSize: row.fileSize ?? null,
  };
}
