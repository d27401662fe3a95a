/**
 * Measures how fast a client's orders are exported over HTTP, compared to the text that PostgreSQL itself writes of the
 * same columns in the same run, and how much memory that takes: what the process holds in the middle of a download once
 * the garbage is collected, and the peak, which is mostly garbage that V8 has not collected yet.
 *
 *   npm run bench:export -- 200000
 */
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { howMany } from './support/arguments.mjs';
import { addTenant, call, memoryOf, MiB, resetPeak, startServer } from './support/server.mjs';

const orders = howMany(process.argv[2], 200_000);
const formats = ['csv', 'ndjson', 'xlsx'];
const barMiB = 32;

const server = await startServer({ probe: 'bench/support/memory-probe.mjs' });
const database = new pg.Client({ connectionString: server.databaseUrl });
const print = (label, milliseconds, bytes, more = '') =>
  console.log(
    `${label.padEnd(24)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${Math.round(
      (orders * 1000) / milliseconds,
    )
      .toLocaleString('en')
      .padStart(9)} rows/s  ${(bytes / MiB).toFixed(1).padStart(6)} MiB${more}`,
  );

try {
  const tenant = await addTenant(server.url);
  await database.connect();
  await fill(tenant);
  console.log(`${orders.toLocaleString('en')} orders of one client`);
  const floor = await copied(tenant);
  print('COPY … TO STDOUT', floor.milliseconds, floor.bytes);
  // The first answers load the code.
  await read(tenant, 'limit=200', '/v1/orders');
  const idle = { resident: memoryOf(server.pid).now, held: await held() };
  for (const format of formats) {
    resetPeak(server.pid);
    const { milliseconds, bytes, text } = await read(tenant, `format=${format}`, '/v1/orders/export');
    const peak = (memoryOf(server.pid).peak - idle.resident) / MiB;
    const inMiddle = await heldInMiddle(tenant, `format=${format}`, bytes);
    const more = (inMiddle - idle.held) / MiB;
    const isWhole = format === 'xlsx' || text.lines === orders + (format === 'csv' ? 1 : 0);
    if (!isWhole) throw new Error(`The ${format} has ${text.lines} lines`);
    const share = Math.round((100 * floor.milliseconds) / milliseconds);
    const memory = `holds ${more.toFixed(0)} MiB over idle (bar ${barMiB}), peak ${peak.toFixed(0)} MiB`;
    print(format, milliseconds, bytes, `  ${share} % of COPY, ${memory}`);
    if (more > barMiB) process.exitCode = 1;
  }
} finally {
  await database.end();
  await server.stop();
}

async function fill({ organizationId, clientId, client }) {
  const { depotId } = await call(server.url, 'POST', '/v1/orders', {
    token: client,
    body: { address: { addressLineOne: '1 Main St' } },
  });
  await database.query('begin; set local role waybill_system');
  await database.query(
    `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one, city, state,
                         zip, country, recipient_name, recipient_email, recipient_phone, notes, products, created_at, updated_at)
     select md5('order ' || n)::uuid, $1, $2, $3, 'draft', 'spreadsheet', 'A-' || n, n || ' Elm Street', 'Springfield', 'NY',
            lpad((n % 99999)::text, 5, '0'), 'US', 'Recipient ' || n, 'r' || n || '@example.org', '+1212555' || lpad((n % 9999)::text, 4, '0'),
            'Ring the bell, then =wait()', array['tea', 'bread'], now() - n * interval '1 second', now()
       from generate_series(1, $4::int - 1) n`,
    [organizationId, clientId, depotId, orders],
  );
  await database.query('commit; analyze orders');
}

async function copied({ clientId }) {
  const begun = performance.now();
  const columns = `external_id, address_line_one, city, state, zip, country, recipient_name, recipient_email, recipient_phone,
    activity, size, package_count, products, notes, requested_date, latitude, longitude, id, status, source, tracking_code, created_at`;
  await database.query('begin; set local role waybill_system');
  const stream = database.query(
    copyTo(
      `copy (select ${columns} from orders where client_id = '${clientId}' order by created_at desc, id desc) to stdout csv`,
    ),
  );
  let bytes = 0;
  for await (const piece of stream) bytes += piece.length;
  await database.query('commit');
  return { milliseconds: performance.now() - begun, bytes };
}

/** What lives, in bytes: on the heap and in buffers outside of it. */
async function held() {
  const { heapUsed, external } = await server.ask('collect');
  return heapUsed + external;
}

async function heldInMiddle({ client }, query, bytes) {
  const answer = await fetch(`${server.url}/v1/orders/export?${query}`, {
    headers: { authorization: `Bearer ${client}` },
  });
  let read = 0;
  for await (const piece of answer.body) {
    read += piece.length;
    if (read > bytes / 2) return held();
  }
  throw new Error('The download ended before its middle');
}

async function read({ client }, query, path) {
  const begun = performance.now();
  const answer = await fetch(`${server.url}${path}?${query}`, {
    headers: { authorization: `Bearer ${client}` },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  let [bytes, lines] = [0, 0];
  for await (const piece of answer.body) {
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  return { milliseconds: performance.now() - begun, bytes, text: { lines } };
}
