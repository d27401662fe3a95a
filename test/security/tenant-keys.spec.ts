import { localTables, referenceTables } from '../../src/database/distribution/placement.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Key {
  name: string;
  on: string;
  columns: string[];
}

/** What still holds for the id alone, each with the reason. */
const exceptions: Record<string, string> = {
  orders_import_row: 'an import is of one organization',
  attempts_order_fk: 'the key of an order is its id',
  shopify_orders_order_fk: 'the key of an order is its id',
  shopify_order_fulfillments_order_fk: 'the key of an order is its id',
  shopify_fulfillments_order_fk: 'the key of an order is its id',
  shopify_fulfillment_events_order_fk: 'the key of an order is its id',
};

const columnsOf = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as k (number, n)
          join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number order by k.n)`;

const uniques = `
  select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as on,
         ${columnsOf('i.indrelid', 'i.indkey::int2[]')} as columns
    from pg_index i join pg_class c on c.oid = i.indrelid
   where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary`;

const foreignKeys = `
  select f.conname::text as name, f.conrelid::regclass::text as on, f.confrelid::regclass::text as to,
         ${columnsOf('f.conrelid', 'f.conkey')} as columns
    from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace`;

const isSpread = (table: string) => !(table in referenceTables) && !(table in localTables);
const loose = (keys: Key[]) =>
  keys.filter(({ columns }) => !columns.includes('organization_id')).map(({ name }) => name);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('every table', () => {
  it('is of organizations, or has a place with a reason', async () => {
    const tables = await database.query<{ name: string; organization: string | null }>(
      `select c.relname::text as name, case when a.attnotnull then 'always' end as organization
         from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    expect(tables.filter(({ name, organization }) => isSpread(name) && !organization)).toEqual([]);
    const known = [...Object.keys(referenceTables), ...Object.keys(localTables)];
    expect(known.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });
});

describe('the keys of an organization’s tables', () => {
  it('hold it wherever they are unique or refer to another such table', async () => {
    const unique = (await database.query<Key>(uniques)).filter(({ on }) => isSpread(on));
    const foreign = (await database.query<Key & { to: string }>(foreignKeys)).filter(
      ({ on, to }) => isSpread(on) && isSpread(to),
    );
    expect([unique.length, foreign.length].every((count) => count > 5)).toBe(true);
    expect([...loose(unique), ...loose(foreign)].toSorted()).toEqual(Object.keys(exceptions).toSorted());
  });

  it('refer from no table that is kept whole to one that is not', async () => {
    const foreign = await database.query<Key & { to: string }>(foreignKeys);
    expect(foreign.filter(({ on, to }) => !isSpread(on) && isSpread(to))).toEqual([]);
  });

  it('are found out where they do not', async () => {
    await database.query('reset role');
    await database.query('create unique index sloppy on webhook_endpoints (url)');
    const unique = (await database.query<Key>(uniques)).filter(({ on }) => isSpread(on));
    expect(loose(unique)).toContain('sloppy');
  });

  it('are no way to the orders of a client: an index of its organization holds the rows of others, too', async () => {
    const indexes = await database.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
        where tablename = 'orders' and indexdef ~* 'using \\w+ \\(organization_id'`,
    );
    expect(indexes.length).toBeGreaterThan(3);
    const whole = indexes.filter(
      ({ definition }) => !/ WHERE .*(<> 'draft'|store_cancelled_at)/.test(definition),
    );
    expect(whole).toEqual([]);
  });
});
