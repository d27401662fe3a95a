/** The table of orders that a peer serves: the 18 columns of the template, and what each order of Waybill has besides. */
import { templateColumns } from '../spreadsheet.mjs';
import { asOwner } from '../stage.mjs';

/** The recipient of another client's order, the newest of the table, which nobody may get to see. */
export const stranger = 'Mr. Elsewhere';

const types = { package_count: 'integer default 1', latitude: 'float8', longitude: 'float8' };

/**
 * Makes the table in a peer's database, with the index that its list takes, and fills it with a client's orders of
 * Waybill. Columns with a default may be null: Platformatic DB asks callers for all that may not.
 */
export async function fillPeer(stage, databaseUrl, clientId) {
  const columns = templateColumns.map((name) => `${name} ${types[name] ?? 'text'}`);
  await asOwner(
    databaseUrl,
    `create table orders (id uuid primary key default gen_random_uuid(), client_id uuid default '${clientId}',
                          status text default 'draft', ${columns.join(', ')},
                          created_at timestamptz default now(), updated_at timestamptz default now())`,
  );
  const { rows } = await stage.sql.query(
    `select jsonb_agg(to_jsonb(o) || jsonb_build_object('products', array_to_string(o.products, '|'))) as orders
       from orders o where client_id = $1`,
    [clientId],
  );
  const names = ['id', 'client_id', 'status', ...templateColumns, 'created_at', 'updated_at'].join(', ');
  await asOwner(
    databaseUrl,
    `insert into orders (${names}) select ${names} from jsonb_populate_recordset(null::orders, $1)`,
    [JSON.stringify(rows[0].orders)],
  );
  await asOwner(
    databaseUrl,
    `insert into orders (client_id, recipient_name) values (gen_random_uuid(), '${stranger}')`,
  );
  await asOwner(databaseUrl, 'create index on orders (client_id, created_at desc, id desc)');
  await asOwner(databaseUrl, 'vacuum analyze orders');
}

/** The order that all create, in the names of the table. */
export const newOrder = {
  address_line_one: '476 5th Ave',
  city: 'New York',
  state: 'NY',
  zip: '10018',
  country: 'US',
  recipient_name: 'Ada Reader',
  recipient_email: 'ada@example.org',
  recipient_phone: '(212) 555-0142',
  products: 'Maps',
};
