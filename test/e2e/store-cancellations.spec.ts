import type { Session } from '../../sdk/src/index.js';
import { Database } from '../../src/database/database.js';
import { OrderCancellation } from '../../src/modules/orders/order-cancellation.service.js';
import type { OrderStatus } from '../../src/modules/orders/order-status.js';
import { importFile } from '../support/imports.js';
import { eventsSettled } from '../support/event-reader.js';
import { addOrder, putInState } from '../support/orders.js';
import { openRival } from '../support/row-locks.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let owner: Session;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app);
  client = await addClient(app, owner, { requiredFields: ['address.zip'] });
});
afterAll(() => app.close());

const shop = 'book-nook.myshopify.com';
const mine = (of = client) => app.as(of.token).orders;
const dispatcher = () => app.as(owner.accessToken);

/** What the job of the store's webhook does, in the client's scope. */
function cancel(orderId: string, { id, organizationId }: TestClient = client) {
  const cancellation = app.nest.get(OrderCancellation, { strict: false });
  return app.nest
    .get(Database)
    .as({ audience: 'client', organizationId, clientId: id }, (em) =>
      cancellation.cancelByStore(em, orderId, { shop, reason: 'The customer changed their mind.' }),
    );
}

interface Told {
  type: string;
  audience: string;
  actor: { kind: string };
  data: unknown;
}

/** Events of the order since its cancellation, oldest first. */
async function told(id: string): Promise<Told[]> {
  return app.database.query<Told>(
    `select type, audience, actor, data from events where order_id = $1 and type <> 'order.created' order by seq`,
    [id],
  );
}

async function orderIn(status: OrderStatus) {
  const order = await addOrder(app, client);
  await putInState(app, order.id, status);
  return mine().get(order.id);
}

const storeCancelled = (audience: 'client' | 'both') => ({
  type: 'order.store_cancelled',
  audience,
  actor: { kind: 'system', id: null, name: null },
  data: { provider: 'shopify', shop, reason: 'The customer changed their mind.' },
});

describe('a store that cancels an order', () => {
  it.each([
    ['draft', 'marked', 'draft', [storeCancelled('client')]],
    [
      'submitted',
      'withdrawn',
      'draft',
      [
        {
          type: 'order.withdrawn',
          audience: 'both',
          actor: { kind: 'system', id: null, name: null },
          data: { status: 'draft' },
        },
        storeCancelled('both'),
      ],
    ],
    ['scheduled', 'marked', 'scheduled', [storeCancelled('both')]],
    ['out_for_delivery', 'marked', 'out_for_delivery', [storeCancelled('both')]],
    ['delivered', 'marked', 'delivered', [storeCancelled('both')]],
    ['picked_up', 'marked', 'picked_up', [storeCancelled('both')]],
    ['failed', 'marked', 'failed', [storeCancelled('both')]],
  ] as const)('that is %s leaves it %s, as %s', async (from, end, to, events) => {
    const before = await orderIn(from);
    expect(before.storeCancelledAt).toBeNull();
    expect(await cancel(before.id)).toBe(end);
    const after = await mine().get(before.id);
    expect(after).toEqual({
      ...before,
      status: to,
      ...(to === 'draft' && { trackingUrl: null, delivery: null, submittedAt: null }),
      storeCancelledAt: after.updatedAt,
      updatedAt: expect.any(String) as string,
      version: before.version + 1,
    });
    expect(await told(before.id)).toEqual(events);
    expect(await cancel(before.id)).toBe('unchanged');
    expect(await told(before.id)).toEqual(events);
    expect(await mine().get(before.id)).toEqual(after);
  });

  it('leaves the stop of a dispatcher where it is, and is told to both sides', async () => {
    const { id } = await orderIn('submitted');
    await app.database.query(`update orders set source = 'dispatcher' where id = $1`, [id]);
    expect(await cancel(id)).toBe('marked');
    const stop = await dispatcher().stops.get(id);
    expect([stop.status, stop.storeCancelledAt !== null]).toEqual(['submitted', true]);
    await eventsSettled(app);
    const feed = await dispatcher().events.list({ limit: 200 });
    expect(feed.items.filter(({ orderId }) => orderId === id).map(({ type }) => type)).toContain(
      'order.store_cancelled',
    );
    const { items } = await mine().timeline(id);
    expect(items[0]).toMatchObject({ type: 'order.store_cancelled', actor: { kind: 'system' } });
  });

  it('has no say over another client’s order', async () => {
    const { id } = await orderIn('submitted');
    expect(await cancel(id, await addClient(app, owner))).toBe('unchanged');
    expect((await mine().get(id)).storeCancelledAt).toBeNull();
  });

  it('twice at once is heard once', async () => {
    const { id } = await orderIn('submitted');
    const ends = await Promise.all(Array.from({ length: 6 }, () => cancel(id)));
    expect(ends.filter((end) => end === 'withdrawn')).toHaveLength(1);
    expect((await told(id)).map(({ type }) => type)).toEqual(['order.withdrawn', 'order.store_cancelled']);
  });
});

describe('a dispatcher who puts it on a route at the same moment', () => {
  it('keeps it, marked, where the route was first', async () => {
    const { id } = await orderIn('submitted');
    const rival = await openRival(app.database);
    await rival.query('select from orders where id = $1 for update', [id]);
    const route = await dispatcher().routes.create({ title: 'Monday' });
    const assigning = dispatcher().routes.addStops(route.id, { stopIds: [id] });
    await rival.isWaitedForBy(1);
    const cancelling = cancel(id);
    await rival.isWaitedForBy(2);
    await rival.giveWay();
    await assigning;
    expect(await cancelling).toBe('marked');
    const stop = await dispatcher().stops.get(id);
    expect([stop.status, stop.route?.id, stop.storeCancelledAt !== null]).toEqual([
      'scheduled',
      route.id,
      true,
    ]);
  });

  it('is refused where the store was first', async () => {
    const { id } = await orderIn('submitted');
    const rival = await openRival(app.database);
    await rival.query('select from orders where id = $1 for update', [id]);
    const cancelling = cancel(id);
    await rival.isWaitedForBy(1);
    const route = await dispatcher().routes.create({ title: 'Tuesday' });
    const assigning = dispatcher()
      .routes.addStops(route.id, { stopIds: [id] })
      .then(
        () => 'assigned',
        (error: { status: number }) => error.status,
      );
    await rival.isWaitedForBy(2);
    await rival.giveWay();
    expect(await cancelling).toBe('withdrawn');
    expect(await assigning).toBeGreaterThanOrEqual(404);
    expect((await mine().get(id)).status).toBe('draft');
  });

  it('or does not, but never is both done', async () => {
    const route = await dispatcher().routes.create({ title: 'Wednesday' });
    for (let round = 0; round < 15; round++) {
      const { id } = await orderIn('submitted');
      const [end, assigned] = await Promise.all([
        cancel(id),
        dispatcher()
          .routes.addStops(route.id, { stopIds: [id] })
          .then(
            () => true,
            () => false,
          ),
      ]);
      const { status, storeCancelledAt } = await mine().get(id);
      expect([end, status]).toEqual(assigned ? ['marked', 'scheduled'] : ['withdrawn', 'draft']);
      expect(storeCancelledAt).not.toBeNull();
    }
  });
});

const refused = (id: string) => ({
  id,
  code: 'store_cancelled',
  detail:
    'Its store cancelled this order. Delete the draft, or change it to say that you mean it all the same.',
});

describe('a draft that its store cancelled', () => {
  it('is not submitted, while the others are, however they are chosen', async () => {
    const other = await addClient(app, owner, { requiredFields: ['address.zip'] });
    const [good, cancelled] = [await addOrder(app, other), await addOrder(app, other)];
    const lacking = await addOrder(app, other, { address: { addressLineOne: '1 Elm St' } });
    await cancel(cancelled.id, other);
    await cancel(lacking.id, other);
    const ids = [cancelled.id, good.id, lacking.id];
    expect(await mine(other).submit({ ids })).toEqual({
      succeededCount: 1,
      failedCount: 2,
      succeeded: [good.id],
      failed: [refused(cancelled.id), refused(lacking.id)],
    });
    expect(await mine(other).submit({ all: true })).toEqual({
      succeededCount: 0,
      failedCount: 2,
      failed: [refused(cancelled.id), refused(lacking.id)],
    });
    expect((await mine(other).deleteMany({ ids: [cancelled.id] })).succeededCount).toBe(1);
  });

  it('is left out of the submit of its import', async () => {
    const other = await addClient(app, owner);
    const file = ['Id,Address Line 1', 'A-1,1 Elm St', 'A-2,2 Elm St'];
    const { id: importId } = await importFile(app.as(other.token), file);
    const { items } = await mine(other).list({ importId });
    const gone = items.find(({ externalId }) => externalId === 'A-2')!;
    await cancel(gone.id, other);
    expect(await mine(other).submit({ importId })).toEqual({
      succeededCount: 1,
      failedCount: 1,
      failed: [refused(gone.id)],
    });
  });

  it.each([
    ['changed', { notes: 'Ring twice' }, ['notes', 'storeCancelledAt']],
    ['meant without any change', {}, ['storeCancelledAt']],
  ])('is submitted once it is %s', async (_, changes, fields) => {
    const { id, version } = await orderIn('draft');
    await cancel(id);
    const changed = await mine().update(id, changes);
    expect([changed.storeCancelledAt, changed.version]).toEqual([null, version + 2]);
    expect((await told(id)).at(-1)).toMatchObject({ type: 'order.updated', data: { fields } });
    expect(await mine().update(id, {})).toEqual(changed);
    expect((await mine().submit({ ids: [id] })).succeeded).toEqual([id]);
  });

  it('stays one when a spreadsheet updates it, which names it by its Id alone', async () => {
    const other = await addClient(app, owner);
    const { id } = await addOrder(app, other, { externalId: 'S-1' });
    await cancel(id, other);
    const file = ['Id,Address Line 1,Notes', 'S-1,9 Elm St,Ring twice'];
    await importFile(app.as(other.token), file, { duplicates: 'update' });
    const updated = await mine(other).get(id);
    expect([updated.notes, updated.storeCancelledAt !== null]).toEqual(['Ring twice', true]);
    expect((await mine(other).submit({ ids: [id] })).failed).toEqual([refused(id)]);
  });

  it('stays one when it was on a route, came off it, and is taken back', async () => {
    const { id } = await orderIn('submitted');
    const { id: routeId } = await dispatcher().routes.create({ title: 'Thursday' });
    await dispatcher().routes.addStops(routeId, { stopIds: [id] });
    await cancel(id);
    await dispatcher().routes.removeStop(routeId, id);
    expect((await mine().withdraw({ ids: [id] })).succeeded).toEqual([id]);
    expect((await mine().submit({ ids: [id] })).failed).toEqual([refused(id)]);
  });

  it('and submits are never both heard', async () => {
    for (let round = 0; round < 15; round++) {
      const { id } = await orderIn('draft');
      const [end, submit] = await Promise.all([cancel(id), mine().submit({ ids: [id] })]);
      const { status, storeCancelledAt } = await mine().get(id);
      expect([end, status, storeCancelledAt !== null]).toEqual([
        submit.succeededCount === 1 ? 'withdrawn' : 'marked',
        'draft',
        true,
      ]);
    }
  });
});

describe('the lists', () => {
  let other: TestClient;
  const ids: Record<'cancelled' | 'onRoute' | 'other', string> = { cancelled: '', onRoute: '', other: '' };
  beforeAll(async () => {
    other = await addClient(app, owner);
    const made = [await addOrder(app, other), await addOrder(app, other), await addOrder(app, other)];
    [ids.cancelled, ids.onRoute, ids.other] = made.map(({ id }) => id) as [string, string, string];
    await putInState(app, ids.onRoute, 'scheduled');
    await putInState(app, ids.other, 'submitted');
    await cancel(ids.cancelled, other);
    await cancel(ids.onRoute, other);
  });

  it('of both sides are filtered by it, with the other filters', async () => {
    const orders = async (query: Parameters<ReturnType<typeof mine>['list']>[0]) =>
      (await mine(other).list(query)).items.map(({ id }) => id);
    expect(await orders({ storeCancelled: true })).toEqual([ids.onRoute, ids.cancelled]);
    expect(await orders({ storeCancelled: true, view: 'active', q: 'Ada' })).toEqual([ids.onRoute]);
    expect(await orders({ storeCancelled: false })).toEqual([ids.other]);
    const stops = async (asked: boolean) =>
      (await dispatcher().stops.list({ storeCancelled: asked, clientId: other.id })).items.map(
        ({ id }) => id,
      );
    expect([await stops(true), await stops(false)]).toEqual([[ids.onRoute], [ids.other]]);
  });

  it('go on with the same filter only', async () => {
    const first = await mine(other).list({ storeCancelled: true, limit: 1 });
    const cursor = first.nextCursor!;
    const next = await mine(other).list({ storeCancelled: true, limit: 1, cursor });
    expect(next.items.map(({ id }) => id)).toEqual([ids.cancelled]);
    await expect(mine(other).list({ storeCancelled: false, cursor })).rejects.toMatchObject({
      code: 'cursor_mismatch',
    });
    await expect(mine(other).list({ cursor })).rejects.toMatchObject({ code: 'cursor_mismatch' });
  });

  it('are exported with it', async () => {
    const file = await mine(other).export({ storeCancelled: true, format: 'csv' });
    const [header, ...rows] = (await file.text()).trim().split('\r\n');
    const place = header!.split(',').indexOf('Waybill Store Cancelled At');
    expect(rows).toHaveLength(2);
    const { storeCancelledAt } = await mine(other).get(ids.onRoute);
    expect(rows[0]!.split(',')[place]).toBe(storeCancelledAt);
    const stops = await dispatcher().stops.export({
      storeCancelled: true,
      clientId: other.id,
      format: 'ndjson',
    });
    expect((await stops.text()).trim().split('\n')).toHaveLength(1);
  });
});
