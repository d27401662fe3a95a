import type { Session, Waybill } from '../../sdk/src/index.js';
import type { Fault } from '../../tools/shopify-stub/control-client.ts';
import { eventually } from './eventually.js';
import { call } from './http.js';
import { connectStore, type ConnectedStore, type TestShopify } from './shopify.js';
import { reported, setStore, startWith, takenOver, type StoreOrder } from './store-orders.js';
import { addClient, type TestClient } from './tenants.js';
import type { TestProcess } from './test-process.js';

/** What came of a fault: how many orders, how many fulfilments they should have and have, how many too many. */
export interface FaultRow {
  fault: string;
  orders: number;
  expected: number;
  made: number;
  /** Orders with more than one fulfilment, or more than one on their timeline. */
  twice: number;
  /** Orders whose delivery was told more than once, or not at all. */
  eventsOff: number;
  /** How often the store was asked to mark an order. */
  calls: number;
  refreshes: number;
  failed: number;
  kills: number;
}

interface Scene {
  orders: StoreOrder[];
  store: ConnectedStore;
  client: TestClient;
  deliver: (orders?: readonly StoreOrder[]) => Promise<void>;
  fault: (fault: Omit<Fault, 'on'> & { on?: Fault['on'] }) => Promise<unknown>;
  /** How many entries of this kind the store's log has. */
  logged: (kind: 'fulfillment' | 'fulfillmentEvent') => Promise<number>;
  retryFailed: () => Promise<void>;
  settled: () => Promise<void>;
}

/** Faults against a real process of the server and a stub of the store. */
export class StoreFaults {
  private readonly dispatcher: () => Waybill;

  constructor(
    private readonly shopify: TestShopify,
    private readonly app: TestProcess,
    private readonly owner: Session,
  ) {
    // The server has another address after each kill.
    this.dispatcher = () => app.as(owner.accessToken);
  }

  tokensEnd(count: number): Promise<FaultRow> {
    return this.play(`token expiry, ${count} jobs at once`, count, async ({ store, deliver }) => {
      await store.control.expireTokens();
      await deliver();
    });
  }

  refreshLost(count: number): Promise<FaultRow> {
    return this.play('refresh answer lost', count, async ({ store, deliver, fault }) => {
      await store.control.expireTokens();
      await fault({ on: 'token', do: 'cutAfter' });
      await deliver();
    });
  }

  throttled(count: number): Promise<FaultRow> {
    return this.play('throttled', count, async ({ store, deliver, fault }) => {
      await store.control.set({ currentlyAvailable: 0 });
      await fault({ do: 'throttled', times: count });
      await deliver();
    });
  }

  serverErrors(count: number): Promise<FaultRow> {
    return this.play('5xx', count, async ({ deliver, fault }) => {
      await fault({ operation: 'fulfillmentCreate', do: 'status', status: 503, times: count });
      await deliver();
    });
  }

  userErrors(count: number): Promise<FaultRow> {
    return this.play('userErrors, then retried', count, async ({ deliver, fault, settled, retryFailed }) => {
      await fault({ operation: 'fulfillmentCreate', do: 'userErrors', messages: ['Not now.'], times: 2 });
      await deliver();
      await settled();
      await retryFailed();
    });
  }

  /** Half are marked when the app is removed while a call is under way; then it is connected again. */
  uninstalled(count: number): Promise<FaultRow> {
    return this.play('uninstall amid a job, then reconnected', count, async (scene) => {
      const { orders, store, client, deliver, fault, logged, settled, retryFailed } = scene;
      const half = Math.ceil(count / 2);
      await store.control.set({ webhooksMuted: true });
      await deliver(orders.slice(0, half - 1));
      await settled();
      await fault({ operation: 'fulfillmentCreate', do: 'slow' });
      await deliver(orders.slice(half - 1, half));
      await eventually(async () => (await logged('fulfillment')) === half || undefined);
      await store.control.uninstall();
      await store.control.clearFaults();
      await deliver(orders.slice(half));
      await settled();
      await store.control.set({ webhooksMuted: false });
      await connectStore(this.app, this.shopify, client, { shop: store.shop, waits: false });
      await retryFailed();
    });
  }

  answerLost(count: number): Promise<FaultRow> {
    return this.play('answer of fulfillmentCreate lost', count, async ({ deliver, fault }) => {
      await fault({ operation: 'fulfillmentCreate', do: 'cutAfter', times: count });
      await deliver();
    });
  }

  killed(kills: number): Promise<FaultRow> {
    return this.kill(`SIGKILL between fulfil and note, ${kills} times`, 'fulfillment', kills);
  }

  killedAtEvents(kills: number): Promise<FaultRow> {
    return this.kill(`SIGKILL between event and note, ${kills} times`, 'fulfillmentEvent', kills);
  }

  private kill(name: string, kind: 'fulfillment' | 'fulfillmentEvent', kills: number): Promise<FaultRow> {
    return this.play(name, kills, async ({ orders, deliver, fault, logged, settled }) => {
      for (const [index, order] of orders.entries()) {
        await fault({ operation: `${kind}Create`, do: 'slow', ms: 15_000 });
        await deliver([order]);
        await eventually(async () => (await logged(kind)) === index + 1 || undefined);
        await this.app.startAnew();
        await settled();
      }
      return kills;
    });
  }

  private async play(
    fault: string,
    count: number,
    act: (scene: Scene) => Promise<number | void>,
  ): Promise<FaultRow> {
    const client = await addClient(this.app, this.owner);
    const store = await connectStore(this.app, this.shopify, client, { waits: false });
    await setStore(this.app, client, store, { autoFulfill: true });
    const orders = await takenOver(this.app, client, store, 'plain', count);
    const ids = orders.map(({ id }) => id);
    await startWith(this.dispatcher(), ids);
    const settled = () => reported(this.app, 120);
    await settled();
    const kills = await act({
      orders,
      store,
      client,
      settled,
      deliver: async (some = orders) => {
        const { stops } = this.dispatcher();
        await Promise.all(some.map(({ id }) => stops.recordAttempt(id, { state: 'delivered_to_recipient' })));
      },
      fault: (one) => store.control.fault({ on: 'graphql', ...one }),
      logged: async (kind) => (await store.control.log(kind)).length,
      retryFailed: () => this.retryFailed(client),
    });
    await settled();
    return { fault, orders: count, expected: count, kills: kills ?? 0, ...(await this.count(store, ids)) };
  }

  private async retryFailed({ token }: TestClient): Promise<void> {
    const path = '/v1/integrations/shopify/fulfillments';
    const { json } = await call(this.app, 'GET', `${path}?state=failed&limit=100`, { token });
    for (const { orderId } of json.items as { orderId: string }[]) {
      const { status, text } = await call(this.app, 'POST', `${path}/${orderId}/retry`, { token });
      if (status !== 202) throw new Error(text);
    }
  }

  private async count({ control }: ConnectedStore, ids: readonly string[]) {
    const inStore = await control.orders();
    const told = await this.app.database.query<{ n: number }>(
      `select count(*)::int as n from events
        where order_id = any($1) and type = 'order.store_fulfilled' group by order_id having count(*) > 1`,
      [ids],
    );
    const failed = await this.app.database.query(
      `select 1 from shopify_order_fulfillments where order_id = any($1) and state not in ('fulfilled', 'already_fulfilled')`,
      [ids],
    );
    const calls = (await control.log('graphql')).filter(({ operation }) => operation === 'WaybillFulfil');
    const tokens = await control.log('token');
    const deliveries = inStore.map(({ fulfillments }) =>
      fulfillments.flatMap(({ events }) => events.filter(({ status }) => status === 'DELIVERED')),
    );
    return {
      made: inStore.reduce((sum, { fulfillments }) => sum + fulfillments.length, 0),
      twice: inStore.filter(({ fulfillments }) => fulfillments.length > 1).length + told.length,
      eventsOff: deliveries.filter((events) => events.length !== 1).length,
      calls: calls.length,
      refreshes: tokens.filter(({ grantType }) => grantType === 'refresh_token').length,
      failed: failed.length,
    };
  }
}

/** The rows as people read them. */
export function faultTable(rows: readonly FaultRow[]): string {
  const columns = [
    'fault',
    'orders',
    'expected',
    'made',
    'twice',
    'eventsOff',
    'failed',
    'calls',
    'refreshes',
  ] as const;
  const cells = [columns.map(String), ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
        .join('  '),
    )
    .join('\n');
}
