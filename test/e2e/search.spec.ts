import { addOrder } from '../support/orders.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const words = {
  externalId: 'XQ-1',
  name: 'Quilla',
  email: 'zebra@example.org',
  phone: '+442079460018',
  addressName: 'Windmill',
  addressLineOne: '9 Larch Row',
  addressLineTwo: 'Cellar',
  city: 'Yonkers',
  state: 'Vermont',
  zip: '40404',
};

describe('the search of orders and of stops', () => {
  it('looks through the same fields on both sides', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const [orders, stops] = [app.as(client.token).orders, app.as(owner.accessToken).stops];
    const { externalId, name, email, phone, ...address } = words;
    const { id } = await addOrder(app, client, { externalId, recipient: { name, email, phone }, address });
    await addOrder(app, client);
    await orders.submit({ all: true });
    for (const q of Object.values(words)) {
      const found = { q, orders: await orders.list({ q }), stops: await stops.list({ q }) };
      expect([
        q,
        found.orders.items.map((order) => order.id),
        found.stops.items.map((stop) => stop.id),
      ]).toEqual([q, [id], [id]]);
    }
  });

  it('for nothing finds everything on both sides, as an empty field of a form does', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const { id } = await addOrder(app, client);
    await app.as(client.token).orders.submit({ all: true });
    const found = [
      await app.as(client.token).orders.list({ q: '' }),
      await app.as(owner.accessToken).stops.list({ q: ' ' }),
    ];
    expect(found.map(({ items }) => items.map((order) => order.id))).toEqual([[id], [id]]);
  });

  it('takes the days between which an order is wanted, both included', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', null];
    for (const requestedDate of days) await addOrder(app, client, { requestedDate });
    await app.as(client.token).orders.submit({ all: true });
    const lists = [
      (filters: object) => app.as(client.token).orders.list(filters),
      (filters: object) => app.as(owner.accessToken).stops.list(filters),
    ];
    for (const list of lists) {
      const wanted = async (filters: object) =>
        (await list(filters)).items.map(({ requestedDate }) => requestedDate).sort();
      expect(await wanted({ requestedFrom: '2026-12-02' })).toEqual(['2026-12-02', '2026-12-03']);
      expect(await wanted({ requestedTo: '2026-12-02' })).toEqual(['2026-12-01', '2026-12-02']);
      expect(await wanted({ requestedFrom: '2026-12-02', requestedTo: '2026-12-02' })).toEqual([
        '2026-12-02',
      ]);
      await expect(list({ requestedFrom: '2026-02-30' })).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ pointer: 'query/requestedFrom' }],
      });
    }
  });
});
