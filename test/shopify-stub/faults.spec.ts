import { type ShopifyStub, type StoreControl, startShopifyStub } from '../support/shopify-stub.js';
import { type Ask, newStore } from './asking.js';

const create = `mutation Fulfil($id: ID!) {
  fulfillmentCreate(fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: $id }] }) {
    fulfillment { id }
    userErrors { field message }
  }
}`;

let stub: ShopifyStub;
let store: StoreControl;
let ask: Ask;
let id: string;

beforeAll(async () => {
  stub = await startShopifyStub();
});
afterAll(() => stub.close());
beforeEach(async () => {
  ({ store, ask } = await newStore(stub));
  const [made] = await store.make();
  id = (await store.order(made!.id)).fulfillmentOrders[0]!.id;
});

const fulfilled = async () => (await store.log('fulfillment')).length;

describe('a fault of the Admin API', () => {
  it('answers a status, with Retry-After as it is given, and does nothing', async () => {
    await store.fault({ on: 'graphql', do: 'status', status: 429, retryAfter: '2.0', times: 2 });
    await store.fault({ on: 'graphql', do: 'status' });
    const answers = [await ask(create, { id }), await ask(create, { id }), await ask(create, { id })];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, '2.0'],
      [429, '2.0'],
      [503, null],
    ]);
    expect(await fulfilled()).toBe(0);
    expect((await ask(create, { id })).status).toBe(200);
    expect(await fulfilled()).toBe(1);
  });

  it('cuts the connection before the work, or after it', async () => {
    await store.fault({ on: 'graphql', do: 'cut' });
    await expect(ask(create, { id })).rejects.toThrow('fetch failed');
    expect(await fulfilled()).toBe(0);
    await store.fault({ on: 'graphql', do: 'cutAfter' });
    await expect(ask(create, { id })).rejects.toThrow('fetch failed');
    expect(await fulfilled()).toBe(1);
    const log = await store.log('graphql');
    expect(log.map(({ fault }) => fault)).toEqual(['cut', 'cutAfter']);
  });

  it('answers late, though the work is done', async () => {
    await store.fault({ on: 'graphql', do: 'slow' });
    let isAnswered = false;
    const answered = ask(create, { id }).finally(() => (isAnswered = true));
    while ((await fulfilled()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isAnswered).toBe(false);
    await store.clearFaults();
    expect((await answered).status).toBe(200);
    await store.fault({ on: 'graphql', do: 'slow', ms: 400 });
    const begun = performance.now();
    await ask(create, { id });
    expect(performance.now() - begun).toBeGreaterThan(390);
  });

  it('throttles, breaks inside, or answers user errors, and does nothing', async () => {
    await store.fault({ on: 'graphql', do: 'throttled' });
    expect((await ask(create, { id })).errors).toMatchObject([{ extensions: { code: 'THROTTLED' } }]);
    await store.set({ currentlyAvailable: 2000 });
    await store.fault({ on: 'graphql', do: 'internal' });
    expect((await ask(create, { id })).errors).toMatchObject([
      { extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    await store.fault({ on: 'graphql', do: 'userErrors', messages: ['The order is being edited.'] });
    expect((await ask(create, { id })).data).toEqual({
      fulfillmentCreate: {
        fulfillment: null,
        userErrors: [{ field: ['fulfillment'], message: 'The order is being edited.' }],
      },
    });
    expect(await fulfilled()).toBe(0);
  });

  it('waits for its operation, and for its turn', async () => {
    await store.fault({ on: 'graphql', operation: 'fulfillmentCreate', do: 'status', after: 1 });
    expect((await ask('{ shop { name } }')).status).toBe(200);
    expect((await ask(create, { id })).status).toBe(200);
    expect((await ask('{ shop { name } }')).status).toBe(200);
    expect((await ask(create, { id })).status).toBe(503);
    expect((await ask(create, { id })).status).toBe(200);
    await store.fault({ on: 'graphql', do: 'status' });
    await store.clearFaults();
    expect((await ask('{ shop { name } }')).status).toBe(200);
  });
});

describe('a store that is not open', () => {
  it.each([
    ['frozen', 402],
    ['locked', 423],
    ['gone', 404],
  ] as const)('and %s answers %d', async (availability, status) => {
    await store.set({ availability });
    expect((await ask('{ shop { name } }')).status).toBe(status);
    await store.set({ availability: 'open' });
    expect((await ask('{ shop { name } }')).status).toBe(200);
  });
});
