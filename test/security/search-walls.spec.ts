import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Statement } from '../../src/database/sql/statement.js';
import { selectCandidates } from '../../src/modules/orders/search/search-sql.js';
import { searchTerms } from '../../src/modules/orders/search/search-terms.js';
import { openAdmin } from '../support/admin.js';
import { addOrder } from '../support/orders.js';
import { indexTexts } from '../support/order-texts.js';
import { enter } from '../support/scopes.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let admin: pg.Client;
let mine: TestClient;
let own: string;
let strange: string;

beforeAll(async () => {
  app = await startTestApp();
  admin = await openAdmin(app.database.url);
  mine = await addClient(app, await signUp(app));
  const stranger = await addClient(app, await signUp(app));
  [own, strange] = await Promise.all([imported(mine), imported(stranger)]);
  // Else the app’s own indexer writes beside the tests.
  await indexTexts(app);
});
afterAll(async () => {
  await admin.end();
  await app.close();
});

async function imported(client: TestClient): Promise<string> {
  const { id } = await addOrder(app, client);
  await app.database.query('update orders set import_id = $2, import_row = 1 where id = $1', [id, uuidv7()]);
  return id;
}

/** What search looks through as the caller's, but for the order's organization. */
const planted: [string, (order: string) => string][] = [
  [
    'a text',
    (order) =>
      `insert into order_texts (order_id, organization_id, client_id, text)
       select o.id, o.organization_id, '${mine.id}', indexed_order_text(o) from orders o where o.id = '${order}'`,
  ],
  [
    'a stale order',
    (order) =>
      `insert into stale_order_texts (organization_id, client_id, order_id)
       values ('${mine.organizationId}', '${mine.id}', '${order}')`,
  ],
  [
    'a stale row of an import',
    (order) =>
      `insert into stale_order_texts (organization_id, client_id, import_id, after_row, last_row)
       select '${mine.organizationId}', '${mine.id}', o.import_id, 0, 1 from orders o where o.id = '${order}'`,
  ],
];

describe.each(planted)('%s of an order', (_, plant) => {
  it.each(['client', 'organization'] as const)(
    'of another organization is no candidate as %s',
    async (who) => {
      expect(await candidates(who, plant(strange))).toEqual([]);
      expect(await candidates(who, plant(own))).toEqual([{ id: own }]);
    },
  );
});

/** The caller's candidates where search knows nothing but what is planted. */
async function candidates(audience: 'client' | 'organization', plant: string): Promise<unknown[]> {
  const statement = new Statement();
  const terms = searchTerms('Ada')!;
  const { text } = selectCandidates(statement, terms, terms.indexed[0]!, 9);
  await admin.query('begin');
  try {
    await enter(admin, app, { audience: 'system' });
    await admin.query('delete from order_texts');
    await admin.query('delete from stale_order_texts');
    await admin.query(plant);
    const { organizationId, id: clientId } = mine;
    await enter(
      admin,
      app,
      audience === 'client' ? { audience, organizationId, clientId } : { audience, organizationId },
    );
    return (await admin.query<{ id: string | null }>(text, statement.values)).rows;
  } finally {
    await admin.query('rollback');
  }
}
