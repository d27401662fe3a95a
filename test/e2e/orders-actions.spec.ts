import { v7 as uuidv7 } from 'uuid';
import type { Order, Session } from '../../sdk/src/index.js';
import { orderStatuses, orderTransitions, type OrderStatus } from '../../src/modules/orders/order-status.js';
import { REQUIRABLE_FIELDS } from '../../src/order-fields/order-fields.js';
import { addOrder, putInState } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let owner: Session;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app);
  client = await addClient(app, owner, { requiredFields: ['address.zip', 'recipient.name'] });
});
afterAll(() => app.close());

const actions = {
  submit: (id: string) => app.as(client.token).orders.submit({ ids: [id] }),
  withdraw: (id: string) => app.as(client.token).orders.withdraw({ ids: [id] }),
  delete: (id: string) => app.as(client.token).orders.deleteMany({ ids: [id] }),
};
type Action = keyof typeof actions;

/** What each action does to an order in each state: the state after it, or the code of the refusal. */
function outcome(action: Action, from: OrderStatus): { to: OrderStatus | null } | { code: string } {
  if (action === 'delete') return from === 'draft' ? { to: null } : { code: 'order_not_editable' };
  const transition: { from: readonly OrderStatus[]; to: readonly OrderStatus[] } = orderTransitions[action];
  if (transition.from.includes(from)) return { to: transition.to[0]! };
  if (action === 'submit') return { code: 'order_not_submittable' };
  return { code: from === 'draft' ? 'order_not_withdrawable' : 'order_on_route' };
}

const eventOf = { submit: 'order.submitted', withdraw: 'order.withdrawn', delete: 'order.deleted' } as const;

async function typesOf(id: string): Promise<string[]> {
  const events = await app.database.query<{ type: string }>(
    'select type from events where order_id = $1 order by seq',
    [id],
  );
  return events.map(({ type }) => type);
}

describe.each(Object.keys(actions) as Action[])('to %s', (action) => {
  it.each(orderStatuses)('an order that is %s', async (from) => {
    const order = await addOrder(app, client);
    await putInState(app, order.id, from);
    const result = await actions[action](order.id);
    const expected = outcome(action, from);
    if ('code' in expected) {
      expect(result).toMatchObject({
        succeededCount: 0,
        failedCount: 1,
        succeeded: [],
        failed: [{ id: order.id, code: expected.code }],
      });
      expect((await app.as(client.token).orders.get(order.id)).status).toBe(from);
      expect(await typesOf(order.id)).toEqual(['order.created']);
      return;
    }
    expect(result).toEqual({ succeededCount: 1, failedCount: 0, succeeded: [order.id], failed: [] });
    expect(await typesOf(order.id)).toEqual(['order.created', eventOf[action]]);
    const after = await app.as(client.token).orders.list();
    const found = after.items.find(({ id }) => id === order.id);
    expect(found?.status ?? null).toBe(expected.to);
    expect((found?.submittedAt ?? null) !== null).toBe(expected.to === 'submitted');
  });

  it.each(orderStatuses.filter((status) => status !== 'draft'))(
    'or edit an order that is %s',
    async (from) => {
      const order = await addOrder(app, client);
      await putInState(app, order.id, from);
      const as = app.as(client.token).orders;
      const refusal = { status: 409, code: 'order_not_editable' };
      await expect(as.update(order.id, { notes: 'x' })).rejects.toMatchObject(refusal);
      await expect(as.delete(order.id)).rejects.toMatchObject(refusal);
    },
  );
});

describe('withdrawing', () => {
  it('leaves a dispatcher’s own stop where it is', async () => {
    const order = await addOrder(app, client);
    await putInState(app, order.id, 'submitted');
    await app.database.query(`update orders set source = 'dispatcher' where id = $1`, [order.id]);
    expect((await actions.withdraw(order.id)).failed).toMatchObject([{ code: 'order_not_withdrawable' }]);
  });

  it('gives back a draft that can be submitted again, with its story kept', async () => {
    const order = await addOrder(app, client);
    await actions.submit(order.id);
    await actions.withdraw(order.id);
    await app.as(client.token).orders.update(order.id, { notes: 'Ring' });
    await app.database.query(`update orders set return_reason = 'No such street' where id = $1`, [order.id]);
    await actions.submit(order.id);
    const after = await app.as(client.token).orders.get(order.id);
    expect([after.status, after.version, after.returnReason]).toEqual(['submitted', 5, null]);
    expect(await typesOf(order.id)).toEqual([
      'order.created',
      'order.submitted',
      'order.withdrawn',
      'order.updated',
      'order.submitted',
    ]);
  });
});

describe('submitting', () => {
  it('names what is missing, and submits the others', async () => {
    const [good, zipless, nameless] = await Promise.all([
      addOrder(app, client),
      addOrder(app, client, { address: { addressLineOne: '1 Elm St' }, recipient: null }),
      addOrder(app, client, { recipient: null }),
    ]);
    const unknown = uuidv7();
    const ids = [zipless.id, unknown, good.id, nameless.id, good.id, good.id.toUpperCase()];
    expect(await app.as(client.token).orders.submit({ ids })).toEqual({
      succeededCount: 1,
      failedCount: 3,
      succeeded: [good.id],
      failed: [
        {
          id: zipless.id,
          code: 'required_fields_missing',
          detail: 'Fill Zip (address.zip) and Recipient Name (recipient.name), then submit the order again.',
        },
        { id: unknown, code: 'not_found', detail: 'There is nothing here under this id.' },
        {
          id: nameless.id,
          code: 'required_fields_missing',
          detail: 'Fill Recipient Name (recipient.name), then submit the order again.',
        },
      ],
    });
  });

  it('judges a draft by the very fields that it says are missing', async () => {
    const strict = await addClient(app, owner, { requiredFields: [...REQUIRABLE_FIELDS] });
    const address = { addressLineOne: '1 Elm St' };
    const drafts: Order[] = [];
    for (const content of [
      { address },
      { address: { latitude: 1, longitude: 2 } },
      { address, products: ['Maps'], recipient: { name: 'Ada', email: 'a@example.org' } },
      { address: { ...address, zip: '02115', city: 'Boston', country: 'US' }, size: 'M', notes: 'Ring' },
    ])
      drafts.push(await addOrder(app, strict, { recipient: null, ...content }));
    const result = await app.as(strict.token).orders.submit({ all: true });
    expect(result).toMatchObject({ succeededCount: 0, failedCount: drafts.length });
    expect(result.succeeded).toBeUndefined();
    for (const { id, missingFields } of drafts) {
      const detail = result.failed.find((failure) => failure.id === id)?.detail ?? '';
      expect([...detail.matchAll(/\(([\w.]+)\)/g)].map(([, name]) => name).sort()).toEqual(
        [...missingFields].sort(),
      );
      expect(missingFields).not.toEqual([]);
    }
  });

  it('holds drafts to what is required now', async () => {
    const changing = await addClient(app, owner);
    const order = await addOrder(app, changing, { recipient: null });
    await app.database.query(`update clients set required_fields = '{recipient.name}' where id = $1`, [
      changing.id,
    ]);
    const as = app.as(changing.token).orders;
    expect((await as.submit({ all: true })).failed).toMatchObject([
      { id: order.id, code: 'required_fields_missing' },
    ]);
    await app.database.query(`update clients set required_fields = '{}' where id = $1`, [changing.id]);
    expect(await as.submit({ all: true })).toEqual({
      succeededCount: 1,
      failedCount: 0,
      failed: [],
    });
  });

  it('takes an import as a whole, and nothing but it', async () => {
    const importing = await addClient(app, owner);
    const importId = uuidv7();
    const inside = await addOrder(app, importing);
    const outside = await addOrder(app, importing);
    await app.database.query('update orders set import_id = $2, import_row = 2 where id = $1', [
      inside.id,
      importId,
    ]);
    const as = app.as(importing.token).orders;
    const stranger = app.as(client.token).orders;
    expect((await stranger.submit({ importId })).succeededCount).toBe(0);
    expect((await as.submit({ importId })).succeededCount).toBe(1);
    expect((await as.submit({ importId })).succeededCount).toBe(0);
    expect((await as.get(inside.id)).status).toBe('submitted');
    expect((await as.get(outside.id)).status).toBe('draft');
  });

  it('goes on past the size of one statement', async () => {
    const huge = await addClient(app, owner, { requiredFields: ['address.zip'] });
    await app.database.query(
      `insert into orders (id, organization_id, client_id, depot_id, status, source, products, address_line_one, zip, created_at, updated_at)
       select gen_random_uuid(), organization_id, id, default_depot_id, 'draft', 'spreadsheet', '{}', n || ' Elm St',
              case when n % 5 > 0 then '02115' end, now(), now()
         from clients, generate_series(1, 7000) n where id = $1`,
      [huge.id],
    );
    const result = await app.as(huge.token).orders.submit({ all: true });
    expect([result.succeededCount, result.failedCount, result.failed.length]).toEqual([5600, 1400, 1000]);
    const [counted] = await app.database.query(
      `select count(*)::int, count(distinct order_id)::int as orders, bool_and(audience = 'both') as shown
         from events where client_id = $1 and type = 'order.submitted'`,
      [huge.id],
    );
    expect(counted).toEqual({ count: 5600, orders: 5600, shown: true });
    expect(await app.as(huge.token).orders.summary()).toMatchObject({ draft: 1400, submitted: 5600 });
  });

  it.each([
    {},
    { ids: [] },
    { all: false },
    { all: true, ids: [uuidv7()] },
    { ids: ['x'] },
    { ids: [uuidv7()], status: 'x' },
  ])('refuses %j', async (body) => {
    await expect(app.as(client.token).orders.submit(body)).rejects.toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });
});
