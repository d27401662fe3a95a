import { v7 as uuidv7 } from 'uuid';
import type { ListStopsQuery, Waybill } from '../../sdk/src/index.js';
import { orderSorts } from '../../src/modules/orders/reads/order-sorts.js';
import { refusal, stopAt } from '../support/dispatch.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let dispatcher: Waybill;
let client: TestClient;
let routeId: string;
/** Ids of the stops, oldest first; the later, the farther north. */
const stops: string[] = [];
/** The days they are wanted on; the first and the fourth say none. */
const days = [null, '2026-05-03', '2026-05-01', null, '2026-05-02', '2026-05-02'];

beforeAll(async () => {
  app = await startTestApp();
  const owner = await signUp(app);
  dispatcher = app.as(owner.accessToken);
  client = await addClient(app, owner);
  for (const [index, requestedDate] of days.entries()) {
    const clientId = index % 2 === 0 ? client.id : null;
    const { id } = await dispatcher.stops.create(stopAt(index, { requestedDate, clientId }));
    await app.database.query('update orders set created_at = $2, updated_at = $3 where id = $1', [
      id,
      `2026-03-0${index + 1}T12:00:00Z`,
      `2026-04-0${9 - index}T12:00:00Z`,
    ]);
    stops.push(id);
  }
  const route = await dispatcher.routes.create({ title: 'Monday' });
  routeId = route.id;
  await dispatcher.routes.addStops(routeId, { stopIds: [stops[1]!, stops[3]!] });
  await app.database.query(`update orders set updated_at = '2026-05-01' where route_id = $1`, [routeId]);
  await app.as((await signUp(app)).accessToken).stops.create(stopAt(0, { requestedDate: days[1] }));
});
afterAll(() => app.close());

const places = (items: { id: string }[]) => items.map(({ id }) => stops.indexOf(id));
const listed = async (query: ListStopsQuery) => places((await dispatcher.stops.list(query)).items);
const near = '40.7532,-73.9822';

describe('the list of stops', () => {
  it.each<[string, () => ListStopsQuery, number[]]>([
    ['nothing', () => ({}), [5, 4, 3, 2, 1, 0]],
    ['the oldest first', () => ({ sort: 'createdAt' }), [0, 1, 2, 3, 4, 5]],
    ['the last changed first', () => ({ sort: '-updatedAt', assigned: false }), [0, 2, 4, 5]],
    ['the longest unchanged first', () => ({ sort: 'updatedAt', status: ['submitted'] }), [5, 4, 2, 0]],
    ['the first wanted first', () => ({ sort: 'requestedDate' }), [2, 4, 5, 1, 0, 3]],
    ['the last wanted first', () => ({ sort: '-requestedDate' }), [1, 5, 4, 2, 3, 0]],
    ['those wanted from a day', () => ({ requestedFrom: '2026-05-02' }), [5, 4, 1]],
    ['those wanted up to a day', () => ({ requestedTo: '2026-05-02' }), [5, 4, 2]],
    ['those wanted on a day', () => ({ requestedFrom: '2026-05-03', requestedTo: '2026-05-03' }), [1]],
    ['no day at all', () => ({ requestedFrom: '2026-05-04', requestedTo: '2026-05-01' }), []],
    [
      'unassigned ones, the first wanted first',
      () => ({ assigned: false, sort: 'requestedDate' }),
      [2, 4, 5, 0],
    ],
    ['assigned ones, the first wanted first', () => ({ assigned: true, sort: 'requestedDate' }), [1, 3]],
    ['those of a route', () => ({ routeId, sort: '-requestedDate' }), [1, 3]],
    ['a state that the assigned are never in', () => ({ assigned: true, status: ['submitted'] }), []],
    [
      'a client’s, wanted from a day',
      () => ({ clientId: client.id, requestedFrom: '2026-05-01', sort: '-requestedDate' }),
      [4, 2],
    ],
    ['found ones', () => ({ q: 'recipient north', sort: 'requestedDate' }), [2, 4, 5, 1, 0, 3]],
    ['those in an area', () => ({ within: '40.7,-74,40.778,-73.9', sort: 'requestedDate' }), [2, 1, 0]],
    ['those around a place', () => ({ near, radiusMeters: 3_100 }), [0, 1, 2, 3]],
    [
      'those around a place, the last wanted first',
      () => ({ near, radiusMeters: 3_100, sort: '-requestedDate' }),
      [1, 2, 3, 0],
    ],
  ])('asked for %s', async (_what, query, expected) => {
    expect(await listed(query())).toEqual(expected);
  });

  it.each<ListStopsQuery>([
    ...orderSorts.map((sort) => ({ sort })),
    { sort: 'requestedDate', status: ['submitted'] },
    { sort: '-requestedDate', assigned: false },
    { sort: 'requestedDate', requestedFrom: '2026-05-02' },
    { sort: '-requestedDate', q: 'recipient' },
    { sort: 'requestedDate', near },
    { near },
  ])('goes on stop by stop, missing and repeating none: %j', async (query) => {
    const whole = await listed(query);
    expect(whole.length).toBeGreaterThan(2);
    const paged: number[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await dispatcher.stops.list({ ...query, limit: 1, cursor });
      paged.push(...places(items));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
  });

  it('goes on where it was, also after the stop there has got another day', async () => {
    const query = { sort: 'requestedDate', limit: 2 } as const;
    const { items, nextCursor } = await dispatcher.stops.list(query);
    await dispatcher.stops.update(stops[4]!, { requestedDate: null });
    const rest = await dispatcher.stops.list({ ...query, limit: 50, cursor: nextCursor! });
    await dispatcher.stops.update(stops[4]!, { requestedDate: days[4]! });
    expect([places(items), places(rest.items)]).toEqual([
      [2, 4],
      [5, 1, 0, 3, 4],
    ]);
  });

  it('refuses a cursor of another sort, and one with keys of another type', async () => {
    const { nextCursor } = await dispatcher.stops.list({ sort: 'requestedDate', limit: 1 });
    const cursor = nextCursor!;
    expect(await refusal(dispatcher.stops.list({ cursor }))).toBe('400 cursor_mismatch');
    expect(await refusal(dispatcher.stops.list({ sort: '-requestedDate', cursor }))).toBe(
      '400 cursor_mismatch',
    );
    const { f } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { f: string };
    for (const k of [[null, null], ['2026-02-30', uuidv7()], ['2026-05-01T00:00:00Z', uuidv7()], [1]]) {
      const forged = Buffer.from(JSON.stringify({ k, f })).toString('base64url');
      expect(await refusal(dispatcher.stops.list({ sort: 'requestedDate', cursor: forged }))).toBe(
        '400 cursor_invalid',
      );
    }
  });

  it('is exported with its filters, in its order', async () => {
    for (const query of [
      { sort: 'requestedDate', assigned: false } as const,
      { sort: '-requestedDate', requestedTo: '2026-05-02' } as const,
    ]) {
      const text = await (await dispatcher.stops.export({ ...query, format: 'ndjson' })).text();
      const lines = text.trim().split('\n');
      expect(places(lines.map((line) => JSON.parse(line) as { id: string }))).toEqual(await listed(query));
    }
  });
});
