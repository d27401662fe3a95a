import { Injectable } from '@nestjs/common';
import { ShopifyAccessLost, ShopifyRefused, storeSays } from '../api/shopify-errors.js';
import type { Delivery } from './delivery.js';
import { EventLedger, type KnownEvent } from './event-ledger.js';
import { trackedFulfillments } from './fulfillment-plan.js';
import { FulfilmentStore, type EventToTell } from './fulfilment-store.js';

export type News = Omit<EventToTell, 'fulfillmentId'>;

const eventsScope = 'write_fulfillments';

/** Shopify keeps seconds. */
const aboutTheSame = (one: Date, other: Date) => Math.abs(one.getTime() - other.getTime()) < 1_000;

/**
 * Tells the fulfilments of an order how its delivery goes. An event needs a fulfilment that carries it: where there is
 * none yet, the ledger says so and nothing else happens.
 */
@Injectable()
export class EventTeller {
  constructor(
    private readonly store: FulfilmentStore,
    private readonly ledger: EventLedger,
  ) {}

  /** @throws ShopifyUnavailable where the store did not answer; what it took is read before it is told again */
  async tell(delivery: Delivery, news: News, signal: AbortSignal): Promise<void> {
    const known = await this.ledger.known(delivery);
    const skip = (reason: string) =>
      this.ledger.put(delivery, { ...news, fulfillmentId: '' }, 'skipped', reason);
    if (!delivery.scopes.includes(eventsScope))
      return skip(`The store has not granted us to tell events (${eventsScope}).`);
    try {
      const order = await this.store.order(delivery, signal);
      const carriers = new Set(known.map(({ fulfillmentId }) => fulfillmentId));
      const fulfillments = trackedFulfillments(order?.parts ?? [], delivery, carriers);
      if (fulfillments.length === 0)
        return await skip('The store has no fulfilment yet that could carry it.');
      for (const { id } of fulfillments) {
        const before = known.filter(({ fulfillmentId }) => fulfillmentId === id);
        await this.tellOne(delivery, { ...news, fulfillmentId: id }, before, signal);
      }
    } catch (error) {
      if (error instanceof ShopifyAccessLost) return skip('The store no longer lets us in.');
      if (error instanceof ShopifyRefused) return skip(storeSays(error.messages));
      throw error;
    }
  }

  private async tellOne(
    delivery: Delivery,
    event: EventToTell,
    before: readonly KnownEvent[],
    signal: AbortSignal,
  ): Promise<void> {
    const isThis = ({ status, happenedAt }: KnownEvent) =>
      status === event.status && aboutTheSame(happenedAt, event.happenedAt);
    const noted = before.find(isThis);
    if (noted && noted.state !== 'intended') return;
    if (noted && (await this.isThere(delivery, event, signal)))
      return this.ledger.put(delivery, event, 'made');
    if (isStale(event, before)) return;
    await this.ledger.put(delivery, event, 'intended');
    const answer = await this.store.tell(delivery, event, signal);
    if ('made' in answer) await this.ledger.put(delivery, event, 'made');
    else await this.ledger.put(delivery, event, 'refused', answer.refused);
  }

  private async isThere(delivery: Delivery, event: EventToTell, signal: AbortSignal): Promise<boolean> {
    const events = await this.store.events(delivery, event.fulfillmentId, signal);
    return events.some(
      ({ status, happenedAt }) =>
        status === event.status && aboutTheSame(new Date(happenedAt), event.happenedAt),
    );
  }
}

const results = new Set(['ATTEMPTED_DELIVERY', 'DELIVERED']);

/**
 * Whether it says nothing new after what was told: something later, or that it was delivered, corrected in its details.
 * A result is news after any ETA, since drivers may be heard of late.
 */
function isStale({ status, happenedAt }: EventToTell, before: readonly KnownEvent[]): boolean {
  const last = before.find(
    (known) => known.state === 'made' && (results.has(known.status) || !results.has(status)),
  );
  if (!last) return false;
  return last.happenedAt > happenedAt || (status === 'DELIVERED' && last.status === 'DELIVERED');
}
