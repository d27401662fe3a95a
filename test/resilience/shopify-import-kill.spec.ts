import { connectStore, startShopify, type TestShopify } from '../support/shopify.js';
import { addClient, signUp } from '../support/tenants.js';
import { call } from '../support/http.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const orders = 360;
const kills = 4;

describe('an import of a whole store whose server is killed', () => {
  let shopify: TestShopify;
  let app: TestProcess;
  beforeAll(async () => {
    shopify = await startShopify();
    app = await startTestProcess({ env: shopify.env });
  });
  afterAll(async () => {
    await app.close();
    await shopify.close();
  });

  it('ends with each order once', async () => {
    const client = await addClient(app, await signUp(app));
    const store = await connectStore(app, shopify, client);
    await store.control.set({
      bucket: { maximumAvailable: 20_000, restoreRate: 20_000 },
      webhooksMuted: true,
    });
    await store.control.make({ count: orders, announce: false });
    // Held until the first kill, so that it meets the import while it runs.
    await store.control.fault({
      on: 'graphql',
      operation: 'WaybillOrderPage',
      after: 2,
      do: 'slow',
      ms: 20_000,
    });
    const begun = await call(app, 'POST', '/v1/integrations/shopify/imports', {
      token: client.token,
      body: { all: true },
    });
    const { id } = begun.json.import as { id: string };

    const killedAt: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const before = await stateOf(id);
      for (let now = before; now.pages === before.pages && !isOver(now.status); now = await stateOf(id))
        await pause(3);
      await pause(Math.random() * 120);
      await app.kill();
      const { status, found } = await stateOf(id);
      if (status === 'running') killedAt.push(found);
      await store.control.clearFaults();
      await app.startAnew();
    }
    while (!isOver((await stateOf(id)).status)) await pause(25);

    expect(await stateOf(id)).toMatchObject({
      status: 'completed',
      found: orders,
      imported: orders,
      skipped: 0,
      rejected: 0,
    });
    const [made] = await app.database.query(
      `select count(*)::int as orders, count(distinct o.external_id)::int as names,
              count(distinct r.shopify_order_id)::int as ids
         from orders o join shopify_orders r on r.order_id = o.id where o.client_id = $1`,
      [client.id],
    );
    expect(made).toEqual({ orders, names: orders, ids: orders });
    const [told] = await app.database.query(
      `select count(*)::int as events, count(distinct order_id)::int as orders from events
        where client_id = $1 and type = 'order.created'`,
      [client.id],
    );
    expect(told).toEqual({ events: orders, orders });
    // The first kill waits for a committed page, and another is held until then.
    expect(killedAt.length).toBeGreaterThan(0);
  }, 300_000);

  async function stateOf(id: string) {
    const [state] = await app.database.query<{
      status: string;
      pages: number;
      found: number;
      imported: number;
      skipped: number;
      rejected: number;
    }>(
      `select status, pages, orders_found as found, orders_imported as imported, orders_skipped as skipped,
              orders_rejected as rejected from shopify_imports where id = $1`,
      [id],
    );
    return state!;
  }
});

const isOver = (status: string) => status !== 'queued' && status !== 'running';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
