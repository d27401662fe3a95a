import type { Waybill, Order, OrderProperty, Stop, StopProperty } from '../../sdk/src/index.js';
import { orderDto } from '../../src/modules/orders/orders.dto.js';
import { orderSorts } from '../../src/modules/orders/reads/order-sorts.js';
import { orderStatuses } from '../../src/modules/orders/order-status.js';
import { stopDto } from '../../src/modules/stops/stops.dto.js';
import { addOrder, library, putInState } from '../support/orders.js';
import { problemOf, send } from '../support/raw.js';
import { StatementLog } from '../support/statement-log.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Statements of jobs, such as those of the search index, are not to come between those that are looked at. */
const RUN_JOBS = 'worker';

let app: TestApp;
let client: TestClient;
let portal: Waybill;
let dispatcher: Waybill;
let tokens: Record<'orders' | 'stops', string>;
let foreign: string;
const log = new StatementLog();

/** Two orders in each state: one with all that an order may have, and one with as little as there may be. */
beforeAll(async () => {
  log.start();
  app = await startTestApp({ env: { RUN_JOBS } });
  const owner = await signUp(app);
  client = await addClient(app, owner, {
    requiredFields: ['recipient.phone', 'externalId', 'timing.earliestTime'],
  });
  tokens = { orders: client.token, stops: owner.accessToken };
  [portal, dispatcher] = [app.as(client.token), app.as(owner.accessToken)];
  for (const [index, status] of orderStatuses.entries()) {
    const full = await addOrder(app, client, {
      externalId: `FULL_${index}`,
      address: {
        ...library.address,
        addressName: 'Library',
        addressLineTwo: 'Rear',
        latitude: 40.75 + index / 1000,
        longitude: -73.98,
      },
      timing: { earliestTime: '09:00', latestTime: '12:00', serviceSeconds: 300 },
      size: 'L',
      packageCount: 2,
      products: ['Maps'],
      notes: 'Ring twice',
      requestedDate: `2026-05-0${index + 1}`,
      metadata: { wave: '7' },
    });
    await putInState(app, full.id, status);
    await app.database.query(
      `update orders set import_id = gen_random_uuid(), internal_notes = 'Ask for Bo', return_reason = 'No street',
              store_cancelled_at = now(), eta_at = now(), eta_earliest_at = now() - interval '1 hour',
              eta_latest_at = now() + interval '1 hour', delivery_state = 'failed_not_home', attempted_at = now(),
              signee_name = 'Cy', recipient_notes = 'At the door', attempt_latitude = 40.7, attempt_longitude = -73.9,
              photo_count = 2, has_signature = true, out_for_delivery_at = now(), completed_at = now(), created_at = $2,
              updated_at = $3 where id = $1`,
      [full.id, `2026-03-0${index + 1}T12:00:00Z`, `2026-04-0${9 - index}T12:00:00Z`],
    );
    const bare = await addOrder(app, client, { recipient: null });
    await putInState(app, bare.id, status);
  }
  foreign = (await addOrder(app, await addClient(app, owner))).id;
}, 60_000);
afterAll(async () => {
  log.stop();
  await app.close();
});

type Kind = 'orders' | 'stops';
type Name = StopProperty;
type Item = { id: string } & Partial<Stop>;

/** What the calls of both sides share, for whichever is looked at. */
const reads = (kind: Kind) =>
  ({ orders: portal.orders, stops: dispatcher.stops })[kind] as unknown as {
    list(query: object): Promise<{ items: Item[]; nextCursor: string | null }>;
    get(id: string, query?: object): Promise<Item & { lastResponse: { etag?: string } }>;
  };
const names = { orders: Object.keys(orderDto.shape), stops: Object.keys(stopDto.shape) } as Record<
  Kind,
  Name[]
>;
const only = (item: Item, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name === 'id' || fields.includes(name)));
const properties = (['orders', 'stops'] as const).flatMap((kind) =>
  names[kind].map((name) => [kind, name] as const),
);

describe('an answer with some properties', () => {
  it.each(properties)('of %s has `%s` as whole answers have it', async (kind, name) => {
    const { items } = await reads(kind).list({});
    expect(items.length).toBe(kind === 'orders' ? 14 : 12);
    const some = await reads(kind).list({ fields: [name] });
    expect(some.items).toEqual(items.map((item) => only(item, [name])));
    for (const { id } of items) {
      const [whole, one] = [await reads(kind).get(id), await reads(kind).get(id, { fields: [name] })];
      expect(one).toEqual(only(whole, [name]));
      expect(one.lastResponse.etag).toBe(whole.lastResponse.etag);
    }
  });

  it('tells of every property something, of some order', async () => {
    const { items } = await reads('stops').list({});
    const drafts = await reads('orders').list({ view: 'drafts' });
    const told = (name: Name) =>
      [...items, ...drafts.items].some((item) => !['null', '[]', '{}'].includes(JSON.stringify(item[name])));
    expect(names.stops.filter((name) => !told(name))).toEqual([]);
  });

  it('may have several, in the order of whole ones, each once', async () => {
    const { items } = await portal.orders.list({ fields: ['version', 'status', 'version'], limit: 1 });
    expect(Object.keys(items[0]!)).toEqual(['id', 'status', 'version']);
    expect(await portal.orders.get(items[0]!.id, { fields: ['id'] })).toEqual({ id: items[0]!.id });
    const whole = await portal.orders.get(items[0]!.id);
    expect(await portal.orders.get(whole.id, { fields: names.orders as OrderProperty[] })).toEqual(whole);
  });

  it('has a media type of its own', async () => {
    for (const [kind, token] of Object.entries(tokens)) {
      const typeOf = async (query: string) =>
        (await send(app, 'GET', `/v1/${kind}${query}`, { token })).headers.get('content-type');
      expect(await typeOf('')).toMatch(/^application\/json/);
      expect(await typeOf('?fields=status')).toMatch(/^application\/vnd\.waybill\.sparse\+json/);
    }
  });
});

describe('a list with some properties', () => {
  const near = '40.7532,-73.9822';
  const status = ['submitted', 'delivered', 'failed'];
  it.each<[Kind, object]>([
    ...orderSorts.map((sort): [Kind, object] => ['orders', { sort }]),
    ...orderSorts.map((sort): [Kind, object] => ['stops', { sort }]),
    ['orders', { status, sort: 'requestedDate' }],
    ['orders', { q: 'library' }],
    ['orders', { view: 'drafts' }],
    ['orders', { consistency: 'eventual' }],
    ['stops', { status, sort: '-requestedDate' }],
    ['stops', { near }],
    ['stops', { near, sort: 'updatedAt' }],
    ['stops', { within: '40.7,-74,40.8,-73.9' }],
    ['stops', { q: 'library', sort: '-requestedDate' }],
    ['stops', { 'metadata[wave]': '7' }],
  ])('of %s is that of whole ones, page by page, whatever each asks for: %j', async (kind, query) => {
    const whole = (await reads(kind).list(query)).items;
    expect(whole.length).toBeGreaterThan(1);
    const paged: Item[] = [];
    const turns: (readonly Name[] | undefined)[] = [['status'], ['recipient', 'route'], undefined, ['id']];
    let cursor: string | undefined;
    do {
      const fields = turns[paged.length % turns.length];
      const page = await reads(kind).list({ ...query, fields, limit: 1, cursor });
      const at = whole[paged.length]!;
      expect(page.items).toEqual([fields ? only(at, fields) : at]);
      paged.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged.length).toBe(whole.length);
  });

  it.each([
    ['orders', () => portal.orders.list({ fields: ['status', 'createdAt'] })],
    ['stops', () => dispatcher.stops.list({ fields: ['status', 'createdAt'], sort: 'requestedDate' })],
    [
      'one order',
      async () => portal.orders.get((await portal.orders.list()).items[0]!.id, { fields: ['status'] }),
    ],
  ])('reads no more than it needs of %s', async (_, ask) => {
    await ask();
    log.take();
    await ask();
    const last = log.take().findLast(({ text }) => text.includes('from orders o'))!;
    expect(last.text).toContain('o.status as "status"');
    expect(last.text).not.toMatch(/recipient_|metadata|routes|required_fields|notes/);
  });
});

describe('the statements of what callers compose', () => {
  let direct: TestApp;
  let orders: Waybill['orders'];
  // Nothing is prepared by name behind a pooler, so this one goes past it, if there is one.
  beforeAll(async () => {
    const env = { DATABASE_URL: app.database.url, DATABASE_DIRECT_URL: '', RUN_JOBS };
    direct = await startTestApp({ database: app.database, env });
    orders = direct.as(client.token).orders;
  });
  afterAll(() => direct.close());

  const named = async (ask: () => Promise<unknown>) => {
    log.take();
    await ask();
    return log.take().flatMap(({ text, name }) => (text.includes('from orders o') ? [name] : []));
  };

  it('are prepared while they are among the latest, so that no more are kept than that', async () => {
    const pairs = names.orders.slice(1).flatMap((one, at, all) => (all[at + 1] ? [[one, all[at + 1]!]] : []));
    const asked = [...names.orders.map((one) => [one]), ...pairs];
    expect(asked.length).toBeGreaterThan(50);
    const used = new Set<string | undefined>();
    for (const fields of asked) {
      const ask = () => orders.list({ fields: fields as OrderProperty[] });
      const [name] = await named(ask);
      expect(await named(ask)).toEqual([name]);
      used.add(name);
    }
    expect([...used].every((name) => name?.startsWith('composed_'))).toBe(true);
    expect(used.size).toBe(32);
  });

  it('never take the name of a whole answer’s', async () => {
    const whole = await named(() => orders.list());
    await orders.list({ fields: ['status'] });
    expect(await named(() => orders.list())).toEqual(whole);
    expect(whole).toEqual([expect.stringMatching(/^read_/)]);
  });
});

describe('what may be asked for', () => {
  const refusal = async (kind: Kind, query: string) =>
    (await problemOf(await send(app, 'GET', `/v1/${kind}?${query}`, { token: tokens[kind] }))) as {
      code: string;
      errors: { pointer: string; code: string; detail: string }[];
    };

  it.each<[Kind, string]>([
    ['orders', 'fields=colour'],
    ['orders', 'fields='],
    ['orders', 'fields=id&fields=Status'],
    ['orders', 'fields=address.city'],
    ['orders', 'fields=internalNotes'],
    ['orders', 'fields=organizationId'],
    ['stops', 'fields=__proto__'],
    ['stops', 'fields=constructor'],
  ])('of %s is not %s: what is, is said', async (kind, query) => {
    const detail = `must be one of ${names[kind].join(', ')}`;
    expect(await refusal(kind, query)).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: 'query/fields', code: 'invalid_value', detail }],
    });
  });

  it('is named one by one, which is said to whoever puts commas', async () => {
    const { errors } = await refusal('orders', 'fields=id,status');
    expect(errors[0]!.detail).toMatch(
      /^takes several values as fields=…&fields=…; each must be one of id, status/,
    );
  });

  it('is nothing of exports, nor of what belongs to others', async () => {
    expect(await refusal('orders', 'fields=status&export')).toMatchObject({ code: 'validation_failed' });
    const exported = await send(app, 'GET', '/v1/orders/export?fields=id', { token: client.token });
    expect(exported.status).toBe(400);
    const [known, unknown] = await Promise.all(
      [foreign, '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e'].map(async (id) => {
        const answer = await send(app, 'GET', `/v1/orders/${id}?fields=id`, { token: client.token });
        return [answer.status, await problemOf(answer)];
      }),
    );
    expect(known![0]).toBe(404);
    expect(JSON.stringify(known).replace(foreign, '')).toBe(
      JSON.stringify(unknown).replace('0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e', ''),
    );
  });
});

describe('the version of an order', () => {
  it('is the same of a part and of the whole, for changes', async () => {
    const { id } = await addOrder(app, client);
    const some = await portal.orders.get(id, { fields: ['status'] });
    const ifMatch = some.lastResponse.etag;
    const changed = await portal.orders.update(id, { notes: 'Ring twice' }, { ifMatch });
    await expect(portal.orders.update(id, { notes: 'Ring once' }, { ifMatch })).rejects.toMatchObject({
      code: 'stale_version',
    });
    expect((await portal.orders.get(id, { fields: ['notes'] })).lastResponse.etag).toBe(
      changed.lastResponse.etag,
    );
  });

  it('never stands for an answer: what was asked for is always sent', async () => {
    const { id, lastResponse } = await portal.orders.get((await portal.orders.list()).items[0]!.id);
    const headers = { 'if-none-match': lastResponse.etag! };
    const answer = await send(app, 'GET', `/v1/orders/${id}?fields=id`, { token: client.token, headers });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toEqual({ id } satisfies Pick<Order, 'id'>);
  });
});
