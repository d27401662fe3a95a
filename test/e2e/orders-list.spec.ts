import { v7 as uuidv7 } from 'uuid';
import type { Order } from '../../sdk/src/index.js';
import { orderSorts } from '../../src/modules/orders/reads/order-sorts.js';
import { orderStatuses, orderViews } from '../../src/modules/orders/order-status.js';
import { addOrder, putInState, rawAnswer } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type ListOptions = Parameters<ReturnType<TestApp['as']>['orders']['list']>[0];

let app: TestApp;
let client: TestClient;
/** One order in each state, oldest first. */
const orders: Order[] = [];
const importId = uuidv7();
/** The days that the later orders are wanted on; the first three say none. */
const days = [null, null, null, '2026-05-02', '2026-05-02', '2026-05-01', '2026-05-01'];

beforeAll(async () => {
  app = await startTestApp();
  const owner = await signUp(app);
  client = await addClient(app, owner);
  const neighbour = await addClient(app, owner);
  for (const [index, status] of orderStatuses.entries()) {
    const order = await addOrder(app, client, {
      externalId: `ORDER_${index}`,
      address: {
        addressLineOne: `${index} Elm Street`,
        city: index === 2 ? '100% Town' : 'Springfield',
        zip: `0211${index}`,
      },
      recipient: { name: `Reader ${index}`, email: `reader${index}@example.org` },
    });
    await putInState(app, order.id, status);
    await app.database.query(
      `update orders set created_at = $2, updated_at = $3, scheduled_at = $2,
         source = case when $4::int % 2 = 0 then 'spreadsheet' else source end,
         import_id = case when $4::int % 2 = 0 then $5::uuid end, import_row = $4, requested_date = $6 where id = $1`,
      [
        order.id,
        `2026-03-0${index + 1}T12:00:00Z`,
        `2026-04-0${9 - index}T12:00:00Z`,
        index,
        importId,
        days[index] ?? null,
      ],
    );
    orders.push(order);
    await putInState(app, (await addOrder(app, neighbour, { recipient: { name: 'Reader X' } })).id, status);
  }
});
afterAll(() => app.close());

/** The places in {@link orders} of what the list answers. */
async function listed(options: ListOptions): Promise<number[]> {
  const { items } = await app.as(client.token).orders.list(options);
  return items.map(({ id }) => orders.findIndex((order) => order.id === id));
}

const places = (statuses: readonly string[]) =>
  orderStatuses.flatMap((status, index) => (statuses.includes(status) ? [index] : [])).reverse();

describe('the list of orders', () => {
  it.each<[string, ListOptions, number[]]>([
    ['nothing', {}, [6, 5, 4, 3, 2, 1, 0]],
    ['one state', { status: ['failed'] }, [6]],
    ['several states', { status: ['failed', 'draft', 'scheduled'] }, [6, 2, 0]],
    ['drafts', { view: 'drafts' }, places(orderViews.drafts)],
    ['active ones', { view: 'active' }, places(orderViews.active)],
    ['completed ones', { view: 'completed' }, places(orderViews.completed)],
    ['a state within a view', { view: 'active', status: ['scheduled', 'draft'] }, [2]],
    ['a state outside its view', { view: 'drafts', status: ['failed'] }, []],
    ['an import', { importId }, [6, 4, 2, 0]],
    ['an unknown import', { importId: uuidv7() }, []],
    ['a source', { source: 'manual' }, [5, 3, 1]],
    ['an own Id', { externalId: 'ORDER_3' }, [3]],
    ['part of an own Id', { externalId: 'ORDER' }, []],
    ['a name, in any case', { q: 'rEADER 4' }, [4]],
    ['an e-mail', { q: 'reader5@' }, [5]],
    ['an address', { q: '1 elm street springfield' }, [1]],
    ['a zip', { q: '02116' }, [6]],
    ['an Id by search', { q: 'order_2' }, [2]],
    ['a percent sign, which is no wildcard', { q: '100%' }, [2]],
    ['an underscore, which is no wildcard', { q: 'elm_street' }, []],
    ['a backslash', { q: '\\' }, []],
    ['a quote', { q: "' or 1=1 --" }, []],
    ['made from', { createdFrom: '2026-03-05T12:00:00Z' }, [6, 5, 4]],
    ['made up to', { createdTo: '2026-03-02T12:00:00Z' }, [1, 0]],
    [
      'made within, with an offset',
      { createdFrom: '2026-03-03T14:00:00+02:00', createdTo: '2026-03-04T12:00:00Z' },
      [3, 2],
    ],
    ['scheduled from', { scheduledFrom: '2026-03-06T00:00:00Z' }, [6, 5]],
    ['scheduled up to', { scheduledTo: '2026-03-02T00:00:00Z' }, [0]],
    ['oldest first', { sort: 'createdAt' }, [0, 1, 2, 3, 4, 5, 6]],
    ['last changed first', { sort: '-updatedAt' }, [0, 1, 2, 3, 4, 5, 6]],
    ['first changed first', { sort: 'updatedAt', status: ['draft', 'failed'] }, [6, 0]],
    ['first wanted first', { sort: 'requestedDate' }, [5, 6, 3, 4, 0, 1, 2]],
    ['last wanted first', { sort: '-requestedDate' }, [4, 3, 6, 5, 2, 1, 0]],
    ['wanted, several states', { sort: '-requestedDate', status: ['draft', 'failed'] }, [6, 0]],
    ['all of it', { view: 'active', source: 'spreadsheet', q: 'elm', importId, sort: 'createdAt' }, [2]],
  ])('asked for %s', async (_what, options, expected) => {
    expect(await listed(options)).toEqual(expected);
  });

  it.each(orderSorts)('asked for one state, by %s', async (sort) => {
    expect(await listed({ status: ['failed'], sort })).toEqual([6]);
    expect(await listed({ status: ['failed'], sort, q: 'springfield' })).toEqual([6]);
  });

  it.each<ListOptions>([
    {},
    { sort: 'createdAt' },
    { sort: 'updatedAt' },
    { sort: '-updatedAt' },
    { status: ['draft', 'submitted', 'failed', 'delivered'] },
    { status: ['draft', 'submitted', 'failed'], sort: '-updatedAt' },
    { sort: 'requestedDate' },
    { sort: '-requestedDate' },
    { sort: 'requestedDate', limit: 1 },
    { sort: '-requestedDate', limit: 1 },
    { status: ['draft', 'submitted', 'failed', 'delivered'], sort: 'requestedDate' },
    { status: ['draft', 'submitted', 'failed', 'delivered'], sort: '-requestedDate' },
    { q: 'springfield' },
  ])('goes on page by page, missing and repeating none: %j', async (options) => {
    const whole = await listed({ ...options, limit: 50 });
    expect(whole.length).toBeGreaterThan(2);
    const paged: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.as(client.token).orders.list({ limit: 2, ...options, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items.map(({ id }) => orders.findIndex((order) => order.id === id)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
  });

  it('breaks ties by id, whatever it is sorted by', async () => {
    const owner = await signUp(app);
    const busy = await addClient(app, owner);
    const items = Array.from({ length: 9 }, () => ({ address: { addressLineOne: '1 Elm Street' } }));
    const { orders: as } = app.as(busy.token);
    await as.createMany({ orders: items });
    for (const sort of orderSorts) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await as.list({ sort, limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      const sorted = [...seen].sort();
      expect(new Set(seen).size).toBe(9);
      expect(seen).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
    }
  });

  it('refuses a cursor of another list', async () => {
    const as = app.as(client.token).orders;
    const { nextCursor } = await as.list({ limit: 1 });
    for (const other of [{ status: ['draft'] }, { q: 'elm' }, { sort: 'createdAt' }] as ListOptions[])
      await expect(as.list({ ...other, cursor: nextCursor! })).rejects.toMatchObject({
        status: 400,
        code: 'cursor_mismatch',
      });
  });

  it.each(['nonsense', '', 'e30', '{"k":[]}'])('refuses the cursor “%s”', async (cursor) => {
    const answer = await rawAnswer(
      app,
      client.token,
      'GET',
      `/v1/orders?cursor=${encodeURIComponent(cursor)}`,
    );
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('cursor_invalid');
  });

  it('refuses a cursor that was tampered with, and never passes it on to the database', async () => {
    const as = app.as(client.token).orders;
    for (const sort of ['-createdAt', '-updatedAt', 'requestedDate', '-requestedDate'] as const) {
      const { nextCursor } = await as.list({ limit: 1, sort });
      const { f } = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as { f: string };
      for (const k of [
        [],
        [null],
        [null, null],
        ['x'],
        [1, 2],
        ['2026-02-30', uuidv7()],
        ['2026-02-31T00:00:00Z', uuidv7()],
        [uuidv7(), uuidv7()],
      ]) {
        const cursor = Buffer.from(JSON.stringify({ k, f })).toString('base64url');
        await expect(as.list({ sort, cursor })).rejects.toMatchObject({ code: 'cursor_invalid' });
      }
    }
  });

  it.each([
    ['limit=0', 'query/limit'],
    ['limit=201', 'query/limit'],
    ['limit=ten', 'query/limit'],
    ['status=gone', 'query/status'],
    ['view=all', 'query/view'],
    ['sort=id', 'query/sort'],
    ['importId=7', 'query/importId'],
    ['source=mail', 'query/source'],
    ['createdFrom=yesterday', 'query/createdFrom'],
    ['createdTo=0000-01-01T00:00:00Z', 'query/createdTo'],
    ['q=a%00b', 'query/q'],
    ['clientId=7', 'query/clientId'],
  ])('refuses ?%s', async (query, pointer) => {
    const response = await fetch(`${app.url}/v1/orders?${query}`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect([response.status, errors[0]?.pointer]).toEqual([400, pointer]);
  });

  it('counts the orders of every state', async () => {
    expect(await app.as(client.token).orders.summary()).toEqual(
      Object.fromEntries(orderStatuses.map((status) => [status, 1])),
    );
    const fresh = await addClient(app, await signUp(app));
    expect(await app.as(fresh.token).orders.summary()).toEqual(
      Object.fromEntries(orderStatuses.map((status) => [status, 0])),
    );
  });
});
