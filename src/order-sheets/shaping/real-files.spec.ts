import { blankOrder } from '../../order-fields/order-content.js';
import { checkRow } from '../../order-fields/row-check.js';
import { type SpreadsheetRow } from '../../spreadsheets/index.js';
import { REAL_FILES, readRealFile, type RealFile } from '../../../test/support/real-files.js';
import { profileOf } from '../profiles/find-profile.js';
import { type ColumnTarget, type SheetColumn } from '../sheet-columns.js';
import { DayOrderFinder } from './day-order.js';
import { type OrderRows } from './order-group.js';
import { OrderGroups } from './order-groups.js';
import { RowShaper } from './row-shaper.js';

describe('the rows of real files, with the columns that they have', () => {
  it.each(
    REAL_FILES.filter(({ expected }) => !expected.refused).map((file): [string, RealFile] => [
      file.name,
      file,
    ]),
  )('of %s are the expected orders', async (_, file) => {
    const { profile, orders, rejected, options } = file.expected;
    const { header, rows } = await readRealFile(file);
    const columns = columnsOf(header, file);
    const shaper = new RowShaper(columns, options?.countryCode ?? 'US');
    const context = {
      audience: 'dispatcher',
      requiredFields: [],
      countryCode: options?.countryCode ?? 'US',
      dayOrder: dayOrderOf(columns, rows),
    } as const;
    const found = ordersOf(rows, shaper, profile, options?.groupBy).map((order) => {
      const { order: content } = checkRow(order.cells, shaper.columns, context);
      const isRefused = !content || order.problems.some(({ severity }) => severity === 'error');
      return { rows: order.rows, content: isRefused ? null : content };
    });
    // Whether an Id was there before is for those to know who have read the whole file.
    const again = rejected.filter(({ code }) => code === 'duplicate_id').map(({ row }) => row);
    const first = found.filter(({ rows: [row] }) => !again.includes(row!));
    const good = first.filter(({ content }) => content);
    expect(good.map(({ rows: [row], content }) => ({ row, ...content }))).toEqual(
      orders.map(({ row, ...told }) => ({ row, ...whole(told) })),
    );
    const refused = first.filter(({ content }) => !content).flatMap(({ rows: numbers }) => numbers);
    expect(refused).toEqual(rejected.map(({ row }) => row).filter((row) => !again.includes(row)));
  });
});

function columnsOf(header: readonly string[], { expected }: RealFile): SheetColumn[] {
  return header.map((name, index) => {
    const said = expected.options?.mapping?.[name] ?? expected.columns[name] ?? null;
    const target = (typeof said === 'string' ? { field: said } : said) as ColumnTarget | null;
    return {
      index,
      header: name,
      target,
      grade: null,
      basis: null,
      confidence: 1,
      suggestions: [],
      lost: false,
    };
  });
}

function dayOrderOf(columns: readonly SheetColumn[], rows: readonly SpreadsheetRow[]) {
  const date = columns.find(({ target }) => target && 'field' in target && target.field === 'requestedDate');
  if (date?.target && 'format' in date.target && date.target.format) return date.target.format;
  const finder = new DayOrderFinder();
  for (const { cells } of rows) finder.look((date && cells[date.index]) ?? '');
  return finder.found === 'ambiguous' ? null : finder.found;
}

function ordersOf(
  rows: readonly SpreadsheetRow[],
  shaper: RowShaper,
  profile: string | null,
  groupBy: string | undefined,
): OrderRows[] {
  const { continued = false, totalFirst = false, rowsPerOrder } = profileOf(profile ?? '') ?? {};
  if (rowsPerOrder !== 'many' && groupBy === undefined)
    return rows.map(({ number, cells }) => ({
      rows: [number],
      cells: shaper.shape(cells),
      problems: [],
      rowOf: () => number,
    }));
  const groups = new OrderGroups(shaper.columns, { continued, totalFirst });
  const found = rows.map(({ number, cells }) =>
    groups.add({ number, cells: shaper.shape(cells), problems: shaper.problems }),
  );
  return [...found, groups.end()].filter((order) => order !== null);
}

/** With everything that is not told at its default. */
function whole({ address, recipient, timing, ...told }: Record<string, unknown>) {
  const blank = blankOrder();
  return {
    ...blank,
    ...told,
    address: { ...blank.address, ...(address as object) },
    recipient: { ...blank.recipient, ...(recipient as object) },
    timing: timing ? { earliestTime: null, latestTime: null, serviceSeconds: null, ...timing } : null,
  };
}
