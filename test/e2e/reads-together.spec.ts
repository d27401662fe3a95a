import { jest } from '@jest/globals';
import { Flight } from '../../src/database/connections/flight.js';
import { openAdmin } from '../support/admin.js';
import { call } from '../support/http.js';
import { addOrder, putInState } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** What is asked for, and by whom. */
type Asked = [token: string, path: string];

describe('orders and stops that are asked for one by one, at once', () => {
  let app: TestApp;
  let dispatcher: string;
  let clients: TestClient[];
  let orders: string[][];

  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = owner.accessToken;
    clients = [
      await addClient(app, owner),
      await addClient(app, owner),
      await addClient(app, await signUp(app)),
    ];
    orders = [];
    for (const client of clients) {
      const made = [await addOrder(app, client), await addOrder(app, client)];
      for (const { id } of made) await putInState(app, id, 'submitted');
      orders.push(made.map(({ id }) => id));
    }
  });
  afterAll(() => app.close());

  const answersOf = async (asked: Asked[]) => {
    const answers = await Promise.all(asked.map(([token, path]) => call(app, 'GET', path, { token })));
    return answers.map(({ status, json }) => (status === 200 ? String(json.id) : status));
  };
  const many = <T>(list: T[]): T[] => Array.from({ length: 4 }, () => list).flat();

  it('are answered to their own team alone', async () => {
    const all = orders.flat();
    const ofClients = clients.flatMap(({ token }, own) =>
      all.map((id) => ({
        asked: [token, `/v1/orders/${id}`] as Asked,
        answer: orders[own]!.includes(id) ? id : 404,
      })),
    );
    const ofDispatcher = all.map((id) => ({
      asked: [dispatcher, `/v1/stops/${id}`] as Asked,
      answer: orders[2]!.includes(id) ? 404 : id,
    }));
    const expected = many([...ofClients, ...ofDispatcher]);
    expect(await answersOf(expected.map(({ asked }) => asked))).toEqual(expected.map(({ answer }) => answer));
  });

  it('go to the database together', async () => {
    const flights = jest.spyOn(Flight.prototype, 'submit');
    const asked = many(many(orders[0]!.map((id): Asked => [clients[0]!.token, `/v1/orders/${id}`])));
    expect(await answersOf(asked)).toEqual(many(many(orders[0]!)));
    expect(flights.mock.calls.length).toBeLessThan(asked.length);
    flights.mockRestore();
  });

  it('fail alone', async () => {
    const [good, bad] = orders[1]!;
    const admin = await openAdmin(app.database.url);
    await admin.query(`create policy fault on orders as restrictive for select to waybill_client
      using (1 / (case when id = '${bad}' then 0 else 1 end) = 1)`);
    const { token } = clients[1]!;
    const asked = many([good, bad, good].map((id): Asked => [token, `/v1/orders/${id}`]));
    expect(await answersOf(asked)).toEqual(many([good, 500, good]));
    await admin.query('drop policy fault on orders');
    await admin.end();
  });
});
