import { Injectable } from '@nestjs/common';
import { ShopifyAdmin } from '../api/shopify-admin.js';
import { ShopifyAccessLost, ShopifyRefused, storeSays } from '../api/shopify-errors.js';
import type { Delivery } from './delivery.js';
import type { TrackedStatus } from './fulfillment-states.js';
import {
  eventsDocument,
  fulfilDocument,
  orderDocument,
  tellDocument,
  type EventsAnswer,
  type FulfilAnswer,
  type OrderAnswer,
  type StoreFulfillment,
  type StoreOrder,
  type StorePart,
  type TellAnswer,
} from './store-documents.js';

/** What came of a change that was asked for: made, or why not. */
export type Asked<T> = { made: T } | { refused: string };

export interface EventToTell {
  fulfillmentId: string;
  status: TrackedStatus;
  happenedAt: Date;
  estimatedDeliveryAt: Date | null;
}

/** Asks the store of a delivery. Never call it within a database transaction. */
@Injectable()
export class FulfilmentStore {
  constructor(private readonly admin: ShopifyAdmin) {}

  /** The order with all its parts that we may see; null where the store does not show it. */
  async order(delivery: Delivery, signal: AbortSignal): Promise<StoreOrder | null> {
    const parts: StorePart[] = [];
    for (let after: string | null = null; ;) {
      const id = `gid://shopify/Order/${delivery.shopifyOrderId}`;
      const answer: OrderAnswer = await this.ask(delivery, orderDocument, { id, after }, signal);
      const { order } = answer;
      if (!order) return null;
      const { fulfillmentOrders, ...rest } = order;
      parts.push(...fulfillmentOrders.nodes);
      if (!fulfillmentOrders.pageInfo.hasNextPage) return { ...rest, parts };
      after = fulfillmentOrders.pageInfo.endCursor;
    }
  }

  /** Marks what is left of these parts, all of one location, as fulfilled: one fulfilment. */
  async fulfil(
    delivery: Delivery,
    parts: readonly StorePart[],
    signal: AbortSignal,
  ): Promise<Asked<StoreFulfillment>> {
    const fulfillment = {
      lineItemsByFulfillmentOrder: parts.map(({ id }) => ({ fulfillmentOrderId: id })),
      notifyCustomer: delivery.notifyCustomer,
      trackingInfo: {
        company: delivery.company,
        number: delivery.trackingNumber,
        url: delivery.trackingUrl,
      },
    };
    return asked(async () => {
      const answer = await this.ask<FulfilAnswer>(delivery, fulfilDocument, { fulfillment }, signal);
      const { fulfillmentCreate: made } = answer;
      return { thing: made?.fulfillment, userErrors: made?.userErrors };
    });
  }

  async tell(delivery: Delivery, event: EventToTell, signal: AbortSignal): Promise<Asked<unknown>> {
    const { happenedAt, estimatedDeliveryAt, ...rest } = event;
    const input = {
      ...rest,
      happenedAt: happenedAt.toISOString(),
      ...(estimatedDeliveryAt && { estimatedDeliveryAt: estimatedDeliveryAt.toISOString() }),
    };
    return asked(async () => {
      const answer = await this.ask<TellAnswer>(delivery, tellDocument, { event: input }, signal);
      const { fulfillmentEventCreate: made } = answer;
      return { thing: made?.fulfillmentEvent, userErrors: made?.userErrors };
    });
  }

  /** The latest events of a fulfilment. */
  async events(delivery: Delivery, fulfillmentId: string, signal: AbortSignal) {
    const variables = { id: fulfillmentId };
    const answer = await this.ask<EventsAnswer>(delivery, eventsDocument, variables, signal);
    return answer.fulfillment?.events.nodes ?? [];
  }

  private async ask<T>(
    { storeId }: Delivery,
    document: string,
    variables: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<T> {
    if (storeId === null) throw new ShopifyAccessLost();
    return this.admin.query<T>(storeId, document, variables, { signal });
  }
}

/** What the store refuses is an answer, however it says so. */
async function asked<T>(
  ask: () => Promise<{ thing: T | null | undefined; userErrors: { message: string }[] | undefined }>,
): Promise<Asked<T>> {
  try {
    const { thing, userErrors = [] } = await ask();
    if (thing && userErrors.length === 0) return { made: thing };
    return refusal(userErrors.map(({ message }) => message));
  } catch (error) {
    if (error instanceof ShopifyRefused) return refusal(error.messages);
    throw error;
  }
}

const refusal = (messages: readonly string[]) => ({
  refused: messages.length > 0 ? storeSays(messages) : 'The store did not do it, and gives no reason.',
});
