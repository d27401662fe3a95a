import { v7 as uuidv7 } from 'uuid';
import type { Event, Waybill } from '../../sdk/src/index.js';
import type { Permission } from '../../src/auth/access/permissions.js';
import { beginningId } from '../../src/modules/events/event-position.js';
import { planRoute, refusal } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { addOrder } from '../support/orders.js';
import { openRival } from '../support/row-locks.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { createTestDatabase } from '../support/test-database.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the feed of events', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let mine: TestClient;
  let beside: TestClient;
  let client: Waybill;

  beforeAll(async () => {
    app = await startTestApp({ env: { EVENT_RETENTION_DAYS: '30' } });
    const owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    [mine, beside] = [await addClient(app, owner), await addClient(app, owner)];
    client = app.as(mine.token);
  });
  afterAll(() => app.close());

  /** All that the caller's feed has, once nobody writes any more. */
  const feedOf = async (caller: Waybill, query = {}): Promise<Event[]> =>
    eventually(async () => {
      const [{ open }] = (await app.database.query<{ open: boolean }>(
        'select exists (select from events where transaction_id >= oldest_running()) as open',
      )) as [{ open: boolean }];
      return open ? undefined : caller.events.list(query).toArray();
    });
  const last = async (caller: Waybill) => (await feedOf(caller)).at(-1)?.id ?? beginningId;
  const summary = (events: Event[]) => events.map(({ type, orderId }) => [type, orderId]);

  it('tells each side what it may see, oldest first, with its data and its actor', async () => {
    const [clientFrom, dispatcherFrom] = [await last(client), await last(dispatcher)];
    const order = await addOrder(app, mine);
    await client.orders.submit({ ids: [order.id] });
    const route = await planRoute(dispatcher, 0);
    await dispatcher.routes.addStops(route.id, { stopIds: [order.id] });
    const seen = await feedOf(client, { after: clientFrom });
    expect(summary(seen)).toEqual([
      ['order.created', order.id],
      ['order.submitted', order.id],
      ['order.scheduled', order.id],
    ]);
    expect(seen[2]).toEqual({
      id: expect.any(String) as string,
      type: 'order.scheduled',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      clientId: mine.id,
      orderId: order.id,
      data: { routeId: route.id, routeTitle: 'Monday', position: 1 },
      actor: { kind: 'user', name: 'Ada Park' },
    });
    const told = await feedOf(dispatcher, { after: dispatcherFrom });
    expect(summary(told)).toEqual(summary(seen).slice(1));
    expect(await feedOf(app.as(beside.token), { orderId: order.id })).toEqual([]);
  });

  it('is read to its end in pages, and on from there later', async () => {
    const from = await last(client);
    const made = [];
    for (let n = 0; n < 5; n++) made.push((await addOrder(app, mine)).id);
    await feedOf(client);
    const query = { after: from, limit: 2 };
    const pages = [];
    for await (const page of client.events.list(query).pages()) pages.push(page);
    expect(pages.map(({ items, nextCursor }) => [items.length, nextCursor === null])).toEqual([
      [2, false],
      [2, false],
      [1, true],
    ]);
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(pages.flatMap(({ items }) => items.map(({ orderId }) => orderId))).toEqual(made);
    expect((await client.events.list({ after: ids.at(-1) })).items).toEqual([]);
    const { id } = await addOrder(app, mine);
    expect(summary(await feedOf(client, { after: ids.at(-1) }))).toEqual([['order.created', id]]);
    const wrong = client.events.list({ after: ids[0], cursor: pages[0]!.nextCursor! });
    expect(await refusal(wrong)).toBe('400 cursor_mismatch');
  });

  it('skips nothing and repeats nothing when transactions commit in another order than they began', async () => {
    const from = await last(client);
    const rival = await openRival(app.database);
    const held = uuidv7();
    await rival.query(
      `insert into events (id, organization_id, client_id, audience, type, data, actor, request_id, created_at)
       values ($1, $2, $3, 'both', 'order.deleted', '{}', '{"kind": "system", "id": null, "name": null}', '', now())`,
      [held, mine.organizationId, mine.id],
    );
    const later = [(await addOrder(app, mine)).id, (await addOrder(app, mine)).id];
    // They are committed, yet a reader that went past them now would miss what is still open.
    expect((await client.events.list({ after: from })).items).toEqual([]);
    await rival.query('commit');
    const all = await feedOf(client, { after: from });
    expect(all[0]?.id).toBe(held);
    expect(all.map(({ orderId }) => orderId)).toEqual([null, ...later]);
    expect(await feedOf(client, { after: held })).toEqual(all.slice(1));
    await rival.giveWay();
  });

  it('does not wait for transactions of another database of the server', async () => {
    const from = await last(client);
    const elsewhere = await createTestDatabase();
    const foreign = await openRival(elsewhere);
    try {
      await foreign.query('select pg_current_xact_id()');
      const made = [(await addOrder(app, mine)).id, (await addOrder(app, mine)).id];
      const all = await feedOf(client, { after: from });
      expect(all.map(({ orderId }) => orderId)).toEqual(made);
    } finally {
      await foreign.giveWay();
      await elsewhere.drop();
    }
  });

  it('is filtered by type and by order', async () => {
    const order = await addOrder(app, mine);
    await client.orders.submit({ ids: [order.id] });
    await client.orders.withdraw({ ids: [order.id] });
    const ofOrder = (types: Event['type'][]) => feedOf(client, { orderId: order.id, types });
    expect((await ofOrder([])).map(({ type }) => type)).toEqual([
      'order.created',
      'order.submitted',
      'order.withdrawn',
    ]);
    expect((await ofOrder(['order.submitted'])).length).toBe(1);
    expect((await ofOrder(['order.created', 'order.withdrawn'])).length).toBe(2);
    expect(await refusal(client.events.list({ types: ['order.lost' as 'order.failed'] }))).toBe(
      '400 validation_failed',
    );
  });

  it('tells a key what its other scopes let it see', async () => {
    const keyOf = async (caller: Waybill, ...scopes: Permission[]) => {
      const { key } = await caller.apiKeys.create({ name: 'Sync', scopes: scopes as never });
      return app.as(key);
    };
    await addOrder(app, mine);
    const kinds = async (caller: Waybill) => [
      ...new Set((await feedOf(caller)).map(({ type }) => type.split('.')[0])),
    ];
    await app.database.query(
      `insert into events (id, organization_id, client_id, audience, type, data, actor, request_id, created_at)
       values (gen_random_uuid(), $1, $2, 'both', 'client.activated', '{}', '{"kind": "system", "id": null, "name": null}', '', now())`,
      [mine.organizationId, mine.id],
    );
    expect(await refusal((await keyOf(client, 'orders:read')).events.list())).toBe('403 permission_denied');
    expect(await kinds(await keyOf(client, 'events:read'))).toEqual(['client']);
    expect(await kinds(await keyOf(client, 'events:read', 'orders:read'))).toEqual(['order', 'client']);
    expect(await kinds(await keyOf(dispatcher, 'events:read', 'clients:read'))).toEqual(['client']);
    expect(await kinds(await keyOf(dispatcher, 'events:read', 'stops:read'))).toEqual(['order']);
  });

  it('answers the id of somebody else’s event as one that never was', async () => {
    await addOrder(app, beside);
    const [foreign] = await feedOf(app.as(beside.token));
    const answers = await Promise.all(
      [foreign!.id, uuidv7()].map((after) =>
        client.events.list({ after }).then(
          () => 'events',
          ({ status, code, detail }: { status: number; code: string; detail: string }) => [
            status,
            code,
            detail,
          ],
        ),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([400, 'cursor_invalid', expect.any(String)]);
    expect(await refusal(client.events.list({ after: 'nothing' }))).toBe('400 validation_failed');
  });

  it('forgets what is older than is kept, and says so to whom may have missed something', async () => {
    const { id: orderId } = await addOrder(app, mine);
    await client.orders.submit({ ids: [orderId] });
    const known = await feedOf(client, { orderId });
    await app.database.query(
      "update events set created_at = now() - interval '31 days' where order_id = $1",
      [orderId],
    );
    expect(await refusal(client.events.list({ after: known[0]!.id, orderId }))).toBe('410 cursor_expired');
    expect(await refusal(client.events.list({ after: known[0]!.id }))).toBe('410 cursor_expired');
    const gone = uuidv7({ msecs: Date.now() - 31 * 86_400_000 });
    expect(await refusal(client.events.list({ after: gone }))).toBe('410 cursor_expired');
    expect(await feedOf(client, { orderId })).toEqual([]);
    // The order's own timeline keeps it.
    const { items } = await client.orders.timeline(orderId);
    expect(items.map(({ id }) => id)).toEqual(known.map(({ id }) => id).toReversed());
  });

  it('goes on from the last event of a team that was quiet for longer than events are kept', async () => {
    const owner = await signUp(app);
    const quiet = await addClient(app, owner);
    const reader = app.as(quiet.token);
    const order = await addOrder(app, quiet);
    await reader.orders.submit({ ids: [order.id] });
    await feedOf(reader);
    const [made, submitted] = (await reader.orders.timeline(order.id)).items.toReversed();
    await app.database.query(
      "update events set created_at = now() - interval '40 days' where organization_id = $1",
      [quiet.organizationId],
    );
    expect((await reader.events.list({ after: submitted!.id })).items).toEqual([]);
    expect((await reader.events.list()).items).toEqual([]);
    expect(await refusal(reader.events.list({ after: made!.id }))).toBe('410 cursor_expired');
    // Of what is asked for nothing came after it.
    const wanted = { after: made!.id, types: ['order.failed' as const] };
    expect((await reader.events.list(wanted)).items).toEqual([]);
    const news = await addOrder(app, quiet);
    expect(summary(await feedOf(reader, { after: submitted!.id }))).toEqual([['order.created', news.id]]);
    expect(summary(await feedOf(reader))).toEqual([['order.created', news.id]]);
  });

  it('lets whoever began with the oldest event read on, and leaves nothing out that began earlier', async () => {
    const { id: orderId } = await addOrder(app, mine);
    await client.orders.submit({ ids: [orderId] });
    await client.orders.withdraw({ ids: [orderId] });
    const from = (await feedOf(client, { orderId }))[0]!.id;
    // The transaction of the last one began before the one before it.
    await app.database.query(
      `update events set created_at = now() - case type when 'order.withdrawn' then interval '32 days'
         else interval '30 days 12 hours' end where order_id = $1`,
      [orderId],
    );
    expect(summary(await feedOf(client, { orderId, after: from }))).toEqual([
      ['order.submitted', orderId],
      ['order.withdrawn', orderId],
    ]);
  });
});
