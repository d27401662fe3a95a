import { setTimeout as sleep } from 'node:timers/promises';
import { openAdmin } from '../support/admin.js';
import { call } from '../support/http.js';
import { openOutage, type Outage } from '../support/outage.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('a write that is under way', () => {
  let database: TestDatabase;
  let outage: Outage;
  let app: TestApp;
  let client: TestClient;
  beforeAll(async () => {
    database = await createTestDatabase();
    outage = await openOutage(database.url);
    app = await startTestApp({ database: { ...database, url: outage.url } });
    client = await addClient(app, await signUp(app));
  });
  afterAll(async () => {
    outage.close();
    await app.close();
    await database.drop();
  });

  /** A write that waits in the database, until the returned function lets it go on. */
  async function heldWrite() {
    const blocker = await openAdmin(database.url);
    await blocker.query('begin; lock table orders in access exclusive mode');
    const answer = call(app, 'POST', '/v1/orders', {
      token: client.token,
      body: { address: { addressLineOne: '476 5th Ave' } },
    });
    await sleep(1_000);
    return { answer, letGo: () => blocker.end() };
  }

  it('may take its time while the database lives', async () => {
    const { answer, letGo } = await heldWrite();
    await sleep(18_000);
    await letGo();
    expect((await answer).status).toBe(201);
  });

  it('is answered 503 long before the limit of its statement where the database is frozen', async () => {
    const { answer, letGo } = await heldWrite();
    outage.freeze();
    const since = performance.now();
    const { status, json } = await answer;
    expect([status, json.code]).toEqual([503, 'unavailable']);
    expect(performance.now() - since).toBeLessThan(40_000);
    await letGo();
    outage.thaw();
    const again = { token: client.token, body: { address: { addressLineOne: '476 5th Ave' } } };
    expect((await call(app, 'POST', '/v1/orders', again)).status).toBe(201);
  });
});
