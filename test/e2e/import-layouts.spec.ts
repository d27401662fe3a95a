import { csv, importFile, newClient } from '../support/imports.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { sheetRows, workbook } from '../support/workbooks.js';

describe('the layout of an imported file', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const addresses = async (clientId: string) =>
    (
      await app.database.query<{ line: string }>(
        'select address_line_one as line from orders where client_id = $1 order by import_row',
        [clientId],
      )
    ).map(({ line }) => line);

  describe('of a workbook with several sheets', () => {
    const book = async () =>
      new File(
        [
          new Uint8Array(
            await workbook({
              sheets: [
                {
                  name: 'Read me',
                  rows: sheetRows([['How to use'], ['Fill the sheet Orders, then send it.']]),
                },
                {
                  name: 'Orders',
                  rows: sheetRows([
                    ['Id', 'Address Line 1'],
                    ['A', '1 Main St'],
                  ]),
                },
                { name: 'Old', rows: sheetRows([['Address Line 1'], ['9 Old St']]) },
              ],
            }),
          ),
        ],
        'orders.xlsx',
      );

    it('is that of the sheet that looks most like orders', async () => {
      const { api, id } = await newClient(app);
      const file = await book();
      expect(await api.orderImports.preview({ file })).toMatchObject({
        sheet: 'Orders',
        otherSheets: ['Read me', 'Old'],
        problem: null,
        rowsRead: 1,
      });
      const done = await importFile(api, file);
      expect(done).toMatchObject({
        status: 'completed',
        sheet: 'Orders',
        otherSheets: ['Read me', 'Old'],
        message:
          'Draft orders successfully imported. Only the sheet "Orders" was read, not "Read me" and "Old".',
      });
      expect(await addresses(id)).toEqual(['1 Main St']);
    });

    it('names three of the other sheets where none has orders', async () => {
      const { api } = await newClient(app);
      const names = ['Orders', 'One', 'Two', 'Three', 'Four'];
      const sheets = names.map((name) => ({ name, rows: sheetRows([['Id', 'Address Line 1']]) }));
      const file = new File([new Uint8Array(await workbook({ sheets }))], 'orders.xlsx');
      const { failureCode, message } = await importFile(api, file);
      expect(failureCode).toBe('no_rows');
      expect(message).toContain('if the orders are on "One" or "Two" or "Three", name that one');
    });

    it.each(['Old', 'old ', '3'])('is that of the sheet asked for: %s', async (sheet) => {
      const { api, id } = await newClient(app);
      const done = await importFile(api, await book(), { sheet });
      expect(done).toMatchObject({ status: 'completed', sheet: 'Old' });
      expect(await addresses(id)).toEqual(['9 Old St']);
    });

    it.each(['Elsewhere', '4'])('is not to be had of a sheet that is not there: %s', async (sheet) => {
      const { api } = await newClient(app);
      const done = await importFile(api, await book(), { sheet });
      expect(done).toMatchObject({ status: 'failed', failureCode: 'sheet_not_found' });
      expect(done.message).toContain('Its sheets are "Read me", "Orders", "Old".');
      await expect(api.orderImports.preview({ file: await book(), sheet })).rejects.toMatchObject({
        code: 'spreadsheet_unreadable',
        errors: [{ pointer: '/file', code: 'sheet_not_found' }],
      });
    });
  });

  describe('told with the file', () => {
    const report = 'Deliveries,Zip\nWeek 48,\nAddress Line 1,Notes\n1 Main St,ring\n';

    it('says which row holds the headers', async () => {
      const { api, id } = await newClient(app);
      const done = await importFile(api, csv(report), { headerRow: '3' });
      expect(done).toMatchObject({ status: 'completed', headerRow: 3, rowsTotal: 1 });
      expect(await addresses(id)).toEqual(['1 Main St']);
    });

    it('is refused where that row is not there', async () => {
      const { api } = await newClient(app);
      const done = await importFile(api, csv(report), { headerRow: '5' });
      expect(done).toMatchObject({ status: 'failed', failureCode: 'header_row_not_found', headerRow: 5 });
    });

    it.each([
      ['sheet', 'Orders', 'sheet_not_found'],
      ['headerRow', '0', null],
      ['profile', 'no-such-program', null],
      ['groupBy', 'zip', null],
      ['mapping', '{"Street":{"field":"notes","joint":" "}}', null],
    ])('is refused where %s is %s', async (option, value, failureCode) => {
      const { api } = await newClient(app);
      const sent = importFile(api, csv(report), { [option]: value });
      if (failureCode) expect(await sent).toMatchObject({ status: 'failed', failureCode });
      else await expect(sent).rejects.toMatchObject({ status: 400, code: 'validation_failed' });
    });

    it('teaches nothing where it is not to be remembered', async () => {
      const { api } = await newClient(app);
      const file = () => csv('Wohin,Wie viele\n1 Main St,2\n');
      const mapping = '{"Wohin":"address.addressLineOne"}';
      const done = await importFile(api, file(), { mapping, saveMapping: 'false' });
      expect(done).toMatchObject({ saveMapping: false, rowsImported: 1 });
      await importFile(api, file(), { mapping, dryRun: 'true' });
      await api.orderImports.preview({ file: file(), mapping });
      expect(await importFile(api, file())).toMatchObject({ failureCode: 'no_address_column' });
      await importFile(api, file(), { mapping });
      const taught = await importFile(api, file());
      expect(taught).toMatchObject({ saveMapping: true, rowsImported: 1 });
      expect(taught.columns[0]).toMatchObject({
        column: 'A',
        header: 'Wohin',
        field: 'address.addressLineOne',
        grade: 'applied',
        basis: 'taught',
        lost: false,
      });
    });
  });

  describe('of which not all is used', () => {
    const text = 'Address Line 1,Packages ordered,Xyzzy,Empty\n1 Main St,,,\n2 Main St,3,red,\n';

    it('ends with a warning that says what would use it', async () => {
      const { api } = await newClient(app);
      const done = await importFile(api, csv(text));
      expect(done.columns).toMatchObject([
        { field: 'address.addressLineOne', lost: false, grade: 'applied', basis: 'header' },
        {
          field: null,
          lost: true,
          grade: 'suggested',
          basis: null,
          suggestions: expect.arrayContaining(['packageCount']) as string[],
        },
        { field: null, lost: true, grade: null, suggestions: [] },
        { field: null, lost: false },
      ]);
      const likely = done.columns[1]?.suggestions[0];
      expect(done).toMatchObject({
        status: 'completed_with_warnings',
        rowsImported: 2,
        message: `Draft orders successfully imported. Not used: "Packages ordered", which may be ${likely}; to use it, undo this import and upload the file with mapping {"Packages ordered":"${likely}"}.`,
      });
    });

    it('ends without one where the column is left out on purpose, or empty', async () => {
      const { api } = await newClient(app);
      const message = 'Draft orders successfully imported';
      const left = await importFile(api, csv(text), { mapping: '{"Packages ordered":null}' });
      expect(left).toMatchObject({ status: 'completed', message });
      expect(left.columns[1]).toMatchObject({ field: null, basis: 'mapping', lost: false });
      const empty = await importFile(api, csv('Address Line 1,Packages ordered\n1 Main St,\n'));
      expect(empty).toMatchObject({ status: 'completed', message });
    });

    it('imports all or nothing of it too', async () => {
      const { api, id } = await newClient(app);
      const done = await importFile(api, csv(text), { mode: 'all_or_nothing' });
      expect(done).toMatchObject({ status: 'completed_with_warnings', rowsImported: 2 });
      expect(await addresses(id)).toHaveLength(2);
    });

    it('says so in a dry run and in a preview', async () => {
      const { api } = await newClient(app);
      const done = await importFile(api, csv(text), { dryRun: 'true' });
      expect(done.status).toBe('completed_with_warnings');
      expect(done.message).toMatch(
        /This was a dry run\. Not used: .*; to use it, upload the file with mapping/,
      );
      const { columns } = await api.orderImports.preview({ file: csv(text) });
      expect(columns.map(({ lost }) => lost)).toEqual([false, true, true, false]);
    });
  });
});
