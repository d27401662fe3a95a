import { type ShopifyStub, type StoreControl, startShopifyStub } from '../support/shopify-stub.js';
import { allScopes, type Ask, asker, askWith, newStore } from './asking.js';

interface Listed {
  orders: {
    nodes: { id: string; name: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}

const list = `query List($first: Int, $after: String, $last: Int, $before: String, $query: String, $sortKey: OrderSortKeys, $reverse: Boolean) {
  orders(first: $first, after: $after, last: $last, before: $before, query: $query, sortKey: $sortKey, reverse: $reverse) {
    nodes { id name }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
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

async function names(query: string, more: Record<string, unknown> = {}): Promise<string[]> {
  const { data } = await ask<Listed>(list, { first: 50, query, ...more });
  return data.orders.nodes.map(({ name }) => name);
}

describe('the list of orders', () => {
  it('pages forwards and backwards without loss or repetition, also while orders come', async () => {
    await store.make({ count: 10 });
    const first = await ask<Listed>(list, { first: 4 });
    expect(first.data.orders.nodes.map(({ name }) => name)).toEqual(['#1001', '#1002', '#1003', '#1004']);
    expect(first.data.orders.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    await store.make({ count: 1, daysAgo: 3 });
    const { endCursor: after } = first.data.orders.pageInfo;
    const second = await ask<Listed>(list, { first: 50, after });
    expect(second.data.orders.nodes.map(({ name }) => name)).toEqual([
      '#1005',
      '#1006',
      '#1007',
      '#1008',
      '#1009',
      '#1010',
    ]);
    expect(second.data.orders.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const { startCursor: before } = second.data.orders.pageInfo;
    const back = await ask<Listed>(list, { last: 2, before });
    expect(back.data.orders.nodes.map(({ name }) => name)).toEqual(['#1003', '#1004']);
  });

  it('sorts by the key asked for, both ways', async () => {
    await store.make({ daysAgo: 1 });
    await store.make({ daysAgo: 3 });
    await store.make({ daysAgo: 2 });
    expect(await names('', { sortKey: 'CREATED_AT' })).toEqual(['#1002', '#1003', '#1001']);
    expect(await names('', { sortKey: 'ORDER_NUMBER', reverse: true })).toEqual(['#1003', '#1002', '#1001']);
  });

  it('refuses a page without a size, of more than 250, or after no cursor', async () => {
    const messages = async (variables: Record<string, unknown>) => {
      const { errors } = await ask(list, variables);
      return errors!.map(({ message }) => message);
    };
    expect(await messages({})).toEqual(['you must provide one of first or last']);
    expect(await messages({ first: 1, last: 1 })).toEqual(['providing both first and last is not supported']);
    expect(await messages({ first: 251 })).toEqual(['first must be between 0 and 250']);
    expect(await messages({ first: 1, after: 'nonsense' })).toEqual([
      'Invalid cursor for current pagination sort: nonsense.',
    ]);
  });

  it('searches by name, id, status, dates, tags and words, with AND, OR, NOT and brackets', async () => {
    const [plain] = await store.make({ address: { lastName: 'Quillfeather', city: 'Albany' }, daysAgo: 10 });
    await store.make({ kind: 'partial', tags: ['vip'] });
    await store.make({ kind: 'fulfilled' });
    await store.make({ kind: 'held' });
    await store.make({ kind: 'cancelled' });
    await store.make({ kind: 'pickup', financialStatus: 'PENDING' });
    expect(await names('name:1001')).toEqual(['#1001']);
    expect(await names('name:#1001 OR name:#1003')).toEqual(['#1001', '#1003']);
    expect(await names(`id:${plain!.legacyId}`)).toEqual(['#1001']);
    expect(await names('fulfillment_status:shipped')).toEqual(['#1003']);
    expect(await names('fulfillment_status:partial')).toEqual(['#1002']);
    expect(await names('fulfillment_status:on_hold')).toEqual(['#1004']);
    expect(await names('status:open')).toEqual(['#1001', '#1002', '#1004', '#1006']);
    expect(await names('status:cancelled')).toEqual(['#1005']);
    expect(await names('financial_status:pending')).toEqual(['#1006']);
    expect(await names('delivery_method:pick-up')).toEqual(['#1006']);
    expect(await names('tag:vip')).toEqual(['#1002']);
    expect(await names('quillfeather')).toEqual(['#1001']);
    expect(await names('quill alban')).toEqual(['#1001']);
    expect(await names('"Quillfeather" AND status:open')).toEqual(['#1001']);
    expect(await names('(name:1001 OR name:1002) AND -tag:vip')).toEqual(['#1001']);
    expect(await names('status:open NOT (name:1001 OR name:1006)')).toEqual(['#1002', '#1004']);
    const day = new Date(Date.now() - 5 * 86_400_000).toISOString();
    expect(await names(`created_at:<'${day}'`)).toEqual(['#1001']);
    expect(await names(`created_at:>=${day.slice(0, 10)} name:1001`)).toEqual([]);
    expect(await names('name:100*', { first: 2 })).toEqual(['#1001', '#1002']);
    const counted = await ask<{ ordersCount: { count: number } }>(
      '{ ordersCount(query: "status:open") { count } }',
    );
    expect(counted.data.ordersCount.count).toBe(4);
  });

  it('finds everything by a field that does not exist, and only warns, as Shopify does', async () => {
    await store.make({ count: 2 });
    const { data, extensions } = await ask<Listed>(list, { first: 5, query: 'order_name:1001' });
    expect(data.orders.nodes).toHaveLength(2);
    expect(extensions?.search).toMatchObject([
      { path: ['orders'], warnings: [{ field: 'order_name', code: 'invalid_field' }] },
    ]);
  });
});

describe('one order', () => {
  const one =
    'query One($id: ID!) { order(id: $id) { name } orderByIdentifier(identifier: { id: $id }) { name } }';

  it('is read by its global id, alone or with others', async () => {
    const [order] = await store.make();
    expect((await ask(one, { id: order!.id })).data).toEqual({
      order: { name: '#1001' },
      orderByIdentifier: { name: '#1001' },
    });
    const nodes = 'query Some($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Order { name } } }';
    const missing = 'gid://shopify/Order/1';
    const { data } = await ask<{ nodes: unknown[] }>(nodes, { ids: [order!.id, missing] });
    expect(data.nodes).toEqual([{ __typename: 'Order', id: order!.id, name: '#1001' }, null]);
    const many = await ask(nodes, { ids: Array<string>(251).fill(missing) });
    expect(many.errors![0]!.extensions).toMatchObject({ code: 'MAX_INPUT_SIZE_EXCEEDED' });
  });

  it('is null when there is none, and an error when the id is no global id', async () => {
    const [order] = await store.make();
    const foreign = order!.id.replace('Order', 'Product');
    expect((await ask(one, { id: foreign })).data).toEqual({ order: null, orderByIdentifier: null });
    const { errors } = await ask(one, { id: '1001' });
    expect(errors![0]!.message).toBe("Invalid global id '1001'");
  });

  it('has everything that the schema says', async () => {
    const [order] = await store.make({ kind: 'dated', address: { company: 'Acme', address2: null } });
    const { data, errors } = await ask<{ order: Record<string, unknown> }>(
      `query All($id: ID!) { order(id: $id) {
        legacyResourceId number email phone note poNumber tags test requiresShipping cancelReason closed confirmed
        createdAt processedAt updatedAt displayFinancialStatus displayFulfillmentStatus fulfillable statusPageUrl
        subtotalLineItemsQuantity totalWeight fulfillmentsCount { count precision }
        customAttributes { key value } customer { id displayName firstName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
        shippingAddress { id name company address1 address2 city provinceCode zip countryCodeV2 phone latitude coordinatesValidated formatted(withName: true) }
        shippingLine { title code } totalPriceSet { shopMoney { amount currencyCode } }
        lineItems(first: 5) { edges { cursor node { id name sku quantity unfulfilledQuantity requiresShipping isGiftCard
          originalUnitPriceSet { shopMoney { amount } } variant { title inventoryItem { measurement { weight { unit value } } } } } } }
        fulfillmentOrders(first: 5) { nodes { id orderId orderName requestStatus fulfillAt updatedAt
          order { name } destination { firstName city email } fulfillments(first: 1) { nodes { id } }
          deliveryMethod { id methodType presentedName additionalInformation { phone } } fulfillmentHolds { reason }
          lineItems(first: 5) { nodes { id productTitle sku requiresShipping weight { value } lineItem { id } } } } }
      } }`,
      { id: order!.id },
    );
    expect(errors).toBeUndefined();
    expect(data.order).toMatchObject({
      legacyResourceId: String(order!.legacyId),
      note: 'Please ring twice',
      displayFinancialStatus: 'PAID',
      displayFulfillmentStatus: 'UNFULFILLED',
      shippingAddress: { company: 'Acme', countryCodeV2: 'US' },
      fulfillmentOrders: {
        nodes: [{ orderName: '#1001', order: { name: '#1001' }, requestStatus: 'UNSUBMITTED' }],
      },
    });
  });
});

describe('a query that does not fit the schema', () => {
  it('is refused in Shopify’s words, with HTTP 200 and no data', async () => {
    const { status, data, errors } = await ask('{ orders(first: 1) { nodes { total } } }');
    expect([status, data]).toEqual([200, undefined]);
    expect(errors).toMatchObject([
      {
        message: "Field 'total' doesn't exist on type 'Order'",
        extensions: { code: 'undefinedField', typeName: 'Order', fieldName: 'total' },
      },
    ]);
    const argument = await ask('{ orders(limit: 1) { nodes { id } } }');
    expect(argument.errors![0]!.message).toBe("Field 'orders' doesn't accept argument 'limit'");
  });

  it('may be no GraphQL at all, or have variables of another type', async () => {
    expect((await ask('{ orders(')).errors![0]!.message).toContain('Syntax Error');
    const { errors, data } = await ask('query One($id: ID!) { order(id: $id) { name } }', { id: null });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_VARIABLE' } }]);
  });

  it('is not read at all without a token, in an unknown version, or without a query', async () => {
    const unknown = await asker(stub.url, store.shop, 'shpat_unknown')('{ shop { name } }');
    expect(unknown.status).toBe(401);
    const { accessToken } = await store.tokens(allScopes);
    expect((await asker(stub.url, store.shop, accessToken, '2026-11')('{ shop { name } }')).status).toBe(404);
    expect((await asker(stub.url, store.shop, accessToken)(undefined as unknown as string)).status).toBe(400);
    const elsewhere = await asker(stub.url, 'elsewhere.myshopify.com', accessToken)('{ shop { name } }');
    expect(elsewhere.status).toBe(401);
  });
});

describe('what an app may see', () => {
  it('knows its scopes, with the reading that each writing brings', async () => {
    const { data } = await ask<{ currentAppInstallation: { accessScopes: { handle: string }[] } }>(
      '{ currentAppInstallation { accessScopes { handle } } shop { name myshopifyDomain } }',
    );
    expect(data.currentAppInstallation.accessScopes.map(({ handle }) => handle)).toEqual([
      'read_customers',
      'read_fulfillments',
      'read_merchant_managed_fulfillment_orders',
      'read_orders',
      'write_fulfillments',
      'write_merchant_managed_fulfillment_orders',
    ]);
  });

  it('is refused orders without read_orders, and customers without read_customers', async () => {
    await store.make();
    const { data, errors } = await (
      await askWith(stub, store, ['read_products'])
    )<Listed | null>(list, { first: 1 });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['orders'], extensions: { code: 'ACCESS_DENIED' } }]);
    const withCustomers = '{ orders(first: 1) { nodes { name customer { id } } } }';
    const partly = await (await askWith(stub, store, ['read_orders']))(withCustomers);
    expect(partly.data).toEqual({ orders: { nodes: [{ name: '#1001', customer: null }] } });
    expect(partly.errors![0]!.message).toContain('Access denied for customer field.');
  });

  it('has no fulfilment orders, and no error, with a scope for others', async () => {
    await store.make();
    await store.make({ kind: 'thirdParty' });
    const query = '{ orders(first: 5) { nodes { fulfillmentOrders(first: 5) { nodes { status } } } } }';
    const seen = async (...scopes: string[]) => {
      const { data, errors } = await (
        await askWith(stub, store, ['read_orders', ...scopes])
      )<{
        orders: { nodes: { fulfillmentOrders: { nodes: unknown[] } }[] };
      }>(query);
      expect(errors).toBeUndefined();
      return data.orders.nodes.map(({ fulfillmentOrders }) => fulfillmentOrders.nodes.length);
    };
    expect(await seen('read_merchant_managed_fulfillment_orders')).toEqual([1, 0]);
    expect(await seen('read_third_party_fulfillment_orders')).toEqual([0, 1]);
    expect(await seen('read_assigned_fulfillment_orders')).toEqual([0, 0]);
    expect(await seen()).toEqual([0, 0]);
  });

  it('finds nothing that is older than 60 days without read_all_orders', async () => {
    const [old] = await store.make({ kind: 'old' });
    await store.make({ daysAgo: 59 });
    expect(await names('')).toEqual(['#1002']);
    expect(await names('name:1001')).toEqual([]);
    const one = 'query One($id: ID!) { order(id: $id) { name } nodes(ids: [$id]) { id } }';
    expect((await ask(one, { id: old!.id })).data).toEqual({ order: null, nodes: [null] });
    ask = await askWith(stub, store, [...allScopes, 'read_all_orders']);
    expect(await names('')).toEqual(['#1001', '#1002']);
    await store.set({ wallDays: 10 });
    ask = await askWith(stub, store, allScopes);
    expect(await names('')).toEqual([]);
  });

  it('gets customers’ data, null with an error for each, null alone, or no order at all', async () => {
    await store.make({ phone: '+12125550199' });
    const query =
      '{ orders(first: 1) { nodes { name email phone shippingAddress { name address1 city zip phone } } } }';
    const hidden = {
      name: '#1001',
      email: null,
      phone: null,
      shippingAddress: {
        name: null,
        address1: null,
        city: 'New York',
        zip: expect.any(String) as string,
        phone: null,
      },
    };
    expect((await ask(query)).errors).toBeUndefined();
    await store.set({ customerData: 'redacted' });
    const redacted = await ask(query);
    expect(redacted.data).toEqual({ orders: { nodes: [hidden] } });
    expect(redacted.errors!.map(({ path }) => path!.slice(3).join('.'))).toEqual([
      'email',
      'phone',
      'shippingAddress.name',
      'shippingAddress.address1',
      'shippingAddress.phone',
    ]);
    expect(redacted.errors![0]!.message).toContain('This app is not approved to use the email field.');
    await store.set({ customerData: 'silent' });
    const silent = await ask(query);
    expect(silent.data).toEqual({ orders: { nodes: [hidden] } });
    expect(silent.errors).toBeUndefined();
    await store.set({ customerData: 'refused' });
    const refused = await ask(query);
    expect(refused.data).toBeNull();
    expect(refused.errors![0]!.message).toContain('This app is not approved to access the Order object.');
  });
});

describe('orders of every kind', () => {
  it('show the states that a delivery team meets', async () => {
    const kinds = [
      'plain',
      'twoLocations',
      'partial',
      'held',
      'partlyHeld',
      'scheduled',
      'pickup',
      'local',
    ] as const;
    const more = [
      'digital',
      'mixed',
      'noAddress',
      'dated',
      'thirdParty',
      'fulfilled',
      'cancelled',
      'old',
    ] as const;
    for (const kind of [...kinds, ...more]) await store.make({ kind });
    const shown = (await store.orders()).map(({ fulfillmentStatus, fulfillmentOrders, shippingAddress }) =>
      [
        fulfillmentStatus,
        fulfillmentOrders.map(({ status, methodType }) => `${status} ${methodType}`).join(' + '),
        shippingAddress ? 'addressed' : 'unaddressed',
      ].join(', '),
    );
    expect(shown).toEqual([
      'UNFULFILLED, OPEN SHIPPING, addressed',
      'UNFULFILLED, OPEN SHIPPING + OPEN SHIPPING, addressed',
      'PARTIALLY_FULFILLED, IN_PROGRESS SHIPPING, addressed',
      'ON_HOLD, ON_HOLD SHIPPING, addressed',
      'UNFULFILLED, OPEN SHIPPING + ON_HOLD SHIPPING, addressed',
      'SCHEDULED, SCHEDULED SHIPPING, addressed',
      'UNFULFILLED, OPEN PICK_UP, unaddressed',
      'UNFULFILLED, OPEN LOCAL, addressed',
      'UNFULFILLED, OPEN NONE, unaddressed',
      'UNFULFILLED, OPEN SHIPPING + OPEN NONE, addressed',
      'UNFULFILLED, OPEN SHIPPING, unaddressed',
      'UNFULFILLED, OPEN SHIPPING, addressed',
      'UNFULFILLED, OPEN SHIPPING, addressed',
      'FULFILLED, CLOSED SHIPPING, addressed',
      'UNFULFILLED, CANCELLED SHIPPING, addressed',
      'UNFULFILLED, OPEN SHIPPING, addressed',
    ]);
  });

  it('are made as wished, and ten thousand in a moment', async () => {
    const [made] = await store.make({
      name: '#SPRING-7',
      email: null,
      lines: [{ title: 'Piano', quantity: 2, grams: 200_000, location: 1 }],
      attributes: [{ key: 'Delivery-Date', value: '2026-12-24' }],
    });
    expect(await store.order(made!.id)).toMatchObject({
      name: '#SPRING-7',
      email: null,
      lines: [{ title: 'Piano' }],
    });
    const begun = performance.now();
    const many = await store.make({ count: 10_000 });
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(new Set(many.map(({ id }) => id)).size).toBe(10_000);
    expect((await store.state()).orders).toBe(10_001);
  });
});
