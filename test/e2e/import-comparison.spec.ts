import type { CompareOrderImportForm, ImportComparison, Waybill } from '../../sdk/src/index.js';
import { slowWorkbook } from '../fixtures/spreadsheets/slow-workbook.js';
import { addOrder } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { csv, importFile, newClient, passingFiles, uploadAndLeave } from '../support/imports.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const lastWeek = [
  'Id,Address Line 1,City,Recipient Name,Package Count,Notes',
  'A,1 Main St,Brooklyn,Ada,1,Ring twice',
  'B,2 Main St,Brooklyn,Bo,2,',
  'C,3 Main St,Brooklyn,Cy,1,',
  'D,4 Main St,Brooklyn,Di,1,',
  'E,5 Main St,,,1,',
  ',6 Main St,Brooklyn,None,1,',
];
const thisWeek = [
  'Id,Address Line 1,Recipient Name,Package Count',
  'A,1 Main St,Ada,1',
  'B,20 Main St,Bo,3',
  ',7 Main St,Fay,1',
  'F,8 Main St,Gus,1',
  'D,4 Main St,Di,many',
];
const nothing = { new: 0, changed: 0, unchanged: 0, gone: 0, withoutId: 0, rejected: 0 };

describe('a spreadsheet against what was sent before', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const kept = async () =>
    (
      await app.database.query(
        `select (select count(*) from orders) as orders, (select max(updated_at) from orders) as changed,
                (select count(*) from events) as events, (select count(*) from import_mappings) as mappings,
                (select count(*) from order_imports) as imports, (select count(*) from import_problems) as problems`,
      )
    )[0];

  it('is told as new, changed, unchanged, gone, without an Id and rejected, and nothing is kept', async () => {
    const { api, id } = await newClient(app);
    const first = await importFile(api, lastWeek);
    const { items } = await api.orders.list();
    const idOf = (externalId: string) => items.find((order) => order.externalId === externalId)!.id;
    await api.orders.submit({ ids: [idOf('C')] });
    const before = await kept();
    const mapping = JSON.stringify({ 'Recipient Name': 'recipient.name' });
    const found = await compare(api, thisWeek, { mapping });
    expect(found).toMatchObject({
      fileName: 'orders.csv',
      against: { id: first.id, fileName: 'orders.csv', createdAt: first.createdAt },
      counts: { new: 1, changed: 1, unchanged: 1, gone: 2, withoutId: 1, rejected: 1 },
      withoutId: [4],
    });
    expect(found.new).toMatchObject([
      {
        row: 5,
        externalId: 'F',
        order: { address: { addressLineOne: '8 Main St' }, recipient: { name: 'Gus' } },
      },
    ]);
    expect(found.changed).toEqual([
      {
        row: 3,
        externalId: 'B',
        orderId: idOf('B'),
        status: 'draft',
        changes: [
          { field: 'address.addressLineOne', before: '2 Main St', after: '20 Main St' },
          { field: 'packageCount', before: '2', after: '3' },
        ],
      },
    ]);
    const address = '3 Main St, Brooklyn';
    expect(found.gone).toEqual([
      { externalId: 'C', orderId: idOf('C'), status: 'submitted', recipientName: 'Cy', address },
      { externalId: 'E', orderId: idOf('E'), status: 'draft', recipientName: null, address: '5 Main St' },
    ]);
    expect(found.errors).toMatchObject([
      { id: '6.1', row: 6, column: 'Package Count', code: 'number_invalid' },
    ]);
    expect(await kept()).toEqual(before);
    expect(await app.database.query('select 1 from orders where client_id = $1', [id])).toHaveLength(6);
    expect(await passingFiles(app)).toEqual([]);
  });

  it('is all new where nothing was sent, and changed where an order made otherwise has its Id', async () => {
    const { api } = await newClient(app);
    const rows = ['Id,Address Line 1,Products', 'A,1 Main St,Map|Ink', 'B,2 Main St,'];
    expect(await compare(api, rows)).toMatchObject({
      against: null,
      counts: { ...nothing, new: 2 },
      gone: [],
    });
    await api.orders.create({ externalId: 'A', address: { addressLineOne: '1 Main St' }, products: ['Map'] });
    const found = await compare(api, rows);
    expect(found).toMatchObject({ against: null, counts: { ...nothing, new: 1, changed: 1 } });
    expect(found.changed[0]?.changes).toEqual([{ field: 'products', before: 'Map', after: 'Map|Ink' }]);
  });

  it('is compared with the last import that made orders, or with the one that is named', async () => {
    const { api } = await newClient(app);
    const first = await importFile(api, ['Id,Address Line 1', 'A,1 Main St', 'B,2 Main St']);
    const second = await importFile(api, ['Id,Address Line 1', 'C,3 Main St']);
    await importFile(api, ['Id,Address Line 1', 'D,4 Main St'], { dryRun: 'true' });
    await api.orderImports.undo((await importFile(api, ['Id,Address Line 1', 'E,5 Main St'])).id);
    await importFile(api, ['Id,Address Line 1', 'A,1 Main St']);
    const rows = ['Id,Address Line 1', 'A,1 Main St'];
    const counts = { ...nothing, unchanged: 1, gone: 1 };
    const byItself = await compare(api, rows);
    expect(byItself).toMatchObject({ against: { id: second.id }, counts, gone: [{ externalId: 'C' }] });
    const named = await compare(api, rows, { against: first.id });
    expect(named).toMatchObject({ against: { id: first.id }, counts, gone: [{ externalId: 'B' }] });
  });

  it('is compared with an upload and the rows of it that were fixed', async () => {
    const { api } = await newClient(app);
    const bad = ['Id,Address Line 1,Package Count', 'A,1 Main St,1', 'B,2 Main St,many'];
    const first = await importFile(api, bad);
    const fixes = await api.orderImports.fix(first.id, { values: { '3.1': '2' } });
    await api.imports.wait(fixes.id, { interval: 20 });
    const rows = ['Id,Address Line 1', 'C,3 Main St'];
    for (const form of [{}, { against: fixes.id }]) {
      const found = await compare(api, rows, form);
      expect(found).toMatchObject({ against: { id: first.id }, counts: { ...nothing, new: 1, gone: 2 } });
    }
  });

  it('is compared order by order where several rows are one', async () => {
    const { api } = await newClient(app);
    const header = 'Id,Address Line 1,Package Count,Products';
    const form = { groupBy: 'externalId' } as const;
    const rows = [header, 'A,1 Main St,1,Map', 'A,,2,Ink', 'B,2 Main St,1,Pen', 'C,3 Main St,1,Pen'];
    await importFile(api, rows, form);
    expect((await compare(api, rows, form)).counts).toEqual({ ...nothing, unchanged: 3 });
    const next = [
      header,
      'A,1 Main St,1,Map',
      'A,,2,Pen',
      'B,2 Main St,1,Pen',
      'B,,many,Pen',
      'D,4 Main St,1,Ink',
    ];
    const found = await compare(api, next, form);
    expect(found.counts).toEqual({ ...nothing, new: 1, changed: 1, gone: 1, rejected: 1 });
    expect(found.changed).toMatchObject([
      { row: 2, changes: [{ field: 'products', before: 'Map|Ink', after: 'Map|Pen' }] },
    ]);
    expect(found.gone).toMatchObject([{ externalId: 'C' }]);
  });

  it('holds the Ids of its rejected rows, also of those that stand in it twice', async () => {
    const { api } = await newClient(app);
    await importFile(api, ['Id,Address Line 1', 'A,1 Main St', 'B,2 Main St']);
    const found = await compare(api, ['Id,Address Line 1', 'A,1 Main St', ' B ,', 'A,9 Main St']);
    expect(found.counts).toEqual({ ...nothing, unchanged: 1, rejected: 2 });
    expect(found.errors.map(({ row, code }) => [row, code])).toEqual([
      [3, 'address_missing'],
      [4, 'duplicate_id'],
    ]);
  });

  it('is counted to its end, and listed as far as the first hundred of each kind', async () => {
    const { api } = await newClient(app);
    const file = (from: number, to: number, line: string) => [
      'Id,Address Line 1',
      ...Array.from({ length: to - from }, (_, n) => `N-${from + n},${n + 1} ${line}`),
    ];
    await importFile(api, file(0, 10_000, 'Main St'));
    const found = await compare(api, file(5_000, 25_000, 'Elm St'));
    expect(found.counts).toEqual({ ...nothing, new: 15_000, changed: 5_000, gone: 5_000 });
    expect([found.new, found.changed, found.gone].map(({ length }) => length)).toEqual([100, 100, 100]);
    expect(found.new[0]).toMatchObject({ row: 5_002, externalId: 'N-10000' });
    expect(found.gone[99]).toMatchObject({ externalId: 'N-99' });
  });

  it.each([
    ['what another client sent', 404, 'not_found', thisWeek, 'foreign'],
    ['an import that is not there', 404, 'not_found', thisWeek, '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e'],
    ['what is no id', 400, 'validation_failed', thisWeek, 'last'],
  ] as const)('is not compared with %s', async (_, status, code, rows, named) => {
    const { api } = await newClient(app);
    const against = named === 'foreign' ? (await importFile((await newClient(app)).api, lastWeek)).id : named;
    await expect(compare(api, rows, { against })).rejects.toMatchObject({ status, code });
  });

  it.each([
    ['without Ids', ['Address Line 1', '1 Main St'], {}, 'no_id_column'],
    ['without addresses', ['Id,Colour', 'A,red'], {}, 'no_address_column'],
    ['without rows', ['Id,Address Line 1'], {}, 'no_rows'],
    [
      'without the headers of the mapping',
      thisWeek,
      { mapping: '{"Where": "address.city"}' },
      'mapping_header_missing',
    ],
    ['that is empty', [], {}, 'file_empty'],
  ] as const)('is refused as a file %s', async (_, rows, form, code) => {
    const { api } = await newClient(app);
    const refusal = { status: 400, code: 'spreadsheet_unreadable', errors: [{ pointer: '/file', code }] };
    await expect(compare(api, rows, form)).rejects.toMatchObject(refusal);
  });

  it('is compared for one caller at a time, two of a client, until they leave', async () => {
    const { api, token } = await newClient(app);
    const slow = new File([new Uint8Array(await slowWorkbook(300))], 'orders.xlsx');
    const { answer, leave } = await uploadAndLeave(app, '/v1/order-imports/compare', token, slow);
    const second = compare(api, thisWeek);
    const third = compare(api, thisWeek);
    const outcomes = Promise.allSettled([second, third]);
    await expect(Promise.race([second, third])).rejects.toMatchObject({
      status: 429,
      code: 'too_many_at_once',
    });
    leave();
    await expect(answer).rejects.toThrow();
    expect((await outcomes).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await eventually(async () => (await passingFiles(app)).length === 0 || undefined);
  });

  it('is not compared with the orders of others, also where the database would let it', async () => {
    const open = await startTestApp({ walls: { filters: true, policies: false } });
    try {
      const owner = await signUp(open);
      const [own, sibling] = [await addClient(open, owner), await addClient(open, owner)];
      await addOrder(open, sibling, { externalId: 'A' });
      await importFile(open.as(sibling.token), lastWeek.with(1, 'G,1 Main St,Brooklyn,Ada,1,'));
      const found = await compare(open.as(own.token), lastWeek);
      expect(found).toMatchObject({ against: null, counts: { ...nothing, new: 5, withoutId: 1 } });
    } finally {
      await open.close();
    }
  });
});

function compare(
  api: Waybill,
  lines: readonly string[],
  form: Omit<CompareOrderImportForm, 'file'> = {},
): Promise<ImportComparison> {
  return api.orderImports.compare({ ...form, file: csv(lines) });
}
