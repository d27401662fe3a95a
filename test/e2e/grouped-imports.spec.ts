import type { OrderImport, Waybill } from '../../sdk/src/index.js';
import { csv, importFile as importSheet, newClient, type ImportForm } from '../support/imports.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const header = 'Id,Address Line 1,Package Count,Products';

describe('rows of one order', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const ordersOf = (clientId: string) =>
    app.database.query<{ id: string; line: string; count: number; products: string[]; row: number }>(
      `select external_id as id, address_line_one as line, package_count as count, products, import_row as row
         from orders where client_id = $1 order by import_row`,
      [clientId],
    );
  const text = [
    header,
    'A,1 Main St,1,Map',
    'A,,2,Atlas',
    'B,2 Main St,1,Ledger',
    'C,3 Main St,1,Ink',
    'C,3 Main St,1,Pen',
    'C,3 Main St,4,Book',
  ];

  it('become one order, with products and counts gathered', async () => {
    const { api, id } = await newClient(app);
    const done = await importFile(api, csv(text));
    expect(done).toMatchObject({
      status: 'completed',
      groupBy: 'externalId',
      rowsTotal: 6,
      rowsProcessed: 6,
      rowsImported: 6,
      ordersImported: 3,
    });
    expect(await ordersOf(id)).toEqual([
      { id: 'A', line: '1 Main St', count: 3, products: ['Map', 'Atlas'], row: 2 },
      { id: 'B', line: '2 Main St', count: 1, products: ['Ledger'], row: 4 },
      { id: 'C', line: '3 Main St', count: 6, products: ['Ink', 'Pen', 'Book'], row: 5 },
    ]);
    expect(await api.orderImports.undo(done.id)).toMatchObject({ message: 'Undone: 3 orders were removed.' });
    expect(await ordersOf(id)).toEqual([]);
  });

  it('are previewed as one', async () => {
    const { api } = await newClient(app);
    const preview = await api.orderImports.preview({ file: csv(text), groupBy: 'externalId' });
    expect(preview).toMatchObject({ rowsRead: 6, rowsRejected: 0, hasMoreRows: false });
    expect(preview.rows.map(({ row, rowCount }) => [row, rowCount])).toEqual([
      [2, 2],
      [4, 1],
      [5, 3],
    ]);
  });

  it('are all rejected for an error in one of them', async () => {
    const { api, id } = await newClient(app);
    const bad = text.with(5, 'C,3 Main St,many,Pen');
    const done = await importFile(api, csv(bad));
    expect(done).toMatchObject({
      status: 'completed_with_errors',
      rowsImported: 3,
      ordersImported: 2,
      rowsRejected: 3,
    });
    const { items } = await api.orderImports.listErrors(done.id);
    expect(items.map(({ row, code }) => [row, code])).toEqual([[6, 'number_invalid']]);
    const rejected = await (await api.orderImports.downloadRejectedRows(done.id)).text();
    const lines = rejected.trimEnd().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual([
      ['C', '3 Main St', '1', 'Ink'],
      ['C', '3 Main St', 'many', 'Pen'],
      ['C', '3 Main St', '4', 'Book'],
    ]);
    expect(lines.filter((line) => line.includes('Row 6: Package Count'))).toHaveLength(3);
    const mended = new File([rejected.replace(',many,', ',1,')], 'orders.csv');
    expect(await importFile(api, mended)).toMatchObject({ status: 'completed', ordersImported: 1 });
    expect(await ordersOf(id)).toHaveLength(3);
  });

  it('are one order only where they stand below each other', async () => {
    const { api } = await newClient(app);
    const done = await importFile(api, csv([...text, 'A,1 Main St,1,Globe']), { duplicates: 'skip' });
    expect(done).toMatchObject({ ordersImported: 3, rowsRejected: 1, rowsSkipped: 0 });
    const { items } = await api.orderImports.listErrors(done.id);
    expect(items).toMatchObject([{ row: 8, code: 'duplicate_id' }]);
    expect(items[0]?.detail).toContain('Sort the file by Id');
  });

  it.each([
    ['reject', { rowsImported: 1, ordersImported: 1, rowsRejected: 5, rowsSkipped: 0 }],
    ['skip', { rowsImported: 1, ordersImported: 1, rowsRejected: 0, rowsSkipped: 5 }],
    ['update', { rowsImported: 6, ordersImported: 3, rowsRejected: 0, rowsSkipped: 0 }],
  ] as const)(
    'are counted as rows where their Id is taken, with duplicates %s',
    async (duplicates, counts) => {
      const { api, id } = await newClient(app);
      await importFile(api, csv([header, 'A,9 Main St,1,Old', 'C,9 Main St,1,Old']));
      expect(await importFile(api, csv(text), { duplicates })).toMatchObject(counts);
      expect(await ordersOf(id)).toHaveLength(3);
      const twice = await importFile(api, csv(text), { duplicates, dryRun: 'true' });
      expect(twice.rowsImported + twice.rowsRejected + twice.rowsSkipped).toBe(6);
    },
  );

  it('are written all or not at all', async () => {
    const { api, id } = await newClient(app);
    const bad = text.with(5, 'C,3 Main St,many,Pen');
    const failed = await importFile(api, csv(bad), { mode: 'all_or_nothing' });
    expect(failed).toMatchObject({ status: 'failed', rowsRejected: 3, rowsImported: 0, ordersImported: 0 });
    expect(await ordersOf(id)).toEqual([]);
    const done = await importFile(api, csv(text), { mode: 'all_or_nothing' });
    expect(done).toMatchObject({ status: 'completed', rowsImported: 6, ordersImported: 3 });
  });
});

function importFile(api: Waybill, file: File, form: ImportForm = {}): Promise<OrderImport> {
  return importSheet(api, file, { groupBy: 'externalId', ...form });
}
