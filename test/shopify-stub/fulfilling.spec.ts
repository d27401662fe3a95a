import { type ShopifyStub, type StoreControl, startShopifyStub } from '../support/shopify-stub.js';
import { type Ask, askWith, newStore } from './asking.js';

interface Created {
  fulfillmentCreate: {
    fulfillment: { id: string; status: string; totalQuantity: number } | null;
    userErrors: { field: string[]; message: string }[];
  };
}

const create = `mutation Fulfil($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id status totalQuantity trackingInfo { company number url } location { name } }
    userErrors { field message }
  }
}`;

let stub: ShopifyStub;
let store: StoreControl;
let ask: Ask;

beforeAll(async () => {
  stub = await startShopifyStub();
});
afterAll(() => stub.close());
beforeEach(async () => ({ store, ask } = await newStore(stub)));

async function fulfil(
  ids: string[],
  more: Record<string, unknown> = {},
): Promise<Created['fulfillmentCreate']> {
  const lineItemsByFulfillmentOrder = ids.map((fulfillmentOrderId) => ({ fulfillmentOrderId }));
  const { data } = await ask<Created>(create, { fulfillment: { lineItemsByFulfillmentOrder, ...more } });
  return data.fulfillmentCreate;
}

/** The first fulfilment order of an order. */
const ownerOf = async (order: string) => (await store.order(order)).fulfillmentOrders[0]!.id;

const refusal = async (ids: string[], more?: Record<string, unknown>) =>
  (await fulfil(ids, more)).userErrors.map(({ message }) => message).join();

describe('fulfillmentCreate', () => {
  it('fulfils all that is left, tells the customer when asked to, and stands in the log', async () => {
    const [made] = await store.make({ email: 'amelia@example.com' });
    const { fulfillmentOrders } = await store.order(made!.id);
    const trackingInfo = { company: 'Waybill', number: 'WB-1', url: 'https://track.test/WB-1' };
    const done = await fulfil([fulfillmentOrders[0]!.id], { notifyCustomer: true, trackingInfo });
    expect(done.userErrors).toEqual([]);
    expect(done.fulfillment).toMatchObject({
      status: 'SUCCESS',
      trackingInfo: [trackingInfo],
      location: { name: 'Main warehouse' },
    });
    expect(await store.order(made!.id)).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      fulfillmentOrders: [{ status: 'CLOSED' }],
      fulfillments: [{ id: done.fulfillment!.id, name: '#1001-F1', notifyCustomer: true }],
    });
    expect(await store.log('fulfillment')).toMatchObject([
      { order: '#1001', notifyCustomer: true, fulfillmentOrderIds: [fulfillmentOrders[0]!.id] },
    ]);
    expect(await store.log('notification')).toMatchObject([
      { to: 'amelia@example.com', trackingUrl: 'https://track.test/WB-1' },
    ]);
  });

  it('tells no customer unless asked to', async () => {
    const [made] = await store.make();
    await fulfil([(await store.order(made!.id)).fulfillmentOrders[0]!.id]);
    expect(await store.log('notification')).toEqual([]);
  });

  it('refuses a second time, with the state in the message', async () => {
    const [made] = await store.make();
    const id = await ownerOf(made!.id);
    await fulfil([id]);
    const again = await fulfil([id]);
    expect(again).toEqual({
      fulfillment: null,
      userErrors: [
        {
          field: ['fulfillment'],
          message: `Fulfillment order ${id.split('/').at(-1)} has an unfulfillable status= closed.`,
        },
      ],
    });
    expect(await store.log('fulfillment')).toHaveLength(1);
  });

  it('fulfils a part, which leaves the rest in progress', async () => {
    const [made] = await store.make({ lines: [{ title: 'Mug', quantity: 5 }] });
    const [owner] = (await store.order(made!.id)).fulfillmentOrders;
    const part = (quantity: number) => ({
      fulfillment: {
        lineItemsByFulfillmentOrder: [
          {
            fulfillmentOrderId: owner!.id,
            fulfillmentOrderLineItems: [{ id: owner!.lines[0]!.id, quantity }],
          },
        ],
      },
    });
    const first = await ask<Created>(create, part(2));
    expect(first.data.fulfillmentCreate.fulfillment?.totalQuantity).toBe(2);
    expect(await store.order(made!.id)).toMatchObject({
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      fulfillmentOrders: [{ status: 'IN_PROGRESS', lines: [{ remainingQuantity: 3 }] }],
    });
    const tooMany = await ask<Created>(create, part(4));
    expect(tooMany.data.fulfillmentCreate.userErrors[0]!.message).toBe(
      'Invalid fulfillment order line item quantity requested.',
    );
    expect((await fulfil([owner!.id])).fulfillment?.totalQuantity).toBe(3);
    expect((await store.order(made!.id)).fulfillmentStatus).toBe('FULFILLED');
  });

  it('takes one call for each location, and one order at a time', async () => {
    const [split, other] = await store.make({ kind: 'twoLocations', count: 2 });
    const own = (await store.order(split!.id)).fulfillmentOrders.map(({ id }) => id);
    const [foreign] = (await store.order(other!.id)).fulfillmentOrders.map(({ id }) => id);
    expect(await refusal(own)).toBe('All fulfillment orders must be assigned to the same location.');
    expect(await refusal([own[0]!, foreign!])).toBe('All fulfillment orders must belong to the same order.');
    expect(await refusal([])).toBe('Line items by fulfillment order must contain at least one item.');
    expect(await refusal([own[0]!, own[0]!])).toBe('Fulfillment orders must be unique.');
    expect(await refusal(['gid://shopify/FulfillmentOrder/1'])).toBe('Fulfillment order does not exist.');
    expect((await fulfil([own[0]!])).userErrors).toEqual([]);
    expect((await store.order(split!.id)).fulfillmentStatus).toBe('PARTIALLY_FULFILLED');
    expect((await fulfil([own[1]!])).userErrors).toEqual([]);
    expect((await store.order(split!.id)).fulfillmentStatus).toBe('FULFILLED');
  });

  it('refuses what is on hold, scheduled or cancelled, until the shop releases it', async () => {
    for (const [kind, status] of [
      ['held', 'on_hold'],
      ['scheduled', 'scheduled'],
      ['cancelled', 'cancelled'],
    ] as const) {
      const [made] = await store.make({ kind });
      const id = await ownerOf(made!.id);
      expect(await refusal([id])).toContain(`has an unfulfillable status= ${status}.`);
    }
    const [held] = await store.make({ kind: 'held' });
    const holds =
      '{ orders(first: 1, reverse: true) { nodes { fulfillmentOrders(first: 1) { nodes { status fulfillmentHolds { id reason reasonNotes displayReason } supportedActions { action } } } } } }';
    expect((await ask(holds)).data).toMatchObject({
      orders: {
        nodes: [
          {
            fulfillmentOrders: {
              nodes: [
                {
                  status: 'ON_HOLD',
                  fulfillmentHolds: [{ reason: 'INCORRECT_ADDRESS', displayReason: 'Incorrect address' }],
                  supportedActions: [{ action: 'RELEASE_HOLD' }, { action: 'HOLD' }, { action: 'MOVE' }],
                },
              ],
            },
          },
        ],
      },
    });
    const released = await store.release(held!.id);
    expect((await fulfil([released.fulfillmentOrders[0]!.id])).userErrors).toEqual([]);
  });

  it('is denied without a scope, and finds nothing of others with the wrong one', async () => {
    const [made] = await store.make({ kind: 'thirdParty' });
    const id = await ownerOf(made!.id);
    expect(await refusal([id])).toBe('Fulfillment order does not exist.');
    ask = await askWith(stub, store, ['read_orders', 'read_third_party_fulfillment_orders']);
    const lineItemsByFulfillmentOrder = [{ fulfillmentOrderId: id }];
    const { data, errors } = await ask(create, { fulfillment: { lineItemsByFulfillmentOrder } });
    expect(data).toEqual({ fulfillmentCreate: null });
    expect(errors).toMatchObject([{ path: ['fulfillmentCreate'], extensions: { code: 'ACCESS_DENIED' } }]);
    ask = await askWith(stub, store, ['write_third_party_fulfillment_orders']);
    expect((await fulfil([id])).userErrors).toEqual([]);
  });

  it('knows no fulfillmentCreateV2', async () => {
    const { errors } = await ask(
      'mutation { fulfillmentCreateV2(fulfillment: {}) { userErrors { message } } }',
    );
    expect(errors![0]!.message).toBe("Field 'fulfillmentCreateV2' doesn't exist on type 'Mutation'");
  });
});

describe('fulfillmentEventCreate', () => {
  const event = `mutation Event($fulfillmentEvent: FulfillmentEventInput!) {
    fulfillmentEventCreate(fulfillmentEvent: $fulfillmentEvent) {
      fulfillmentEvent { id status happenedAt estimatedDeliveryAt }
      userErrors { field message }
    }
  }`;

  it('adds what happened on the way, which the fulfilment then shows', async () => {
    const [made] = await store.make({ kind: 'fulfilled' });
    const [fulfillment] = (await store.order(made!.id)).fulfillments;
    for (const status of ['OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY', 'DELIVERED'])
      await ask(event, { fulfillmentEvent: { fulfillmentId: fulfillment!.id, status, message: status } });
    const { data } = await ask(
      'query One($id: ID!) { fulfillment(id: $id) { displayStatus deliveredAt events(first: 5) { nodes { status } } } }',
      { id: fulfillment!.id },
    );
    expect(data).toMatchObject({
      fulfillment: {
        displayStatus: 'DELIVERED',
        events: {
          nodes: [{ status: 'OUT_FOR_DELIVERY' }, { status: 'ATTEMPTED_DELIVERY' }, { status: 'DELIVERED' }],
        },
      },
    });
    expect(await store.log('fulfillmentEvent')).toHaveLength(3);
  });

  it('needs a fulfilment that exists, a status of Shopify’s, and its scope', async () => {
    const unknown = { fulfillmentId: 'gid://shopify/Fulfillment/1', status: 'DELIVERED' };
    const { data } = await ask<{ fulfillmentEventCreate: { userErrors: unknown[] } }>(event, {
      fulfillmentEvent: unknown,
    });
    expect(data.fulfillmentEventCreate.userErrors).toMatchObject([{ message: 'Fulfillment does not exist' }]);
    const invented = await ask(event, { fulfillmentEvent: { ...unknown, status: 'LOST' } });
    expect(invented.errors).toMatchObject([{ extensions: { code: 'INVALID_VARIABLE' } }]);
    ask = await askWith(stub, store, ['read_orders', 'write_merchant_managed_fulfillment_orders']);
    const denied = await ask(event, { fulfillmentEvent: unknown });
    expect(denied.errors![0]!.message).toContain('`write_fulfillments` access scope');
  });
});
