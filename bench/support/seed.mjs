/** A world of organizations, their clients, orders, events and searched texts, made by the database itself. */
import pg from 'pg';
import { addManyOrders, indexTexts } from './many-orders.mjs';
import { addTenant } from './stage.mjs';

const statuses = ['draft', 'submitted', 'submitted', 'scheduled', 'delivered', 'delivered', 'failed'];
const piece = 500_000;

/**
 * Fills the stage's database. Of the first organization, which is like all others, the owner and the first client's
 * owner are signed in.
 * @param size numbers of `organizations`, of all their `clients` and of all `orders`
 * @returns what `addTenant` returns, of the first organization
 */
export async function seed(stage, url, size, log = () => {}) {
  const each = Math.round(size.clients / size.organizations);
  const tenant = await addTenant(stage, url, each);
  const owner = new pg.Client({ connectionString: stage.url });
  await owner.connect();
  try {
    const others = await addOrganizations(stage.sql, tenant.organizationId, size.organizations - 1, each);
    const clients = [...tenant.clientIds, ...others];
    await owner.query('alter table orders disable trigger order_text_of_new');
    for (let from = 0; from < size.orders; from += piece) {
      const count = Math.min(piece, size.orders - from);
      await addManyOrders(stage.sql, clients, count, { statuses, from, of: size.orders });
      log(`${(from + count).toLocaleString('en')} orders`);
    }
    await owner.query('alter table orders enable trigger order_text_of_new');
    await addEvents(stage.sql);
    log('events');
    await indexTexts(stage.sql, owner);
    log('texts');
    for (const table of ['orders', 'events', 'order_texts', 'clients', 'depots', 'organizations'])
      await owner.query(`vacuum analyze ${table}`);
    log('statistics');
  } finally {
    await owner.end();
  }
  return tenant;
}

/** Organizations like the first, each with a depot and its clients; returns the clients' ids, in turns. */
async function addOrganizations(sql, like, organizations, clients) {
  const columns = async (table, without) => {
    const { rows } = await sql.query(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> all ($2)`,
      [table, without],
    );
    return rows[0].list;
  };
  const [organization, depot, client] = [
    await columns('organizations', ['id']),
    await columns('depots', ['id', 'organization_id']),
    await columns('clients', ['id', 'organization_id', 'default_depot_id', 'code']),
  ];
  const { rows } = await sql.query(
    `with made as (
       insert into organizations (id, ${organization})
       select gen_random_uuid(), ${organization} from organizations, generate_series(1, $2::int) where id = $1
       returning id
     ), depot as (
       insert into depots (id, organization_id, ${depot})
       select gen_random_uuid(), made.id, ${depot} from made, depots d where d.organization_id = $1 and d.is_main
       returning id, organization_id
     )
     select organization_id, id from depot`,
    [like, organizations],
  );
  const made = await sql.query(
    `insert into clients (id, organization_id, default_depot_id, ${client})
     select gen_random_uuid(), d.organization_id, d.id, ${client}
       from generate_series(1, $2::int) n, unnest($3::uuid[], $4::uuid[]) as d (organization_id, id),
            (select * from clients where organization_id = $1 limit 1) c
     returning id`,
    [like, clients, rows.map((row) => row.organization_id), rows.map((row) => row.id)],
  );
  return made.rows.map(({ id }) => id);
}

/** One for the making of each order, one for its submission, in the order they happened. */
async function addEvents(sql) {
  await sql.query(
    `insert into events (id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at)
     select gen_random_uuid(), o.organization_id, o.client_id, e.audience, e.type, o.id, e.data, '{"kind":"system"}', '', o.created_at
       from orders o cross join lateral (
         values ('client', 'order.created', jsonb_build_object('source', o.source, 'status', 'draft')),
                ('both', 'order.submitted', '{}'::jsonb)) e (audience, type, data)
      where e.type = 'order.created' or o.status <> 'draft'
      order by o.created_at, o.id`,
  );
}
