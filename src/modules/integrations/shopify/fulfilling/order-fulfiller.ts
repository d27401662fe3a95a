import { Injectable } from '@nestjs/common';
import { ShopifyAccessLost, ShopifyRefused, storeSays } from '../api/shopify-errors.js';
import type { Delivery } from './delivery.js';
import { FulfilmentStore } from './fulfilment-store.js';
import { FulfillmentLedger, type Outcome } from './fulfillment-ledger.js';
import { isOpenPart, ourFulfillment, planOf } from './fulfillment-plan.js';
import type { StoreOrder, StorePart } from './store-documents.js';

const partsScope = 'write_merchant_managed_fulfillment_orders';

const failed = (failure: NonNullable<Outcome['failure']>, reason: string): Outcome => ({
  state: 'failed',
  failure,
  reason,
});

const accessLost = failed(
  'store_access_lost',
  'The store no longer lets us in: the app was removed from it, or its access ended. Connect it again, then ask for it once more.',
);
const notPermitted = failed(
  'store_not_permitted',
  `The store has not granted us its fulfilment orders (${partsScope}). Connect it again and allow that, then ask for it once more.`,
);
const gone = failed(
  'store_refused',
  'The store does not show us the order: it was deleted there, or is older than 60 days.',
);
const cancelled = failed('store_refused', 'The store cancelled the order before it was delivered.');
const elsewhere = failed(
  'store_refused',
  'The store shows us nothing to fulfil in the order: another fulfilment service sends it.',
);

/** Marks a delivered order as fulfilled in its store: never twice, whatever is lost in between. */
@Injectable()
export class OrderFulfiller {
  constructor(
    private readonly store: FulfilmentStore,
    private readonly ledger: FulfillmentLedger,
  ) {}

  /**
   * Marks all that is open, and notes and tells how it ended.
   * @throws ShopifyUnavailable where the store did not answer; what it did is read before it is asked again
   */
  async fulfil(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    await this.ledger.begin(delivery);
    const outcome = await this.attempt(delivery, signal);
    await this.ledger.finish(delivery, outcome);
    return outcome;
  }

  private async attempt(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    try {
      if (delivery.storeId === null) return accessLost;
      if (!delivery.scopes.includes(partsScope)) return notPermitted;
      const order = await this.store.order(delivery, signal);
      if (!order) return gone;
      if (order.parts.length === 0) return elsewhere;
      return await this.fulfilParts(delivery, order, signal);
    } catch (error) {
      if (error instanceof ShopifyAccessLost) return accessLost;
      if (error instanceof ShopifyRefused)
        return error.codes.includes('ACCESS_DENIED')
          ? notPermitted
          : failed('store_refused', storeSays(error.messages));
      throw error;
    }
  }

  private async fulfilParts(delivery: Delivery, order: StoreOrder, signal: AbortSignal): Promise<Outcome> {
    const { groups, blocked, others, done } = planOf(order.parts);
    for (const part of done) await this.settle(delivery, part);
    if (order.cancelledAt !== null && !order.parts.some((part) => part.fulfillments.nodes.length > 0))
      return cancelled;
    for (const group of groups) await this.fulfilGroup(delivery, group, signal);
    for (const { part, reason } of blocked)
      await this.ledger.note(delivery, [part], { state: 'refused', reason });
    for (const { part, reason } of others)
      await this.ledger.note(delivery, [part], { state: 'skipped', reason });
    return this.ledger.outcome(delivery, order.parts);
  }

  private async fulfilGroup(
    delivery: Delivery,
    parts: readonly StorePart[],
    signal: AbortSignal,
  ): Promise<void> {
    await this.ledger.intend(delivery, parts);
    const answer = await this.store.fulfil(delivery, parts, signal);
    if ('made' in answer) {
      await this.ledger.note(delivery, parts, { state: 'made', fulfillmentId: answer.made.id });
    } else if (parts.length > 1) {
      // One of them is at fault; the others need not suffer for it.
      for (const part of parts) await this.fulfilGroup(delivery, [part], signal);
    } else {
      await this.refused(delivery, parts[0]!, answer.refused, signal);
    }
  }

  /** It may have been done meanwhile: by a call of ours whose answer was lost, or by somebody else. */
  private async refused(delivery: Delivery, part: StorePart, reason: string, signal: AbortSignal) {
    const order = await this.store.order(delivery, signal);
    const now = order?.parts.find(({ id }) => id === part.id);
    if (now && !isOpenPart(now)) return this.settle(delivery, now);
    await this.ledger.note(delivery, [part], { state: 'refused', reason });
  }

  /** A part that is done: by us, if that was intended and it carries our tracking number. */
  private async settle(delivery: Delivery, part: StorePart): Promise<void> {
    const ours = ourFulfillment(part, delivery.trackingNumber);
    if (ours && (await this.ledger.isIntended(delivery, part)))
      return this.ledger.note(delivery, [part], { state: 'made', fulfillmentId: ours.id });
    const [made] = part.fulfillments.nodes;
    await this.ledger.note(delivery, [part], { state: 'already', fulfillmentId: made?.id });
  }
}
