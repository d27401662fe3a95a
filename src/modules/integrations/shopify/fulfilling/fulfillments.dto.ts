import { z } from 'zod';
import { described } from '../../../../common/schemas/described.js';
import { pageOf, pageQuery, repeatable, timestamp, uuid } from '../../../../common/schemas/schemas.js';
import { shopFilter } from '../../integrations.dto.js';
import {
  orderFulfillmentFailures,
  orderFulfillmentStates,
  type OrderFulfillmentFailure,
  type OrderFulfillmentState,
} from './fulfillment-states.js';

const state = described('How far it is:', orderFulfillmentStates).meta({
  id: 'StoreFulfillmentState',
  example: 'failed',
});

export const fulfillmentDto = z
  .object({
    orderId: uuid.describe('The order here.'),
    externalId: z
      .string()
      .nullable()
      .meta({ description: 'The Id of the order, by default its name in the store.', example: '#1001' }),
    shop: z.string().meta({ description: 'The store it came from.', example: 'book-nook.myshopify.com' }),
    state: state.describe('How far it is.'),
    failure: described('Why it failed; null where it did not:', orderFulfillmentFailures)
      .nullable()
      .meta({ example: 'store_refused' }),
    reason: z.string().nullable().meta({
      description: 'What went wrong or what it waits for, in plain words; null for nothing.',
      example: 'The store holds it back (Main street): awaiting payment.',
    }),
    notified: z.boolean().meta({
      description: 'Whether the store was asked to tell its customer, by `notifyCustomer` of the store.',
      example: false,
    }),
    fulfilledAt: timestamp.nullable().describe('When we marked it last; null where we never did.'),
    updatedAt: timestamp.describe('When this last changed.'),
  })
  .meta({
    id: 'StoreFulfillment',
    description: 'How far a delivered order is with being marked as fulfilled in the store it came from.',
  });
export type FulfillmentDto = z.output<typeof fulfillmentDto>;

export const fulfillmentPage = pageOf(fulfillmentDto, 'StoreFulfillmentPage', 'fulfilments');

export const fulfillmentQuery = z.strictObject({
  ...pageQuery,
  state: repeatable(state).describe('Only those that are this far; repeat it for several.'),
  shop: shopFilter.describe('Only orders of this store: its name, its domain, or the address of its admin.'),
});
export type FulfillmentQuery = z.output<typeof fulfillmentQuery>;

export interface FulfillmentRow {
  id: string;
  orderId: string;
  externalId: string | null;
  shop: string;
  state: OrderFulfillmentState;
  failure: OrderFulfillmentFailure | null;
  reason: string | null;
  notified: boolean;
  fulfilledAt: string | null;
  updatedAt: string;
  createdAt: string;
}

export function toFulfillment({
  id: _,
  createdAt: __,
  fulfilledAt,
  updatedAt,
  ...row
}: FulfillmentRow): FulfillmentDto {
  return {
    ...row,
    fulfilledAt: fulfilledAt === null ? null : new Date(fulfilledAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
