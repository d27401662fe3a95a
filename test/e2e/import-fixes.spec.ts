import type { Waybill } from '../../sdk/src/index.js';
import { importFile, newClient } from '../support/imports.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const text = [
  'Id,Address Line 1,Package Count,Recipient Email Address',
  'A,1 Main St,1,ada@example.org',
  'B,2 Main St,many,',
  'C,3 Main St,zero,not-an-email',
  'D,,1,',
  'A,5 Main St,1,',
];

describe('the fixes of an import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const ordersOf = async (clientId: string) =>
    (
      await app.database.query<{ told: string }>(
        `select concat_ws(' ', external_id, address_line_one, package_count, recipient_email) as told
           from orders where client_id = $1 order by import_row, id`,
        [clientId],
      )
    ).map(({ told }) => told);
  const errorsOf = async (api: Waybill, id: string) => (await api.orderImports.listErrors(id)).items;
  const fixed = async (api: Waybill, id: string, body: Parameters<Waybill['orderImports']['fix']>[1]) =>
    api.imports.wait((await api.orderImports.fix(id, body)).id, { interval: 20 });

  it('import just the rows of which every error is answered', async () => {
    const { api, id } = await newClient(app);
    const first = await importFile(api, text);
    expect(first).toMatchObject({ rowsImported: 1, rowsRejected: 4, fixesOf: null });
    const ids = (await errorsOf(api, first.id)).map((error) => error.id);
    expect(ids).toEqual(['3.1', '4.1', '4.2', '5.1', '6.1']);

    const values = { '3.1': '2', '4.1': '3', '5.1': '4 Main St', '6.1': 'E' };
    const done = await fixed(api, first.id, { values });
    expect(done).toMatchObject({
      status: 'completed',
      fixesOf: first.id,
      rowsTotal: 3,
      rowsProcessed: 3,
      rowsImported: 3,
      message: 'Draft orders successfully imported',
    });
    expect(await ordersOf(id)).toEqual([
      'A 1 Main St 1 ada@example.org',
      'B 2 Main St 2',
      'D 4 Main St 1',
      'E 5 Main St 1',
    ]);
    const after = await errorsOf(api, first.id);
    expect(after.map(({ fixedBy }) => fixedBy)).toEqual([done.id, null, null, done.id, done.id]);
    const rejected = await (await api.orderImports.downloadRejectedRows(first.id)).text();
    expect(rejected.trimEnd().split('\r\n')).toHaveLength(2);

    const none = { status: 409, code: 'import_not_fixable' };
    await expect(api.orderImports.fix(first.id, { values })).rejects.toMatchObject(none);
    await expect(api.orderImports.fix(done.id, { accept: 'all' })).rejects.toMatchObject(none);
    await api.orderImports.undo(done.id);
    expect(await ordersOf(id)).toHaveLength(1);
    expect(await fixed(api, first.id, { values })).toMatchObject({ rowsImported: 3 });
  });

  it('take what is proposed where it is accepted', async () => {
    const { api, id } = await newClient(app);
    const lines = ['Address Line 1,Recipient Email Address', '1 Main St,ada@@example.org', '2 Main St,none'];
    const first = await importFile(api, lines);
    const [slip, other] = await errorsOf(api, first.id);
    expect(other?.fix).toBeNull();
    expect(slip?.fix).toMatchObject({ value: 'ada@example.org' });
    expect(await fixed(api, first.id, { accept: 'all' })).toMatchObject({ rowsTotal: 1, rowsImported: 1 });
    expect(await ordersOf(id)).toEqual(['1 Main St 1 ada@example.org']);
  });

  it('may be wrong, and be fixed in turn', async () => {
    const { api, id } = await newClient(app);
    const first = await importFile(api, text);
    const second = await fixed(api, first.id, { values: { '4.1': '3', '4.2': 'still wrong' } });
    expect(second).toMatchObject({ status: 'completed_with_errors', rowsImported: 0, rowsRejected: 1 });
    const third = await fixed(api, second.id, { values: { '4.1': 'c@example.org' } });
    expect(third).toMatchObject({ status: 'completed', fixesOf: second.id, rowsImported: 1 });
    expect(await ordersOf(id)).toContain('C 3 Main St 3 c@example.org');
  });

  it('take all rows of an order, and give a new Id to all of them', async () => {
    const { api, id } = await newClient(app);
    const lines = [
      'Id,Address Line 1,Package Count',
      'A,1 Main St,1',
      'A,1 Main St,many',
      'B,2 Main St,1',
      'A,3 Main St,1',
      'A,3 Main St,1',
    ];
    const first = await importFile(api, lines, { groupBy: 'externalId' });
    const errors = await errorsOf(api, first.id);
    expect(errors.map((error) => [error.id, error.code])).toEqual([['3.1', 'number_invalid']]);
    expect(first).toMatchObject({ ordersImported: 2, rowsRejected: 2 });
    const done = await fixed(api, first.id, { values: { '3.1': '4' } });
    expect(done).toMatchObject({ status: 'completed_with_errors', rowsTotal: 2, rowsRejected: 2 });
    const again = await fixed(api, done.id, { values: { '2.1': 'C' } });
    expect(again).toMatchObject({ status: 'completed', ordersImported: 1, rowsImported: 2 });
    expect(await ordersOf(id)).toContain('C 1 Main St 5');
  });

  it('are refused where nothing can be', async () => {
    const { api } = await newClient(app);
    const other = await newClient(app);
    const first = await importFile(api, text);
    await expect(api.orderImports.fix(first.id, { accept: ['4.1'] })).rejects.toMatchObject({
      code: 'import_not_fixable',
    });
    const beside = api.orderImports.fix(first.id, { accept: ['9.1'], values: { '3.1': '2', '4.3': '1' } });
    await expect(beside).rejects.toMatchObject({
      status: 400,
      errors: [
        { pointer: '/accept/0', code: 'error_unknown' },
        { pointer: '/values/4.3', code: 'error_unknown' },
      ],
    });
    expect(await fixed(api, first.id, { values: { '3.1': '2' } })).toMatchObject({ rowsImported: 1 });
    await expect(api.orderImports.fix(first.id, { accept: ['x'] })).rejects.toMatchObject({ status: 400 });
    await expect(api.orderImports.fix(first.id, { accept: 'some' as 'all' })).rejects.toMatchObject({
      errors: [{ pointer: '/accept', detail: 'must be "all" or a list of ids of errors' }],
    });
    await expect(other.api.orderImports.fix(first.id, { accept: 'all' })).rejects.toMatchObject({
      status: 404,
    });
    const tried = await importFile(api, text, { dryRun: 'true' });
    await expect(api.orderImports.fix(tried.id, { accept: 'all' })).rejects.toMatchObject({ status: 409 });
  });

  it('are made of stops alike', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const file = new File([text.join('\n')], 'stops.csv');
    const first = await owner.imports.wait((await owner.stopImports.create({ file })).id, { kind: 'stops' });
    const { id } = await owner.stopImports.fix(first.id, { values: { '3.1': '2' } });
    expect(await owner.imports.wait(id, { kind: 'stops' })).toMatchObject({
      message: 'Stops successfully imported',
      rowsImported: 1,
    });
  });
});
