import type { FieldName } from '../../../order-fields/catalogue.js';
import type { FoundHeader } from '../reading/read-plan.js';
import { cancelled, finished, headerRefusal, undone } from './import-outcome.js';

const header: FoundHeader = {
  type: 'header',
  format: 'xlsx',
  sheet: null,
  otherSheets: [],
  headerRow: 3,
  columns: [
    {
      index: 0,
      header: 'please read',
      target: null,
      grade: null,
      basis: null,
      confidence: 0,
      suggestions: [],
      lost: false,
    },
  ],
  missing: [],
  profile: null,
  groupBy: null,
  dayOrder: null,
  rowsTotal: 1,
};

describe('the words at the end of an import', () => {
  it('say in which row headers were looked for, when none is an address', () => {
    expect(headerRefusal(header, [])?.message).toMatch(
      /^No column holds the address\. Row 3 was read as the headers; if it holds an order, put a row of headers above it\. Name one /,
    );
  });

  it('name the column that may hold the address, and no other', () => {
    const like = (...suggestions: FieldName[]) =>
      headerRefusal({ ...header, columns: [{ ...header.columns[0]!, header: 'Boston', suggestions }] }, []);
    expect(like('address.addressLineOne', 'address.city')?.message).toContain('Perhaps it is "Boston".');
    expect(like('address.city', 'address.addressLineOne')?.message).not.toContain('Boston');
  });

  it('name the sheet that was read, and those that were not', () => {
    const workbook = { ...header, sheet: 'Notes', otherSheets: ['Orders', 'Old'] };
    const told =
      ' Only the sheet "Notes" was read: if the orders are on "Orders" or "Old", name that one with `sheet`.';
    expect(headerRefusal(workbook, [])?.message).toContain(told);
    expect(headerRefusal({ ...workbook, missing: ['Town'] }, ['Town'])?.message).toContain(told);
    const columns = [{ ...header.columns[0]!, target: { field: 'address.addressLineOne' as const } }];
    expect(headerRefusal({ ...workbook, columns, rowsTotal: 0 }, [])?.message).toContain(told);
    expect(headerRefusal({ ...workbook, columns }, [])).toBeNull();
    const many = { ...workbook, otherSheets: ['One', 'Two', 'Three', 'Four'] };
    expect(headerRefusal(many, [])?.message).toContain('on "One" or "Two" or "Three", name');
  });

  it('say what to do with rejected rows, also when all were', () => {
    const counts = {
      rowsProcessed: 2,
      rowsTaken: 0,
      duplicates: 'reject',
      fixesOf: null,
      mode: 'skip_invalid',
      dryRun: false,
      isStops: false,
      unlisted: 0,
      columns: [],
      sheet: null,
      otherSheets: [],
    } as const;
    expect(finished({ ...counts, rowsImported: 0, rowsRejected: 2 }).message).toBe(
      'No order was imported: 2 rows have errors. Download the rejected rows, correct them and upload them.',
    );
    expect(finished({ ...counts, rowsImported: 1, rowsRejected: 1 }).message).toBe(
      'Draft orders successfully imported, except 1 row with errors. Download the rejected rows, correct them and upload them.',
    );
  });

  it('ask at the half of the rejected rows whether a file was imported before, also where it was cancelled', () => {
    const counts = { mode: 'skip_invalid', duplicates: 'reject', rowsImported: 0, fixesOf: null } as const;
    const told = (rowsRejected: number, rowsTaken: number) =>
      cancelled({ ...counts, rowsRejected, rowsTaken }).message;
    const choices =
      'With `duplicates` set to skip, rows with such Ids are passed over; set to update, they change those orders.';
    expect(told(2, 0)).toBe('Cancelled. Nothing was imported.');
    expect(told(2, 1)).toBe(
      `Cancelled. Nothing was imported. 1 row has the Id of an order that is there already, and 1 row has other errors. Was this file imported before? ${choices}`,
    );
    expect(told(3, 1)).toBe(
      `Cancelled. Nothing was imported. 1 row has the Id of an order that is there already, and 2 rows have other errors. ${choices}`,
    );
  });

  it('name columns that were passed over, though not all in them stands elsewhere', () => {
    const passedOver = { grade: null, basis: 'header', lost: true } as const;
    const columns = [
      { ...header.columns[0]!, ...passedOver, header: 'Hausnummer' },
      { ...header.columns[0]!, basis: 'header', header: 'Full address' } as const,
    ];
    const counts = { rowsProcessed: 2, rowsImported: 2, rowsRejected: 0, rowsTaken: 0, unlisted: 0 };
    const told = {
      ...counts,
      ...header,
      mode: 'skip_invalid',
      duplicates: 'reject',
      fixesOf: null,
      dryRun: false,
      isStops: false,
      columns,
    } as const;
    expect(finished(told)).toMatchObject({
      status: 'completed_with_warnings',
      message:
        'Draft orders successfully imported. Passed over: "Hausnummer", though some of its cells say what no other column does. Check the orders, and write all of a value into one column.',
    });
  });

  it('say when not all problems are listed', () => {
    const counts = {
      rowsProcessed: 2,
      rowsImported: 2,
      rowsRejected: 0,
      rowsTaken: 0,
      duplicates: 'reject',
      fixesOf: null,
      mode: 'skip_invalid',
      dryRun: false,
      isStops: false,
      unlisted: 1,
      columns: [],
      sheet: null,
      otherSheets: [],
    } as const;
    expect(finished(counts).message).toBe(
      'Draft orders successfully imported. Only the first 10,000 errors and warnings are listed in full; of each later row with errors, its first one.',
    );
  });

  it('say which orders an undo leaves', () => {
    expect(undone(1, 1)).toBe('Undone: 1 order was removed.');
    expect(undone(2, 2)).toBe('Undone: 2 orders were removed.');
    expect(undone(0, 3)).toBe(
      'Undone: 0 orders were removed. Orders that have gone further or were there before stay.',
    );
  });
});
