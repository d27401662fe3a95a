import { eventually } from '../support/eventually.js';
import { csv, importFile, newClient } from '../support/imports.js';
import { holdOrderId } from '../support/row-locks.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const header = 'Id,Address Line 1,Package Count';
const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `A-${from + n},${from + n + 1} Main St,1`);
const bad = (count: number) => Array.from({ length: count }, (_, n) => `B-${n},${n + 1} Side St,many`);

const choices =
  'With `duplicates` set to skip, rows with such Ids are passed over; set to update, they change those orders.';
const asked = `Was this file imported before? ${choices}`;
const others = `${choices} Download the rejected rows, correct those with other errors and upload them.`;

describe('an import of orders that are there already', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const clientWith = async (rows: readonly string[]) => {
    const client = await newClient(app);
    await importFile(client.api, [header, ...rows]);
    return client;
  };

  it('of the same file asks whether it was imported before', async () => {
    const rows = rowsOf(0, 300);
    const { api } = await clientWith(rows);
    expect(await importFile(api, [header, ...rows])).toMatchObject({
      status: 'completed_with_errors',
      rowsRejected: 300,
      message: `No order was imported: 300 rows have the Ids of orders that are there already. ${asked}`,
    });
    expect(await importFile(api, [header, rows[0]!])).toMatchObject({
      message: `No order was imported: 1 row has the Id of an order that is there already. ${asked}`,
    });
  });

  it('takes the answer: what is named for such rows can be set', async () => {
    const { api } = await clientWith(rowsOf(0, 2));
    const again = (duplicates: 'skip' | 'update') =>
      importFile(api, [header, ...rowsOf(0, 3)], { duplicates });
    expect(await again('skip')).toMatchObject({ status: 'completed', rowsSkipped: 2, rowsImported: 1 });
    expect(await again('update')).toMatchObject({ status: 'completed', rowsImported: 3 });
  });

  it('of a file half old, half new says which rows came in', async () => {
    const { api } = await clientWith(rowsOf(0, 5));
    expect(await importFile(api, [header, ...rowsOf(0, 10)])).toMatchObject({
      rowsImported: 5,
      rowsRejected: 5,
      message: `Draft orders successfully imported, except 5 rows with the Ids of orders that are there already. ${asked}`,
    });
  });

  it('counts other errors apart, also Ids that stand in the file twice', async () => {
    const { api } = await clientWith(rowsOf(0, 3));
    const lines = [header, ...rowsOf(0, 3), 'C,1 High St,1', 'C,2 High St,1', ...bad(1)];
    expect(await importFile(api, lines)).toMatchObject({
      rowsImported: 1,
      rowsRejected: 5,
      message: `Draft orders successfully imported, except 3 rows with the Ids of orders that are there already, and 2 rows with other errors. Was this file imported before? ${others}`,
    });
  });

  it('does not ask where most rows have other errors', async () => {
    const { api } = await clientWith(rowsOf(0, 1));
    expect(await importFile(api, [header, ...rowsOf(0, 1), ...bad(2)])).toMatchObject({
      rowsRejected: 3,
      message: `No order was imported: 1 row has the Id of an order that is there already, and 2 rows have other errors. ${others}`,
    });
  });

  it('says so of all rows or none, and of a dry run', async () => {
    const { api } = await clientWith(rowsOf(0, 2));
    const lines = [header, ...rowsOf(0, 3)];
    expect(await importFile(api, lines, { mode: 'all_or_nothing' })).toMatchObject({
      failureCode: 'rows_rejected',
      message: `Nothing was imported of 3 rows: 2 rows have the Ids of orders that are there already. ${asked}`,
    });
    expect(await importFile(api, lines, { dryRun: 'true' })).toMatchObject({
      message: `1 row can be imported. 2 rows have the Ids of orders that are there already. ${asked} This was a dry run.`,
    });
  });

  it('names only skip where such orders were to be updated and have gone further', async () => {
    const { api } = await clientWith(rowsOf(0, 2));
    await api.orders.submit({ all: true });
    expect(await importFile(api, [header, ...rowsOf(0, 2)], { duplicates: 'update' })).toMatchObject({
      message:
        'No order was imported: 2 rows have the Ids of orders that cannot be changed. Was this file imported before? With `duplicates` set to skip, rows with such Ids are passed over.',
    });
  });

  it('says so of stops, and of rows that were fixed', async () => {
    const { api, owner, clientCode } = await newClient(app);
    const lines = ['Client ID,Id,Address Line 1', `${clientCode},A,1 Main St`];
    const send = async () => {
      const { id } = await owner.stopImports.create({ file: csv(lines) });
      return owner.imports.wait(id, { kind: 'stops', interval: 20 });
    };
    await send();
    expect((await send()).message).toBe(
      `No order was imported: 1 row has the Id of an order that is there already. ${asked}`,
    );

    const first = await importFile(api, [header, ...rowsOf(0, 1), 'A-1,2 Main St,many']);
    await importFile(api, [header, ...rowsOf(1, 2)]);
    const { id } = await api.orderImports.fix(first.id, { values: { '3.1': '1' } });
    expect((await api.imports.wait(id, { interval: 20 })).message).toBe(
      `No order was imported: 1 row has the Id of an order that is there already. Were these rows imported before? ${choices}`,
    );
  });

  it('that is cancelled says so of the rows it had read', async () => {
    const client = await clientWith(rowsOf(0, 12_000));
    const { api } = client;
    const rival = await holdOrderId(app.database, client, 'A-12000');
    const { id } = await api.orderImports.create({ file: csv([header, ...rowsOf(0, 12_001)]) });
    await eventually(async () => (await api.orderImports.get(id)).rowsRejected > 0 || undefined);
    await api.orderImports.cancel(id);
    await rival.giveWay();
    const { status, rowsRejected, message } = await api.imports.wait(id, { interval: 20 });
    expect(status).toBe('cancelled');
    expect(message).toMatch(/^Cancelled\. /);
    expect(message).toContain(
      ` ${rowsRejected} rows have the Ids of orders that are there already. ${asked}`,
    );
  });
});
