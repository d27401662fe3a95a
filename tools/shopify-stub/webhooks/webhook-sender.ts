import { randomUUID } from 'node:crypto';
import { apiVersion } from '../store/api-version.ts';
import { type StubLog } from '../store/log.ts';
import { type Store, type WebhookSubscription } from '../store/store.ts';
import { signWebhook } from './signing.ts';

/** One webhook to one address; sent again it keeps both its ids. */
export interface Delivery {
  store: Store;
  topic: string;
  uri: string;
  body: string;
  eventId: string;
  webhookId: string;
  triggeredAt: string;
  /** What it is signed with. */
  secret: string;
  /** As which shop it says it comes; the store's own unless named. */
  domain?: string;
  subscription?: WebhookSubscription;
  /** Not tried again when it fails. */
  isOnce?: boolean;
}

/** Shopify waits this long for an answer. */
const answerTimeoutMs = 5000;
const mostAtOnce = 20;

/** Sends webhooks; one that fails is tried again as often as Shopify does, only sooner. */
export class WebhookSender {
  private readonly log: StubLog;
  private readonly retriesMs: () => readonly number[];
  private readonly timers = new Set<NodeJS.Timeout>();
  private waiting: Delivery[] = [];
  private running = 0;
  private isClosed = false;
  private whenIdle: (() => void)[] = [];

  constructor(log: StubLog, retriesMs: () => readonly number[]) {
    this.log = log;
    this.retriesMs = retriesMs;
  }

  send(delivery: Omit<Delivery, 'webhookId'> & { webhookId?: string }, delayMs = 0): void {
    const whole = { ...delivery, webhookId: delivery.webhookId ?? randomUUID() };
    if (delayMs > 0) this.later(delayMs, () => this.enqueue(whole));
    else this.enqueue(whole);
  }

  /** Waits until everything was sent once; what failed may be sent again afterwards. */
  async idle(): Promise<void> {
    if (this.running === 0 && this.waiting.length === 0) return;
    await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  close(): void {
    this.isClosed = true;
    this.waiting = [];
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private enqueue(delivery: Delivery): void {
    this.waiting.push(delivery);
    this.next();
  }

  private next(): void {
    while (this.running < mostAtOnce && this.waiting.length > 0) {
      const delivery = this.waiting.shift()!;
      this.running++;
      void this.attempt(delivery, 0).finally(() => {
        this.running--;
        this.next();
        if (this.running > 0 || this.waiting.length > 0) return;
        for (const resolve of this.whenIdle.splice(0)) resolve();
      });
    }
  }

  private async attempt(delivery: Delivery, attempt: number): Promise<void> {
    if (this.isClosed) return;
    const { store, topic, uri, eventId, webhookId } = delivery;
    const begun = Date.now();
    const answer = await post(delivery);
    if (this.isClosed) return;
    const details = { topic, uri, eventId, webhookId, attempt: attempt + 1, ms: Date.now() - begun };
    this.log.add(store.shop, 'webhook', { ...details, ...answer });
    if ((answer.status ?? 0) >= 200 && (answer.status ?? 0) < 300) return;
    const delay = this.retriesMs()[attempt];
    if (delivery.isOnce) return;
    if (delay !== undefined) this.later(delay, () => void this.attempt(delivery, attempt + 1));
    else this.giveUp(delivery);
  }

  /** Shopify deletes a subscription whose webhooks were never taken. */
  private giveUp({ store, subscription }: Delivery): void {
    if (!subscription || !store.subscriptions.delete(subscription.id)) return;
    const { id, topic, uri } = subscription;
    this.log.add(store.shop, 'subscription', { what: 'deleted after failures', id, topic, uri });
  }

  private later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      what();
    }, ms);
    this.timers.add(timer);
  }
}

async function post(delivery: Delivery): Promise<{ status?: number; error?: string }> {
  try {
    const response = await fetch(delivery.uri, {
      method: 'POST',
      redirect: 'manual',
      body: delivery.body,
      signal: AbortSignal.timeout(answerTimeoutMs),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Shopify-Captain-Hook',
        'x-shopify-topic': delivery.topic,
        'x-shopify-hmac-sha256': signWebhook(delivery.secret, delivery.body),
        'x-shopify-shop-domain': delivery.domain ?? delivery.store.shop,
        'x-shopify-api-version': apiVersion,
        'x-shopify-webhook-id': delivery.webhookId,
        'x-shopify-event-id': delivery.eventId,
        'x-shopify-triggered-at': delivery.triggeredAt,
      },
    });
    await response.arrayBuffer();
    return { status: response.status };
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { error: cause };
  }
}
