import { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { ownerOrmConfig } from '../../src/database/mikro-orm.config.js';
import { openAdmin } from '../support/admin.js';
import { addOrder } from '../support/orders.js';
import { enter } from '../support/scopes.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let owner: pg.Client;
let app: TestApp;
let client: TestClient;

/** A database whose owner may not create extensions, and that does not have the search’s. */
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openAdmin(database.url);
  await owner.query('drop extension pg_trgm cascade');
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

describe('a PostgreSQL that does not have the extension of the search', () => {
  it('is told at each start what to do, and searched through all the same', async () => {
    const { id } = await addOrder(app, client, { recipient: { name: 'Xanthippe' } });
    await addOrder(app, client);
    for (let start = 1; start <= 2; start += 1)
      expect(await messagesOf()).toEqual([
        expect.stringMatching(
          /^Search reads every order, .* \(permission denied .*\): let a superuser run "create extension pg_trgm" in it, and start again\.$/,
        ),
      ]);
    expect(await found('xanthippe')).toEqual([id]);
  });

  it('gets the index at the next start after it may be created', async () => {
    await maySay('grant create on database %s to %s');
    expect(await messagesOf()).toEqual([]);
    expect(await indexed()).toHaveLength(16);
    expect(await found('xanthippe')).toHaveLength(1);
  });
});

it('a database that has the index of an older version gets the new one, and is searched through meanwhile', async () => {
  const made = await indexed();
  const orm = await MikroORM.init(ownerOrmConfig(database.url));
  const migrations = ['Migration20261130113000_candidates_of_organizations'];
  await orm.migrator.down({ migrations });
  await owner.query('create extension btree_gin');
  await owner.query(
    'create index order_texts_by_text on order_texts using gin (organization_id, client_id, text gin_trgm_ops)',
  );
  expect(await found('xanthippe')).toHaveLength(1);
  await orm.migrator.up({ migrations });
  await orm.close();
  expect(await indexed()).toEqual([]);
  expect(await found('xanthippe')).toHaveLength(1);
  expect(await messagesOf()).toEqual([]);
  expect(await indexed()).toEqual(made);
  expect(await found('xanthippe')).toHaveLength(1);
});

it('each organization is searched by one of the indexes, and the start after one that died makes those that are not there', async () => {
  const made = await indexed();
  const organizations = await anyOrganizations();
  const scanned = [];
  for (const organization of organizations) {
    const { found, scans } = await searchAs(organization);
    expect([found, scans]).toEqual([[{ id: organization }], [expect.any(String)]]);
    scanned.push(...scans);
  }
  expect(new Set(scanned).size).toBe(16);
  await owner.query(`drop index ${scanned[5]}`);
  for (const [place, organization] of organizations.entries())
    expect((await searchAs(organization)).found).toEqual([{ id: place === 5 ? null : organization }]);
  expect(await messagesOf()).toEqual([]);
  expect(await indexed()).toEqual(made);
});

/** As many as there are indexes, each of another. */
async function anyOrganizations(): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select distinct on (uuid_hash(id) & 15) id from (select gen_random_uuid() as id from generate_series(1, 1000)) as ids`,
  );
  return rows.map(({ id }) => id);
}

/** What the function finds where the organization has one text, whose order has its id, and by which indexes. */
async function searchAs(organization: string): Promise<{ found: unknown[]; scans: string[] }> {
  await owner.query('select pg_stat_force_next_flush()');
  await owner.query('begin');
  try {
    await enter(owner, app, { audience: 'system' });
    await owner.query(`insert into order_texts (order_id, organization_id, text) values ($1, $1, ' ada ')`, [
      organization,
    ]);
    await enter(owner, app, { audience: 'organization', organizationId: organization });
    const { rows: found } = await owner.query(
      `select order_candidates('{% ada %}', '{}', '{% ada %}', null, null, 9) as id`,
    );
    const { rows } = await owner.query<{ name: string }>(
      `select indexrelid::regclass::text as name from pg_index
        where indrelid = 'order_texts'::regclass and pg_stat_get_xact_numscans(indexrelid) > 0`,
    );
    return { found, scans: rows.map(({ name }) => name) };
  } finally {
    await owner.query('rollback');
  }
}

/** What the indexes are over, where there are some. */
async function indexed(): Promise<unknown[]> {
  const { rows } = await owner.query<{ index: string }>(
    `select pg_get_indexdef(indexrelid) as index from pg_index
      where indrelid = 'order_texts'::regclass and not indisprimary order by indexrelid::regclass::text`,
  );
  return rows;
}
