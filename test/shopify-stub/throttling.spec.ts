import { parse, type OperationDefinitionNode } from 'graphql';
import { adminSchema } from '../../tools/shopify-stub/admin/admin-schema.ts';
import { damped, queryCost } from '../../tools/shopify-stub/admin/cost.ts';
import { Bucket } from '../../tools/shopify-stub/store/bucket.ts';
import { type ShopifyStub, type StoreControl, startShopifyStub } from '../support/shopify-stub.js';
import { type Ask, newStore } from './asking.js';

const schema = adminSchema();

function costOf(
  query: string,
  variables: Record<string, unknown> = {},
  weigh = (nodes: number) => nodes,
): number {
  const document = parse(query);
  return queryCost(
    { schema, document, variables, weigh },
    document.definitions[0] as OperationDefinitionNode,
  );
}

describe('what a query may cost', () => {
  it.each([
    ['{ shop { name } }', 1],
    ['{ shop { name primaryDomain { host } } }', 2],
    ['{ orders(first: 10) { nodes { id } } }', 12],
    ['{ orders(first: 10) { edges { cursor node { id } } pageInfo { hasNextPage } } }', 12],
    ['{ orders(last: 3) { nodes { id shippingAddress { city } } } }', 8],
    ['{ orders(first: 10) { nodes { id lineItems(first: 5) { nodes { id } } } } }', 2 + 10 * (1 + 7)],
    ['{ a: shop { name } b: shop { name } }', 2],
    ['query A { ...f } fragment f on QueryRoot { shop { name } }', 1],
    ['{ nodes(ids: ["a", "b", "c"]) { ... on Order { id shippingAddress { city } } } }', 6],
    ['mutation { webhookSubscriptionDelete(id: "x") { userErrors { message } } }', 10],
  ])('%s costs %d', (query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it('counts by the variables, and with the square root of the size where that is asked for', () => {
    const query =
      'query L($n: Int, $ids: [ID!]!) { orders(first: $n) { nodes { id } } nodes(ids: $ids) { id } }';
    expect(costOf(query, { n: 100, ids: ['a', 'b'] })).toBe(104);
    expect(costOf(query, { n: 100, ids: ['a', 'b'] }, damped)).toBe(14);
  });
});

describe('the leaky bucket', () => {
  let now = 0;
  const bucket = () =>
    new Bucket(
      () => ({ maximumAvailable: 2000, restoreRate: 100 }),
      () => now,
    );
  beforeEach(() => (now = 0));

  it('gives what it has, and no more', () => {
    const full = bucket();
    expect(full.take(1500)).toBe(true);
    expect(full.take(501)).toBe(false);
    expect(full.status().currentlyAvailable).toBe(500);
    expect(full.take(500)).toBe(true);
    expect(full.status().currentlyAvailable).toBe(0);
  });

  it('gets 100 points a second, up to its size', () => {
    const emptied = bucket();
    emptied.take(2000);
    now = 2500;
    expect(emptied.status().currentlyAvailable).toBe(250);
    expect(emptied.take(251)).toBe(false);
    now = 2510;
    expect(emptied.take(251)).toBe(true);
    now = 3_600_000;
    expect(emptied.status().currentlyAvailable).toBe(2000);
  });

  it('gets back what a query did not cost, and never more than it can hold', () => {
    const one = bucket();
    one.take(1000);
    one.putBack(900);
    expect(one.status().currentlyAvailable).toBe(1900);
    one.putBack(5000);
    expect(one.status().currentlyAvailable).toBe(2000);
  });
});

describe('a store’s points', () => {
  let stub: ShopifyStub;
  let store: StoreControl;
  let ask: Ask;
  beforeAll(async () => {
    stub = await startShopifyStub();
  });
  afterAll(() => stub.close());
  beforeEach(async () => ({ store, ask } = await newStore(stub)));

  const lines = '{ orders(first: 20) { nodes { id lineItems(first: 10) { nodes { id } } } } }';

  it('are told with every answer: asked for, used and left', async () => {
    await store.make({ count: 3, lines: [{ title: 'Mug' }, { title: 'Lamp' }] });
    await store.set({ bucket: { restoreRate: 0 } });
    const { extensions } = await ask(lines);
    const actualQueryCost = 2 + 3 * (1 + 2 + 2);
    expect(extensions?.cost).toEqual({
      requestedQueryCost: 2 + 20 * (1 + 12),
      actualQueryCost,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 2000 - actualQueryCost, restoreRate: 0 },
    });
  });

  it('throttle with HTTP 200 and do nothing, until there are as many as may be needed', async () => {
    await store.set({ currentlyAvailable: 100, bucket: { restoreRate: 0 } });
    const throttled = await ask(lines);
    expect([throttled.status, throttled.data]).toEqual([200, undefined]);
    expect(throttled.errors).toMatchObject([{ message: 'Throttled', extensions: { code: 'THROTTLED' } }]);
    expect(throttled.extensions?.cost).toMatchObject({ requestedQueryCost: 262, actualQueryCost: null });
    const { currentlyAvailable } = throttled.extensions!.cost!.throttleStatus;
    await store.set({ bucket: { restoreRate: 500 } });
    await new Promise((resolve) => setTimeout(resolve, ((262 - currentlyAvailable) / 500) * 1000 + 20));
    expect((await ask(lines)).errors).toBeUndefined();
    const log = await store.log('graphql');
    expect(log.map(({ errors }) => errors)).toEqual([['Throttled'], undefined]);
  });

  it('are counted for each store by itself', async () => {
    await store.set({ currentlyAvailable: 0, bucket: { restoreRate: 0 } });
    expect((await ask('{ shop { name } }')).errors).toMatchObject([{ message: 'Throttled' }]);
    const other = await newStore(stub);
    expect((await other.ask('{ shop { name } }')).errors).toBeUndefined();
  });

  it('are not enough for a query of more than 1,000, whatever is in the bucket', async () => {
    const { errors } = await ask(
      '{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'MAX_COST_EXCEEDED', maxCost: 1000 } }]);
    await store.set({ costModel: 'damped' });
    expect(
      (await ask('{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } }')).errors,
    ).toBe(undefined);
  });
});
