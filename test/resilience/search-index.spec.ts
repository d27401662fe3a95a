import type pg from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { openAdmin } from '../support/admin.js';
import { addOrder } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let owner: pg.Client;
let app: TestApp;
let client: TestClient;

/** A database whose owner may not create extensions, and that has none. */
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openAdmin(database.url);
  await owner.query('drop index order_texts_by_text');
  await owner.query('drop extension pg_trgm');
  await owner.query('drop extension btree_gin');
  await maySay('revoke create on database %s from %s');
  app = await startTestApp({ database });
  client = await addClient(app, await signUp(app));
});
afterAll(async () => {
  await app.close();
  await owner.end();
  await database.drop();
});

async function maySay(sentence: string): Promise<void> {
  const { rows } = await owner.query<{ database: string; login: string }>(
    `select quote_ident(current_database()) as database, quote_ident(current_user) as login`,
  );
  const { database: name, login } = rows[0]!;
  await owner.query(sentence.replace('%s', name).replace('%s', login));
}

async function messagesOf(): Promise<string[]> {
  const messages: string[] = [];
  await migrate(database.url, (message) => messages.push(message));
  return messages;
}

const found = async (q: string) =>
  (await app.as(client.token).orders.list({ q, sort: 'createdAt' })).items.map(({ id }) => id);

describe('a PostgreSQL that does not have the extensions of the search', () => {
  it('is told at each start what to do, and searched through all the same', async () => {
    const { id } = await addOrder(app, client, { recipient: { name: 'Xanthippe' } });
    await addOrder(app, client);
    for (let start = 1; start <= 2; start += 1)
      expect(await messagesOf()).toEqual([
        expect.stringMatching(
          /^Search reads every order, .* \(permission denied .*\): let a superuser run "create extension pg_trgm; create extension btree_gin" in it, and start again\.$/,
        ),
      ]);
    expect(await found('xanthippe')).toEqual([id]);
  });

  it('gets the index at the next start after they may be created', async () => {
    await maySay('grant create on database %s to %s');
    expect(await messagesOf()).toEqual([]);
    const { rows } = await owner.query(`select to_regclass('order_texts_by_text') is not null as found`);
    expect(rows).toEqual([{ found: true }]);
    expect(await found('xanthippe')).toHaveLength(1);
  });
});
