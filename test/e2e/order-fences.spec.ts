import { runInContext, systemActor } from '../../src/common/http/request-context.js';
import { Database } from '../../src/database/database.js';
import { deleteDraft } from '../../src/modules/orders/drafts/order-edits.queries.js';
import { openAdmin } from '../support/admin.js';
import { addOrder } from '../support/dispatch.js';
import { call } from '../support/http.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** What holds when an order has changed between the look at it and the change of it. */
describe('an order that is no draft any more', () => {
  let app: TestApp;
  let client: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    client = await addClient(app, await signUp(app));
  });
  afterAll(() => app.close());

  const remove = (id: string) => {
    const { organizationId, id: clientId } = client;
    const scope = { audience: 'client', organizationId, clientId } as const;
    return runInContext({ requestId: 'test', scope, actor: systemActor }, () =>
      app.nest.get(Database).transaction((em) => deleteDraft(em, id)),
    );
  };
  const isThere = async (id: string) =>
    (await app.database.query('select 1 from orders where id = $1', [id])).length === 1;

  it('is not deleted, and the caller hears so', async () => {
    const [draft, submitted] = [
      await addOrder(app, client, { status: 'draft' }),
      await addOrder(app, client, { status: 'submitted' }),
    ];
    expect([await remove(submitted), await isThere(submitted)]).toEqual([false, true]);
    expect([await remove(draft), await isThere(draft)]).toEqual([true, false]);
    expect(await remove(draft)).toBe(false);
  });
});

describe('an action on orders that cannot be told in the feed', () => {
  it('fails and is not done', async () => {
    const app = await startTestApp();
    const admin = await openAdmin(app.database.url);
    try {
      const client = await addClient(app, await signUp(app));
      const id = await addOrder(app, client, { status: 'draft' });
      await admin.query(
        `alter table events add constraint "none" check (type <> 'order.submitted') not valid`,
      );
      const { status } = await call(app, 'POST', '/v1/orders/submit', {
        token: client.token,
        body: { ids: [id] },
      });
      expect(status).toBe(500);
      expect(await app.database.query('select status from orders where id = $1', [id])).toEqual([
        { status: 'draft' },
      ]);
    } finally {
      await admin.end();
      await app.close();
    }
  });
});
