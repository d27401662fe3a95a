import type pg from 'pg';
import type { Waybill } from '../../sdk/src/index.js';
import { distribute } from '../../src/database/distribution/distribute.js';
import { localTables, referenceTables } from '../../src/database/distribution/placement.js';
import { openAdmin } from '../support/admin.js';
import { assertPlaced, installCitusStandIn } from '../support/citus/citus-stand-in.js';
import { eventually } from '../support/eventually.js';
import { importFile } from '../support/imports.js';
import { accept, inviteClient, newEmail, newOwner } from '../support/invitations.js';
import { ServerProcess } from '../support/server-process.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const lines = [
  'Id,Recipient Name,Address Line 1,City,Zip,Latitude,Longitude',
  'SO-1,Ada Park,476 5th Ave,New York,10018,40.7532,-73.9822',
  'SO-2,Bo Reyes,10 Elm St,New York,10019,40.7632,-73.9722',
  'SO-3,Cy Nook,12 Oak St,New York,10020,40.7732,-73.9622',
];

/** PostgreSQL itself, with the stand-ins that refuse what Citus refuses of a schema. Not Citus. */
describe('a distributed database', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await openAdmin(database.url);
    await installCitusStandIn(owner);
    await distribute(database.url);
    app = await startTestApp({ database });
  });
  afterAll(async () => {
    await app.close();
    await owner.end();
    await database.drop();
  });

  /** Invited by link, and signed up. */
  async function joinedClient(dispatcher: Waybill): Promise<Waybill> {
    const { token } = await inviteClient(dispatcher, { allowOrderUpload: true });
    return app.as((await accept(app, token, newEmail())).accessToken);
  }

  it('is not distributed again', async () => {
    await expect(distribute(database.url)).rejects.toThrow(/is distributed already/);
  });

  it('has every table where it belongs, within the rules', async () => {
    await owner.query('set citus.enable_unsafe_triggers to on');
    const placed = await assertPlaced(owner);
    const whole = Object.keys(placed).filter((name) => placed[name] === null);
    expect(whole).toEqual(Object.keys(referenceTables).toSorted());
    expect(Object.keys(localTables).filter((name) => name in placed)).toEqual([]);
    const spread = Object.values(placed).filter((by) => by === 'organization_id');
    expect(spread.length).toBeGreaterThan(20);
  });

  it('takes orders from a spreadsheet to the door', async () => {
    const { as: dispatcher } = await newOwner(app);
    const client = await joinedClient(dispatcher);

    const imported = await importFile(client, lines);
    expect(imported).toMatchObject({ status: 'completed', rowsImported: 3 });
    const again = await importFile(client, lines, { duplicates: 'skip' });
    expect(again).toMatchObject({ rowsImported: 0, rowsSkipped: 3 });
    const submitted = await client.orders.submit({ importId: imported.id });
    expect(submitted.succeededCount).toBe(3);
    const found = await eventually(async () => {
      const { items } = await client.orders.list({ q: 'elm' });
      return items.length > 0 ? items : undefined;
    });
    expect(found.map(({ externalId }) => externalId)).toEqual(['SO-2']);

    const { items: stops } = await dispatcher.stops.list({ sort: 'createdAt' });
    expect(stops).toHaveLength(3);
    const { id: routeId } = await dispatcher.routes.create({ title: 'Monday' });
    await dispatcher.routes.addStops(routeId, { stopIds: stops.map(({ id }) => id) });
    await dispatcher.routes.start(routeId);
    for (const { id } of stops) await dispatcher.stops.recordAttempt(id, { state: 'delivered_to_recipient' });
    expect(await dispatcher.routes.complete(routeId)).toMatchObject({ status: 'completed' });

    // Events wait for every older transaction of the server, also in other databases.
    const told = await eventually(async () => {
      const events = (await client.events.list({ limit: 100 }).toArray()).map(({ type }) => type);
      return events.filter((type) => type === 'order.delivered').length === 3 ? events : undefined;
    });
    for (const type of ['order.created', 'order.submitted'])
      expect(told.filter((one) => one === type)).toHaveLength(3);
  });

  it('keeps organizations and clients apart', async () => {
    const [{ as: mine }, { as: theirs }] = [await newOwner(app), await newOwner(app)];
    const client = await joinedClient(mine);
    const { id } = await client.orders.create({ address: { addressLineOne: '1 Main St' } });
    const neighbour = await joinedClient(mine);
    await expect(neighbour.orders.get(id)).rejects.toMatchObject({ status: 404 });
    await expect(theirs.stops.get(id)).rejects.toMatchObject({ status: 404 });
    await expect(mine.stops.get(id)).rejects.toMatchObject({ status: 404 });
    const people = (await theirs.team.listMembers({})).items;
    expect(people).toHaveLength(1);
  });

  it('still refuses an order of a foreign client, and the deletion of a client with orders', async () => {
    const client = await joinedClient((await newOwner(app)).as);
    await client.orders.create({ address: { addressLineOne: '1 Main St' } });
    await newOwner(app);
    const wrong = `insert into orders (id, organization_id, client_id, depot_id, status, source, products, created_at, updated_at)
      select gen_random_uuid(), g.id, c.id, c.default_depot_id, 'draft', 'manual', '{}', now(), now()
        from clients c, organizations g where g.id <> c.organization_id limit 1`;
    await expect(database.query(wrong)).rejects.toMatchObject({ constraint: 'orders_client_fk' });
    const used = 'delete from clients where id in (select client_id from orders)';
    await expect(database.query(used)).rejects.toMatchObject({ code: '23503' });
  });
});

it('is not made of a database without Citus, which stays as it is', async () => {
  const database = await createTestDatabase();
  await expect(distribute(database.url)).rejects.toThrow(/no Citus/);
  const owner = await openAdmin(database.url);
  await installCitusStandIn(owner);
  await owner.query('create table parcels (id uuid primary key)');
  await expect(distribute(database.url)).rejects.toThrow(/^parcels: .*organization_id.*placement\.ts/);
  const { rows } = await owner.query('select * from stand_in.placed');
  expect(rows).toEqual([]);
  await owner.end();
  await database.drop();
});

it('is not made of a database that is not migrated', async () => {
  const database = await createTestDatabase();
  const owner = await openAdmin(database.url);
  await installCitusStandIn(owner);
  await owner.query("delete from mikro_orm_migrations where name ~ '_(events|orders)$'");
  await expect(distribute(database.url)).rejects.toThrow(/start Waybill on it/i);
  await owner.end();
  await database.drop();
});

it.each([
  ['nobody answers', '127.0.0.1:1', 'nothing listens there; is PostgreSQL running?'],
  ['there is no Citus', undefined, 'has no Citus'],
])('is refused in one line where %s', async (_, host, why) => {
  const url = new URL(process.env.TEST_DATABASE_URL!);
  if (host) url.host = host;
  const refused = new ServerProcess({ DATABASE_URL: url.href }, '', 'dist/distribute.cli.js');
  expect(await refused.ended()).toBe(1);
  expect(refused.stderr.trim().split('\n')).toEqual([expect.stringContaining(why)]);
  expect(refused.stderr).toMatch(/DATABASE_URL/);
});

describe('the stand-ins refuse, as Citus does,', () => {
  let database: TestDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await openAdmin(database.url);
    await installCitusStandIn(owner);
    await owner.query(`
      create table pages (organization_id uuid not null, id uuid not null, primary key (id, organization_id));
      select create_distributed_table('pages', 'organization_id');
      create table people (id uuid primary key);
      select create_reference_table('people')`);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const columns = 'organization_id uuid not null, id uuid not null, page uuid';
  it.each([
    ['the tables as they are', '', 'orders', /policy/],
    ['a key of the id alone', `create table t (${columns}, primary key (id))`, 't', /must hold/],
    ['a unique index of it', `create table t (${columns}); create unique index on t (id)`, 't', /must hold/],
    ['a column that may be null', 'create table t (organization_id uuid, id uuid)', 't', /never null/],
    [
      'a foreign key by the id alone',
      `create table t (${columns}, foreign key (page, organization_id) references pages (id, organization_id) on delete set null)`,
      't',
      /SET NULL/,
    ],
    [
      'a foreign key whose columns change places',
      `create table t (${columns}, foreign key (page, organization_id) references pages (organization_id, id))`,
      't',
      /same place/,
    ],
    [
      'a foreign key to a table that has no place',
      `create table other (id uuid primary key); create table t (${columns}, foreign key (page) references other)`,
      't',
      /must be a distributed table/,
    ],
    [
      'a trigger',
      `create table t (${columns}); create trigger t after insert on t execute function suppress_redundant_updates_trigger()`,
      't',
      /trigger/,
    ],
  ])('%s', async (_, sql, table, why) => {
    await owner.query('begin');
    await owner.query(sql);
    const placing = owner.query(
      `select create_distributed_table('${table}', 'organization_id', colocate_with => 'pages')`,
    );
    await expect(placing).rejects.toThrow(why);
    await owner.query('rollback');
  });

  it('a foreign key from a table that is whole', async () => {
    await owner.query('begin');
    await owner.query(
      'create table t (organization_id uuid, page uuid, foreign key (page, organization_id) references pages)',
    );
    await expect(owner.query("select create_reference_table('t')")).rejects.toThrow(/to a distributed one/);
    await owner.query('rollback');
  });
});
