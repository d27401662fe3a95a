/** The lower bounds of any import: reading the file, and writing its rows into the table. */
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import Papa from 'papaparse';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { v7 as uuidv7 } from 'uuid';
import { appOrmConfig } from '../../build/database/mikro-orm.config.js';
import { Order } from '../../build/modules/orders/order.entity.js';
import { templateColumns } from './spreadsheet.mjs';

/** Calls `take` with each chunk of rows from papaparse, without the header. */
function parse(path, take) {
  return new Promise((resolve, reject) => {
    let isFirst = true;
    Papa.parse(createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 }), {
      header: false,
      skipEmptyLines: true,
      chunk: ({ data }, parser) => {
        if (isFirst) data.shift();
        isFirst = false;
        const taken = take(data);
        if (!taken) return;
        parser.pause();
        taken.then(() => parser.resume(), reject);
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** @returns milliseconds */
export async function parseAlone(path) {
  const begun = performance.now();
  let rows = 0;
  await parse(path, (data) => void (rows += data.length));
  return performance.now() - begun;
}

/** Those of text, which come first. */
const columns = templateColumns.slice(0, templateColumns.indexOf('package_count'));

/**
 * papaparse and COPY into a copy of the orders table with its indexes, without checks.
 * @returns milliseconds
 */
export async function bareCopy(path, databaseUrl, { organizationId, clientId }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table bench_orders (like orders including all)');
  const begun = performance.now();
  const names = `id, organization_id, client_id, depot_id, status, source, import_id, import_row, created_at, updated_at, products, ${columns.join(', ')}, package_count, latitude, longitude`;
  const stream = client.query(copyFrom(`copy bench_orders (${names}) from stdin`));
  const shared = `\t${organizationId}\t${clientId}\t${uuidv7()}\tdraft\tspreadsheet\t${uuidv7()}\t`;
  const now = new Date().toISOString();
  let row = 0;
  await parse(path, (data) => {
    let text = '';
    for (const cells of data) {
      row += 1;
      text += `${uuidv7()}${shared}${row}\t${now}\t${now}\t{}`;
      for (let i = 0; i < columns.length; i += 1) text += `\t${copyText(cells[i])}`;
      text += `\t${Number(cells[14]) || 1}\t${cells[16] || '\\N'}\t${cells[17] || '\\N'}\n`;
    }
    if (!stream.write(text)) return new Promise((resolve) => stream.once('drain', resolve));
  });
  stream.end();
  await finished(stream);
  const milliseconds = performance.now() - begun;
  await client.query('drop table bench_orders');
  await client.end();
  return milliseconds;
}

function copyText(cell) {
  if (!cell) return '\\N';
  return cell
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
}

/**
 * Inserts the first rows as entities, each in its own transaction.
 * @returns milliseconds
 */
export async function rowByRow(path, databaseUrl, { organizationId, clientId }, count) {
  const rows = [];
  await parse(path, (data) => void rows.push(...data.slice(0, Math.max(0, count - rows.length))));
  const orm = await MikroORM.init(appOrmConfig({ url: databaseUrl, poolSize: 2 }));
  const scope = { audience: 'client', organizationId, clientId };
  const system = orm.em.fork({ session: { variables: { role: 'waybill_system' } } });
  const depotId = await system.transactional(async (em) => {
    const [{ id }] = await em.execute(`select default_depot_id as id from clients where id = '${clientId}'`);
    return id;
  });
  const begun = performance.now();
  for (const cells of rows) {
    const variables = {
      role: 'waybill_client',
      'app.organization_id': organizationId,
      'app.client_id': clientId,
    };
    const em = orm.em.fork({ session: { variables } });
    em.setFilterParams('tenant', { scope });
    await em.transactional(async (inner) => {
      inner.create(Order, {
        organizationId,
        clientId,
        depotId,
        status: 'draft',
        source: 'api',
        products: [],
        addressLineOne: cells[1] || 'x',
        city: cells[3],
        state: cells[4],
        zip: cells[5],
        country: 'US',
        recipientName: cells[9],
        recipientEmail: cells[11],
        recipientPhone: cells[12],
      });
      await inner.flush();
    });
  }
  const milliseconds = performance.now() - begun;
  await orm.close();
  return milliseconds;
}
