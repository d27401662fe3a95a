/** Millions of orders as people have them, made by the database itself. */

const words = (text) => `(array['${text.trim().replaceAll("'", "''").split(/\s+/).join("','")}'])`;
const first = words(
  `Ada Grace Alan Edsger Barbara Donald Émile Zoë James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth
   Susan Joseph Jessica Thomas Karen Carlos Nancy Lisa Daniel Betty Matthew Sandra Ashley Mark Donna Steven Emily Paul`,
);
const last = words(
  `Park Hopper Turing O'Neill Liskov Núñez Müller Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez
   Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris
   Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams
   Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards
   Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly`,
);
const streets = words(
  `Main Elm Oak Maple Cedar Pine Washington Lake Hill Walnut Spring North Ridge Church Willow Mill Sunset Railroad
   Jefferson Center Highland Forest River Jackson Chestnut Meadow Dogwood Franklin Lincoln Bleecker Mulberry Houston
   Delancey Orchard Ludlow Essex Norfolk Suffolk Clinton Attorney Ridgewood Pitt Willett Sheriff Columbia Cannon`,
);
const kinds = words('St St St Ave Ave Rd Blvd Ln Ct Pl');
const states = ['NY', 'MA', 'IL', 'TX'];
const cities = ['New York', 'Boston', 'Chicago', 'Austin'];
const zips = ['100', '021', '606', '787'];
const areas = ['212', '617', '312', '512'];
const centres = [
  [40.75, -73.98],
  [42.36, -71.06],
  [41.88, -87.63],
  [30.27, -97.74],
];
const list = (values, type) => `('{${values.join(',')}}'::${type}[])`;

/** A number below `size` that depends on the row's number and `salt` alone. */
const pick = (salt, size) => `(hashint8extended(o.n, ${salt}) & 2147483647) % ${size}`;
const one = (array, salt, size) => `${array}[1 + ${pick(salt, size)}]`;
const sizeOf = (array) => array.split("','").length;
const any = (array, salt) => one(array, salt, sizeOf(array));
const city = '1 + (hashint8extended(o.n, 1) & 2147483647) % 4';

/**
 * Inserts `count` orders in the order of their creation, ending now, a tenth of a second apart; the clients, of
 * one organization, take turns. One in a million is for a recipient called Xanthippe.
 */
export async function addManyOrders(
  sql,
  clientIds,
  count,
  { statuses, from = 0, of = count, piece = 100_000 },
) {
  for (let start = from; start < from + count; start += piece) {
    const end = Math.min(start + piece, from + count) - 1;
    await sql.query(
      `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one,
                           address_line_two, city, state, zip, country, latitude, longitude, recipient_name, recipient_email,
                           recipient_phone, products, package_count, created_at, updated_at)
       select (lpad(to_hex((extract(epoch from at.moment) * 1000)::int8), 12, '0')
                || '7' || substr(md5(o.n::text), 1, 3) || '8' || substr(md5(o.n::text), 4, 15))::uuid,
              c.organization_id, c.id, c.default_depot_id, ($4::text[])[1 + ${pick(2, 'cardinality($4::text[])')}], 'spreadsheet',
              'SO-' || o.n, (1 + ${pick(3, 9999)}) || ' ' || ${any(streets, 4)} || ' ' || ${any(kinds, 5)},
              case when ${pick(6, 4)} = 0 then 'Apt ' || (1 + ${pick(7, 400)}) end,
              ${list(
                cities.map((name) => `"${name}"`),
                'text',
              )}[${city}], ${list(states, 'text')}[${city}],
              ${list(zips, 'text')}[${city}] || lpad((${pick(8, 100)})::text, 2, '0'), 'US',
              ${list(
                centres.map(([latitude]) => latitude),
                'float8',
              )}[${city}] + (${pick(9, 4000)} - 2000) / 10000.0,
              ${list(
                centres.map(([, longitude]) => longitude),
                'float8',
              )}[${city}] + (${pick(10, 4000)} - 2000) / 10000.0,
              who.first || ' ' || who.last, lower(who.first || '.' || replace(who.last, '''', '')) || o.n || '@example.org',
              '+1' || ${list(areas, 'text')}[${city}] || lpad((2000000 + ${pick(11, 7999999)})::text, 7, '0'),
              '{Maps,Atlases}', 1 + ${pick(12, 5)}, at.moment, at.moment
         from generate_series($2::int8, $3::int8) as o (n)
        cross join lateral (select now() - ($5::int8 - o.n) * interval '0.1 second' as moment) at
        cross join lateral (select case when o.n % 1000000 = 500000 then 'Xanthippe' else ${any(first, 13)} end as first,
                                   ${any(last, 14)} as last) who
         join clients c on c.id = ($1::uuid[])[1 + o.n % cardinality($1::uuid[])]
        order by o.n`,
      [clientIds, start, end, statuses, of],
    );
  }
}

/**
 * Brings the text of all orders into the indexes of the search, which are made anew: all at once takes a fraction of
 * the time.
 * @param owner a connection of the database's owner
 */
export async function indexTexts(sql, owner) {
  const { rows: indexes } = await owner.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'order_texts'::regclass and not indisprimary`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  await sql.query(
    `insert into order_texts select o.id, o.organization_id, o.client_id, indexed_order_text(o) from orders o on conflict do nothing`,
  );
  await sql.query('delete from stale_order_texts');
  await owner.query(`set maintenance_work_mem = '1GB'`);
  for (const { definition } of indexes) await owner.query(definition);
}
