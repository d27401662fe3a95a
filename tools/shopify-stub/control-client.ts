import { type OrderChange, type OrdersToMake } from './control/order-actions.ts';
import { type WebhookWanted } from './control/send-webhook.ts';
import { type MadeOrder, type OrderSnapshot, type StoreSnapshot } from './control/snapshots.ts';
import { type Fault } from './store/faults.ts';
import { type LogEntry, type LogKind } from './store/log.ts';
import { type StoreSettings } from './store/store-settings.ts';
import { type StubApp } from './world.ts';

export type { Fault, LogEntry, LogKind, MadeOrder, OrderSnapshot, StoreSnapshot };

type Settings = Partial<Omit<StoreSettings, 'bucket'>> & {
  bucket?: Partial<StoreSettings['bucket']>;
  /** Leaves so many points in the bucket now. */
  currentlyAvailable?: number;
};

/** The switches and the log of a running stub, over HTTP. */
export class StubControl {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  store(shop: string): StoreControl {
    return new StoreControl(this, shop);
  }

  app(changes: Partial<StubApp>): Promise<StubApp> {
    return this.call('PATCH', '/app', changes);
  }

  /** What happened, oldest first. */
  log(filter: { shop?: string; kind?: LogKind; after?: number } = {}): Promise<LogEntry[]> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
    return this.call('GET', `/log?${query.toString()}`);
  }

  async clearLog(): Promise<void> {
    await this.call('DELETE', '/log');
  }

  /** Waits until every webhook was sent once. */
  async settled(): Promise<void> {
    await this.call('GET', '/settled');
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/_control${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer as T;
  }
}

/** One store of a running stub. */
export class StoreControl {
  readonly shop: string;
  private readonly control: StubControl;

  constructor(control: StubControl, shop: string) {
    this.control = control;
    this.shop = shop;
  }

  set(settings: Settings): Promise<StoreSnapshot> {
    return this.call('PATCH', '', settings);
  }

  state(): Promise<StoreSnapshot> {
    return this.call('GET', '');
  }

  make(wanted: OrdersToMake = {}): Promise<MadeOrder[]> {
    return this.call('POST', '/orders', wanted);
  }

  orders(): Promise<OrderSnapshot[]> {
    return this.call('GET', '/orders');
  }

  /** By name, number or global id. */
  order(key: string): Promise<OrderSnapshot> {
    return this.call('GET', `/orders/${keyOf(key)}`);
  }

  cancel(key: string, reason?: string): Promise<OrderSnapshot> {
    return this.call('POST', `/orders/${keyOf(key)}/cancel`, { reason });
  }

  change(key: string, change: OrderChange): Promise<OrderSnapshot> {
    return this.call('POST', `/orders/${keyOf(key)}/change`, change);
  }

  hold(key: string, reason?: string, notes?: string): Promise<OrderSnapshot> {
    return this.call('POST', `/orders/${keyOf(key)}/hold`, { reason, notes });
  }

  release(key: string): Promise<OrderSnapshot> {
    return this.call('POST', `/orders/${keyOf(key)}/release`, {});
  }

  /** As if the shop's staff had fulfilled it. */
  fulfill(key: string): Promise<OrderSnapshot> {
    return this.call('POST', `/orders/${keyOf(key)}/fulfill`, {});
  }

  delete(key: string): Promise<OrderSnapshot> {
    return this.call('POST', `/orders/${keyOf(key)}/delete`, {});
  }

  /** Tokens without going through the pages. */
  tokens(scopes: string[], expiring = true): Promise<{ accessToken: string; refreshToken: string | null }> {
    return this.call('POST', '/tokens', { scopes, expiring });
  }

  expireTokens(refreshTokens = false): Promise<StoreSnapshot> {
    return this.call('POST', '/tokens/expire', { refreshTokens });
  }

  uninstall(): Promise<StoreSnapshot> {
    return this.call('POST', '/uninstall', {});
  }

  /** What goes wrong next. */
  fault(fault: Fault): Promise<Fault[]> {
    return this.call('POST', '/faults', fault);
  }

  clearFaults(): Promise<Fault[]> {
    return this.call('DELETE', '/faults');
  }

  /** Sends a webhook on demand; answers the id of its event. */
  async webhook(wanted: WebhookWanted): Promise<string> {
    const { eventId } = await this.call<{ eventId: string }>('POST', '/webhooks', wanted);
    return eventId;
  }

  log(kind?: LogKind): Promise<LogEntry[]> {
    return this.control.log({ shop: this.shop, ...(kind && { kind }) });
  }

  private call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.control.call(method, `/stores/${this.shop}${path}`, body);
  }
}

const keyOf = (key: string): string => encodeURIComponent(key.split('/').at(-1)!);
