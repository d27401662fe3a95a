import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrderImport, Waybill } from '../../sdk/src/index.js';
import { Database } from '../../src/database/database.js';
import { rejectionsAfter } from '../../src/modules/order-imports/order-imports.queries.js';
import { writeXlsx } from '../../src/spreadsheets/index.js';
import { csv, importFile, newClient } from '../support/imports.js';
import { addClient, signUp } from '../support/tenants.js';
import { encode } from '../support/spreadsheets.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const libraries = readFileSync(new URL('../fixtures/libraries-manhattan.csv', import.meta.url), 'utf8');

describe('order imports', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const ordersOf = async (clientId: string) =>
    app.database.query<{ external_id: string | null; notes: string | null; status: string; zip: string }>(
      'select external_id, notes, status, zip from orders where client_id = $1 order by import_row, id',
      [clientId],
    );

  const problemsOf = async (api: Waybill, id: string) => {
    const { items } = await api.orderImports.listErrors(id);
    return items.map(({ row, column, code, value }) => [row, column, code, value]);
  };

  describe('of the sample spreadsheet', () => {
    it('go from preview to errors, mended rows and undo', async () => {
      const { api, id } = await newClient(app);
      const preview = await api.orderImports.preview({ file: csv(libraries) });
      expect(preview).toMatchObject({
        headerRow: 1,
        problem: null,
        rowsRead: 33,
        rowsRejected: 5,
        hasMoreRows: false,
        unmappedHeaders: [],
      });
      expect(preview.mapping).toHaveLength(18);
      expect(preview.rows[0]?.order?.recipient.phone).toBe('+19172756975');
      expect(await ordersOf(id)).toEqual([]);
      expect((await api.orderImports.list()).items).toEqual([]);
      expect(await readdir(join(app.dataDir, 'files', 'previews'))).toEqual([]);

      const done = await importFile(api, csv(libraries));
      expect(done).toMatchObject({
        status: 'completed_with_errors',
        rowsTotal: 33,
        rowsProcessed: 33,
        rowsImported: 28,
        rowsRejected: 5,
        failureCode: null,
      });
      expect(done.message).toContain('Draft orders successfully imported');
      expect(await problemsOf(api, done.id)).toEqual([
        [13, 'Package Count', 'number_invalid', 'zero'],
        [16, 'Recipient Email Address', 'email_invalid', 'not-an-email'],
        [27, 'Address Line 1', 'address_missing', null],
        [31, 'Id', 'duplicate_id', 'NYPL-0002'],
        [32, 'Longitude', 'coordinates_incomplete', null],
      ]);
      const { items } = await api.orderImports.listErrors(done.id);
      expect(items[3]?.detail).toBe(
        'Id "NYPL-0002" already stands in row 3. Give each order its own Id, or remove one of the two rows.',
      );
      expect((await ordersOf(id)).map(({ status }) => status)).toEqual(Array(28).fill('draft'));

      const rejected = await api.orderImports.downloadRejectedRows(done.id);
      const text = await rejected.text();
      expect(text.split('\r\n')).toHaveLength(7);
      expect(text).toContain('Longitude,Import errors\r\n');
      expect(text).toContain('"Package Count ""zero"" is not a whole number.');
      const mended = text
        .replace(',zero,', ',1,')
        .replace('not-an-email', 'aguilar@example.org')
        .replace(/^,,(.*),NYPL-0026/m, 'Annex,1 Library Way,$1,NYPL-0026')
        .replace('NYPL-0002', 'NYPL-0030')
        .replace('40.7203,,', '40.7203,-73.9790,');
      const second = await importFile(api, csv(mended));
      expect(await problemsOf(api, second.id)).toEqual([]);
      expect(second).toMatchObject({
        status: 'completed',
        rowsImported: 5,
        message: 'Draft orders successfully imported',
        unmappedHeaders: ['Import errors'],
      });
      expect(await ordersOf(id)).toHaveLength(33);

      await app.database.query(
        `update orders set status = 'submitted', submitted_at = now() where external_id = 'NYPL-0001' and client_id = $1`,
        [id],
      );
      const undone = await api.orderImports.undo(done.id);
      expect(undone.message).toBe(
        'Undone: 27 orders were removed. Orders that have gone further or were there before stay.',
      );
      expect(await api.orderImports.get(done.id)).toEqual(undone);
      expect((await ordersOf(id)).map(({ external_id }) => external_id)).toEqual([
        'NYPL-0001',
        'NYPL-0012',
        'NYPL-0015',
        'NYPL-0026',
        'NYPL-0030',
        'NYPL-0031',
      ]);
      const again = await api.orderImports.undo(done.id);
      expect(again.undoneAt).toBe(undone.undoneAt);
    });

    it('are told in the feed, order by order', async () => {
      const { api, id, owner } = await newClient(app);
      const done = await importFile(api, csv(libraries));
      await api.orderImports.undo(done.id);
      const events = await app.database.query<{ type: string; audience: string; n: number }>(
        `select type, audience, count(*)::int as n from events
          where client_id = $1 and type ~ '^(order|import[.]completed)' group by type, audience order by type`,
        [id],
      );
      expect(events).toEqual([
        { type: 'import.completed', audience: 'client', n: 1 },
        { type: 'order.created', audience: 'client', n: 28 },
        { type: 'order.deleted', audience: 'client', n: 28 },
      ]);
      expect((await owner.stopImports.list()).items).toEqual([]);
    });
  });

  describe('take a file as people have it', () => {
    const table = 'Straße;PLZ;Ort;Land;Empfänger\nHauptstraße 1;01067;Dresden;Deutschland;Jürgen Groß\n';
    const mapping = {
      Straße: 'address.addressLineOne',
      PLZ: 'address.zip',
      Ort: 'address.city',
      Land: 'address.country',
      Empfänger: 'recipient.name',
    };

    it.each(['utf-8', 'utf-8-bom', 'utf-16le-bom', 'utf-16be', 'windows-1252'] as const)(
      'in %s, with a mapping that is remembered',
      async (encoding) => {
        const { api, id } = await newClient(app);
        const file = () => new File([new Uint8Array(encode(table, encoding))], 'auftraege.csv');
        const done = await importFile(api, file(), { mapping: JSON.stringify(mapping) });
        expect(done).toMatchObject({ status: 'completed', rowsImported: 1 });
        expect(await ordersOf(id)).toMatchObject([{ zip: '01067' }]);
        const [row] = await app.database.query<{ recipient_name: string; country: string }>(
          'select recipient_name, country from orders where client_id = $1',
          [id],
        );
        expect(row).toEqual({ recipient_name: 'Jürgen Groß', country: 'DE' });

        const remembered = await importFile(api, file());
        expect(remembered).toMatchObject({ status: 'completed', rowsImported: 1 });
        expect(remembered.mapping).toMatchObject([
          { column: 'A', header: 'Straße', field: 'address.addressLineOne', confidence: 1 },
          { field: 'address.zip' },
          { field: 'address.city' },
          { field: 'address.country' },
          { field: 'recipient.name' },
        ]);
      },
    );

    it('and reports columns it has no field for', async () => {
      const { api } = await newClient(app);
      const done = await importFile(api, csv('Address Line 1,Xyzzy\n1 Main St,red\n'));
      expect(done).toMatchObject({ status: 'completed', unmappedHeaders: ['Xyzzy'] });
    });

    it.each(['csv', 'xlsx'] as const)('as the template, unchanged, in %s', async (format) => {
      const { api, id } = await newClient(app, { requiredFields: ['recipient.phone', 'address.zip'] });
      const template = await api.orderImports.downloadTemplate({ format });
      const done = await importFile(api, new File([template], `template.${format}`));
      expect(await problemsOf(api, done.id)).toEqual([]);
      expect(done).toMatchObject({
        status: 'completed',
        rowsImported: 2,
        message: 'Draft orders successfully imported',
      });
      expect(await ordersOf(id)).toHaveLength(2);
    });

    it('also a workbook, of which the rejected rows come back as one', async () => {
      const { api } = await newClient(app);
      const rows = [
        ['Address Line 1', 'Package Count'],
        ['1 Main St', '2'],
        ['2 Main St', 'many'],
        ['3 Main St'],
      ];
      const chunks: Buffer[] = [];
      for await (const chunk of writeXlsx(rows)) chunks.push(chunk as Buffer);
      const done = await importFile(api, new File([new Uint8Array(Buffer.concat(chunks))], 'orders.xlsx'));
      expect(done).toMatchObject({ rowsImported: 2, rowsRejected: 1, sheet: 'Sheet1' });
      const rejected = await api.orderImports.downloadRejectedRows(done.id, { format: 'xlsx' });
      const preview = await api.orderImports.preview({ file: new File([rejected], 'rejected.xlsx') });
      expect(preview).toMatchObject({ rowsRead: 1, rowsRejected: 1, unmappedHeaders: ['Import errors'] });
    });

    it('and rejected again while they are not corrected, whatever few there are', async () => {
      const { api } = await newClient(app);
      const good = Array.from({ length: 4 }, (_, n) => `${n} Main St,1\n`).join('');
      const bad = Array.from({ length: 4 }, (_, n) => `${n} Side St,many\n`).join('');
      const done = await importFile(api, csv(`Address Line 1,Qty\n${good}${bad}`));
      expect(done).toMatchObject({ rowsImported: 4, rowsRejected: 4 });
      const rejected = await api.orderImports.downloadRejectedRows(done.id);
      const again = await importFile(api, new File([rejected], 'rejected.csv'));
      expect(again).toMatchObject({ rowsImported: 0, rowsRejected: 4 });
    });

    it('asks for the fields its client must fill', async () => {
      const { api } = await newClient(app, { requiredFields: ['address.zip'] });
      const done = await importFile(api, csv('Address Line 1,Zip\n1 Main St,02115\n2 Main St,\n'));
      expect(await problemsOf(api, done.id)).toEqual([[3, 'Zip', 'required', null]]);
      expect(done).toMatchObject({ rowsImported: 1, rowsRejected: 1 });
    });
  });

  describe('that cannot be read', () => {
    it.each([
      ['without an address column', 'Colour,Shape\nred,round\n', 'no_address_column'],
      ['with a header only', 'Address Line 1,Zip\n', 'no_rows'],
      ['with a quotation mark left open', 'Address Line 1,Zip\n"1 Main St\n2 Main St,1\n', 'unclosed_quote'],
      ['with a NUL', 'Address Line 1\n1 Main St\n2 Main\0St\n', 'contains_nul'],
      ['that are something else', '%PDF-1.7\n', 'wrong_content'],
      ['that are empty', '', 'file_empty'],
    ])('%s fail with a code and what to do', async (_, text, code) => {
      const { api, id } = await newClient(app);
      const done = await importFile(api, csv(text));
      expect(done).toMatchObject({ status: 'failed', failureCode: code, rowsImported: 0 });
      expect(done.message).toMatch(/^[A-Z].*\.$/s);
      expect(await ordersOf(id)).toEqual([]);
    });

    it('fail when the mapping names a header that is not there', async () => {
      const { api } = await newClient(app);
      const mapping = JSON.stringify({ Strase: 'address.addressLineOne' });
      const done = await importFile(api, csv('Straße\nHauptstraße 1\n'), { mapping });
      expect(done).toMatchObject({ status: 'failed', failureCode: 'mapping_header_missing' });
    });

    it('are refused in a preview at once', async () => {
      const { api } = await newClient(app);
      await expect(
        api.orderImports.preview({ file: csv('Address Line 1\n"open\nx\n') }),
      ).rejects.toMatchObject({ status: 400, code: 'spreadsheet_unreadable' });
      const preview = await api.orderImports.preview({ file: csv('Colour,Shape\nred,round\n') });
      expect(preview.problem?.code).toBe('no_address_column');
    });
  });

  describe('with Ids that are there already', () => {
    const first = 'Id,Address Line 1,Notes\nA,1 Main St,old\nB,2 Main St,old\n';
    const second = 'Id,Address Line 1,Notes\nA,1 Main St,new\nC,3 Main St,new\n';
    const idsAndNotes = async (id: string) =>
      (await ordersOf(id)).map(({ external_id, notes }) => `${external_id} ${notes}`).toSorted();

    it('reject them', async () => {
      const { api, id } = await newClient(app);
      await importFile(api, csv(first));
      const done = await importFile(api, csv(second));
      expect(done).toMatchObject({ status: 'completed_with_errors', rowsImported: 1, rowsRejected: 1 });
      expect(await problemsOf(api, done.id)).toEqual([[2, 'Id', 'duplicate_id', 'A']]);
      expect(await idsAndNotes(id)).toEqual(['A old', 'B old', 'C new']);
    });

    it('skip them, also within the file', async () => {
      const { api, id } = await newClient(app);
      await importFile(api, csv(first));
      const done = await importFile(api, csv(`${second}C,4 Main St,twice\n`), { duplicates: 'skip' });
      expect(done).toMatchObject({ status: 'completed', rowsImported: 1, rowsRejected: 0, rowsSkipped: 2 });
      expect(await idsAndNotes(id)).toEqual(['A old', 'B old', 'C new']);
    });

    it('update drafts, in the columns of the file only, and refuse what is under way', async () => {
      const { api, id } = await newClient(app);
      await importFile(api, csv('Id,Address Line 1,Notes,Zip\nA,1 Main St,old,02115\nB,2 Main St,old,1\n'));
      await app.database.query(
        `update orders set status = 'submitted' where external_id = 'B' and client_id = $1`,
        [id],
      );
      const done = await importFile(api, csv(second + 'B,9 Main St,new\n'), { duplicates: 'update' });
      expect(done).toMatchObject({
        status: 'completed_with_errors',
        rowsImported: 2,
        ordersImported: 2,
        rowsRejected: 1,
      });
      expect(await problemsOf(api, done.id)).toEqual([[4, 'Id', 'order_not_editable', 'B']]);
      expect(await idsAndNotes(id)).toEqual(['A new', 'B old', 'C new']);
      expect((await ordersOf(id)).find(({ external_id }) => external_id === 'A')?.zip).toBe('02115');
    });

    it('leave no coordinates of another place than the address that they bring', async () => {
      const { api } = await newClient(app);
      const header = 'Id,Address Line 1,City,Zip,Latitude,Longitude\n';
      const rows = ['A', 'B', 'C', 'D'].map((id) => `${id},1 Main St,Boston,,42.35,-71.07\n`);
      await importFile(api, csv(header + rows.join('')));
      const placeOf = async (externalId: string) => {
        const [order] = (await api.orders.list({ externalId })).items;
        return [order!.address.latitude, order!.address.longitude];
      };
      const moved = 'A,2 Main St,Boston,02115\nB,1 Main St,Salem,02115\nC,1 Main St,Boston,02115\n';
      await importFile(api, csv(`Id,Address Line 1,City,Zip\n${moved}`), { duplicates: 'update' });
      await importFile(api, csv(`${header}D,2 Main St,Boston,,42.36,-71.08\n`), { duplicates: 'update' });
      expect(await Promise.all(['A', 'B', 'C', 'D'].map(placeOf))).toEqual([
        [null, null],
        [null, null],
        [42.35, -71.07],
        [42.36, -71.08],
      ]);
    });

    it('count what they update and what they make, over several chunks', async () => {
      const { api } = await newClient(app);
      const rows = Array.from({ length: 5_000 }, (_, n) => `${n},${n + 1} Main St`);
      await importFile(api, csv(`Id,Address Line 1\n${rows.slice(1_000).join('\n')}\n`));
      const done = await importFile(api, csv(`Id,Address Line 1\n${rows.join('\n')}\n`), {
        duplicates: 'update',
      });
      expect(done).toMatchObject({ status: 'completed', rowsImported: 5_000, ordersImported: 5_000 });
    });

    it('do not mind another client’s', async () => {
      const one = await newClient(app);
      const other = await newClient(app);
      await importFile(one.api, csv(first));
      expect(await importFile(other.api, csv(first))).toMatchObject({ status: 'completed', rowsImported: 2 });
    });

    it('of two imports at once come in once', async () => {
      const { api, id } = await newClient(app);
      const rows = Array.from({ length: 3_000 }, (_, n) => `${n},${n + 1} Main St`);
      const up = csv(`Id,Address Line 1\n${rows.join('\n')}\n`);
      const down = csv(`Id,Address Line 1\n${rows.toReversed().join('\n')}\n`);
      const [one, two] = await Promise.all([importFile(api, up), importFile(api, down)]);
      expect(one.rowsImported + two.rowsImported).toBe(3_000);
      expect(one.rowsRejected + two.rowsRejected).toBe(3_000);
      expect(await ordersOf(id)).toHaveLength(3_000);
    });
  });

  describe('all or nothing', () => {
    it('import nothing of a file with an error', async () => {
      const { api, id } = await newClient(app);
      const done = await importFile(api, csv(libraries), { mode: 'all_or_nothing' });
      expect(done).toMatchObject({
        status: 'failed',
        failureCode: 'rows_rejected',
        rowsProcessed: 33,
        rowsImported: 0,
        rowsRejected: 5,
      });
      expect(await problemsOf(api, done.id)).toHaveLength(5);
      expect(await ordersOf(id)).toEqual([]);
    });

    it('import all of a file without one, over several chunks', async () => {
      const { api, id } = await newClient(app);
      const rows = Array.from({ length: 9_000 }, (_, n) => `${n},${n + 1} Main St`);
      const file = csv(`Id,Address Line 1\n${rows.join('\n')}\n`);
      const done = await importFile(api, file, { mode: 'all_or_nothing' });
      expect(done).toMatchObject({ status: 'completed', rowsProcessed: 9_000, rowsImported: 9_000 });
      // Begun, planned, two chunks checked, two written, ended.
      expect(done.version).toBeGreaterThanOrEqual(7);
      expect(await ordersOf(id)).toHaveLength(9_000);
    });

    it('mind the Ids of orders that are there', async () => {
      const { api, id } = await newClient(app);
      await importFile(api, csv('Id,Address Line 1\nA,1 Main St\n'));
      const file = csv('Id,Address Line 1\nB,1 Main St\nA,2 Main St\n');
      const done = await importFile(api, file, { mode: 'all_or_nothing' });
      expect(done).toMatchObject({ status: 'failed', rowsImported: 0, rowsRejected: 1 });
      expect(await ordersOf(id)).toHaveLength(1);
    });
  });

  it('of a dry run count and keep nothing', async () => {
    const { api, id } = await newClient(app);
    const done = await importFile(api, csv(libraries), { dryRun: 'true' });
    expect(done).toMatchObject({
      status: 'completed_with_errors',
      dryRun: true,
      rowsImported: 28,
      rowsRejected: 5,
      message: '28 rows can be imported. 5 rows have errors. This was a dry run.',
    });
    expect(await problemsOf(api, done.id)).toHaveLength(5);
    expect(await ordersOf(id)).toEqual([]);
  });

  it('can be cancelled while they run, and what they had made be undone', async () => {
    const { api, id } = await newClient(app);
    const rows = Array.from({ length: 60_000 }, (_, n) => `${n},${n + 1} Main St`);
    const file = csv(`Id,Address Line 1\n${rows.join('\n')}\n`);
    const { id: importId } = await api.orderImports.create({ file });
    await expect(api.orderImports.undo(importId)).rejects.toMatchObject({
      status: 409,
      code: 'import_not_undoable',
    });
    await until(async () => {
      const { rowsProcessed } = await api.orderImports.get(importId);
      return rowsProcessed > 0;
    });
    await api.orderImports.cancel(importId);
    const done = await api.imports.wait(importId, { interval: 20 });
    expect(done).toMatchObject({ status: 'cancelled' });
    expect(done.rowsImported).toBeLessThan(60_000);
    expect(await ordersOf(id)).toHaveLength(done.rowsImported);
    await expect(api.orderImports.cancel(importId)).rejects.toMatchObject({
      status: 409,
      code: 'import_not_cancellable',
    });
    await api.orderImports.undo(importId);
    expect(await ordersOf(id)).toEqual([]);
  });

  it('list errors page by page', async () => {
    const { api, organizationId } = await newClient(app);
    const done = await importFile(api, csv(libraries));
    const page = await api.orderImports.listErrors(done.id, { limit: 3 });
    const rest = await api.orderImports.listErrors(done.id, {
      limit: 3,
      cursor: page.nextCursor ?? undefined,
    });
    expect([...page.items, ...rest.items].map(({ row }) => row)).toEqual([13, 16, 27, 31, 32]);
    expect(rest.nextCursor).toBeNull();
    const pageAfter = (row: number) =>
      app.nest
        .get(Database)
        .asSystem('a test reads as the download does', (em) =>
          rejectionsAfter(em, { id: done.id, organizationId }, row, 3),
        );
    expect((await pageAfter(0)).map(({ row }) => row)).toEqual([13, 16]);
    expect((await pageAfter(16)).map(({ row }) => row)).toEqual([27, 31]);
    const warnings = await api.orderImports.listErrors(done.id, { severity: 'warning' });
    expect(warnings.items).toEqual([]);
  });

  describe('are refused', () => {
    const post = (token: string, form: FormData) =>
      fetch(`${app.url}/v1/order-imports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
    const formOf = (parts: Record<string, string | File>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(parts)) form.append(name, value);
      return form;
    };

    it('to a client that may not upload, before its file is read', async () => {
      const { api } = await newClient(app, { allowOrderUpload: false });
      await expect(importFile(api, csv(libraries))).rejects.toMatchObject({
        status: 403,
        code: 'order_upload_not_allowed',
      });
    });

    it.each<[string, Record<string, string | File>, string]>([
      ['without a file', { mode: 'skip_invalid' }, '/file'],
      ['with the file in another field', { sheet: csv(libraries) }, '/sheet'],
      ['with a mode there is none of', { file: csv(libraries), mode: 'some' }, '/mode'],
      ['with a mapping that is no JSON', { mapping: '{', file: csv(libraries) }, '/mapping'],
      ['with a mapping to no field', { file: csv(libraries), mapping: '{"A":"nothing"}' }, '/mapping/A'],
      [
        'with a mapping of two headers to one field',
        { file: csv(libraries), mapping: '{"A":"address.zip","B":"address.zip"}' },
        '/mapping',
      ],
      ['with a field nobody knows', { file: csv(libraries), colour: 'red' }, '/colour'],
    ])('%s', async (_, parts, pointer) => {
      const { token, api } = await newClient(app);
      const answer = await post(token, formOf(parts));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] });
      expect((await api.orderImports.list()).items).toEqual([]);
    });

    it('as JSON', async () => {
      const { token } = await newClient(app);
      const answer = await fetch(`${app.url}/v1/order-imports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(answer.status).toBe(415);
    });

    it('to everyone but their client', async () => {
      const { api } = await newClient(app);
      const other = await newClient(app);
      const done = await importFile(api, csv(libraries));
      const gone = { status: 404, code: 'not_found' };
      await expect(other.api.orderImports.get(done.id)).rejects.toMatchObject(gone);
      await expect(other.api.orderImports.listErrors(done.id)).rejects.toMatchObject(gone);
      await expect(other.api.orderImports.downloadRejectedRows(done.id)).rejects.toMatchObject(gone);
      await expect(other.api.orderImports.cancel(done.id)).rejects.toMatchObject(gone);
      await expect(other.api.orderImports.undo(done.id)).rejects.toMatchObject(gone);
      expect((await other.api.orderImports.list()).items).toEqual([]);
    });
  });

  it('take the fields of a form that were left empty for absent', async () => {
    const { token, api } = await newClient(app);
    const form = new FormData();
    for (const name of ['mapping', 'mode', 'dryRun', 'duplicates']) form.append(name, '');
    form.append('file', csv('Address Line 1\n1 Main St\n'));
    const answer = await fetch(`${app.url}/v1/order-imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(answer.status).toBe(202);
    const { id } = (await answer.json()) as OrderImport;
    expect(await api.imports.wait(id, { interval: 20 })).toMatchObject({
      mode: 'skip_invalid',
      dryRun: false,
      duplicates: 'reject',
      rowsImported: 1,
    });
  });

  it('answer 202 with where to look', async () => {
    const { token } = await newClient(app);
    const form = new FormData();
    form.append('file', csv(libraries));
    form.append('mode', 'skip_invalid');
    const answer = await fetch(`${app.url}/v1/order-imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(answer.status).toBe(202);
    const { id } = (await answer.json()) as OrderImport;
    expect(answer.headers.get('location')).toBe(`/v1/order-imports/${id}`);
  });

  it('of files past the limit are 413, and nothing of them stays', async () => {
    const small = await startTestApp({ env: { IMPORT_MAX_BYTES: '2048', IMPORT_MAX_ROWS: '3' } });
    try {
      const client = await addClient(small, await signUp(small));
      const api = small.as(client.token);
      await expect(importFile(api, csv(libraries))).rejects.toMatchObject({ status: 413, code: 'too_large' });
      expect(await readdir(join(small.dataDir, 'files', 'imports'))).toEqual([]);
      const done = await importFile(api, csv('Address Line 1\na\nb\nc\nd\n'));
      expect(done).toMatchObject({ status: 'failed', failureCode: 'too_many_rows', rowsImported: 0 });
    } finally {
      await small.close();
    }
  });
});

describe('stop imports', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('give each row to the client it names', async () => {
    const session = await signUp(app);
    const owner = app.as(session.accessToken);
    const one = await addClient(app, session, { allowOrderUpload: false });
    const two = await addClient(app, session);
    const foreign = await addClient(app, await signUp(app));
    const text = [
      'Client ID,Id,Address Line 1,Earliest Time,Latest Time,Time at stop',
      `${one.clientCode},A,1 Main St,9:00,17:00,5`,
      `${two.clientCode.toLowerCase()},A,2 Main St,,,`,
      `,,3 Main St,,,`,
      `${foreign.clientCode},B,4 Main St,,,`,
      `${one.clientCode},A,5 Main St,,,`,
    ].join('\n');
    const { id } = await owner.stopImports.create({ file: csv(text) });
    const done = await owner.imports.wait(id, { kind: 'stops', interval: 20 });
    expect(done).toMatchObject({ status: 'completed_with_errors', rowsImported: 3, rowsRejected: 2 });
    const { items } = await owner.stopImports.listErrors(id);
    expect(items.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [5, 'Client ID', 'client_code_unknown', foreign.clientCode],
      [6, 'Id', 'duplicate_id', 'A'],
    ]);
    const stops = await app.database.query(
      `select address_line_one, client_id, status, source, earliest_time, service_seconds, submitted_at is not null as handed
         from orders where organization_id = $1 order by import_row`,
      [session.membership.organization.id],
    );
    const same = { status: 'submitted', source: 'dispatcher', handed: true };
    expect(stops).toEqual([
      {
        ...same,
        address_line_one: '1 Main St',
        client_id: one.id,
        earliest_time: '09:00',
        service_seconds: 300,
      },
      {
        ...same,
        address_line_one: '2 Main St',
        client_id: two.id,
        earliest_time: null,
        service_seconds: null,
      },
      { ...same, address_line_one: '3 Main St', client_id: null, earliest_time: null, service_seconds: null },
    ]);
    const mine = await app.as(one.token).orders.list();
    expect(mine.items.map(({ address }) => address.addressLineOne)).toEqual(['1 Main St']);

    await owner.stopImports.undo(id);
    expect((await app.as(one.token).orders.list()).items).toEqual([]);
  });

  it('do not touch a client’s drafts, nor tell of them', async () => {
    const session = await signUp(app);
    const owner = app.as(session.accessToken);
    const client = await addClient(app, session);
    await importFile(app.as(client.token), csv('Id,Address Line 1\nA,1 Main St\n'));
    const file = csv(`Client ID,Id,Address Line 1\n${client.clientCode},A,9 Main St\n`);
    const { id } = await owner.stopImports.create({ file, duplicates: 'update' });
    expect(await owner.imports.wait(id, { kind: 'stops', interval: 20 })).toMatchObject({
      rowsImported: 0,
      rowsRejected: 1,
    });
    const { items } = await app.as(client.token).orders.list();
    expect(items.map(({ address }) => address.addressLineOne)).toEqual(['1 Main St']);
  });

  it('have a template that imports as it stands', async () => {
    const session = await signUp(app);
    const owner = app.as(session.accessToken);
    const template = await owner.stopImports.downloadTemplate({ format: 'csv' });
    const { id } = await owner.stopImports.create({ file: new File([template], 'stops.csv') });
    expect(await owner.imports.wait(id, { kind: 'stops', interval: 20 })).toMatchObject({
      status: 'completed',
      rowsImported: 2,
      message: 'Stops successfully imported',
    });
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('an import that waits for its turn', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_JOBS: 'worker' } });
  });
  afterAll(() => app.close());

  it('is cancelled at once and says so in the feed, one time', async () => {
    const client = await addClient(app, await signUp(app));
    const api = app.as(client.token);
    const { id } = await api.orderImports.create({ file: csv('Id,Address Line 1\n1,1 Main St\n') });
    expect(await api.orderImports.cancel(id)).toMatchObject({ status: 'cancelled' });
    const told = `select type, data->>'status' as status from events where type like 'import.%'`;
    expect(await app.database.query(told)).toEqual([{ type: 'import.completed', status: 'cancelled' }]);
  });
});
