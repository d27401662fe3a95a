import fc from 'fast-check';
import { orderFieldOf } from '../../order-fields/order-fields.js';
import { checkRow } from '../../order-fields/row-check.js';
import { MOST_ROWS, type OrderRow, type OrderRows } from './order-group.js';
import { OrderGroups } from './order-groups.js';

const FIELDS = [
  'externalId',
  'address.addressLineOne',
  'notes',
  'packageCount',
  'products',
  'clientCode',
] as const;
const columns = FIELDS.map((name, index) => ({ index, field: orderFieldOf(name) }));

function grouped(rows: OrderRow[], continued = false, totalFirst = false): OrderRows[] {
  const groups = new OrderGroups(columns, { continued, totalFirst });
  const found = rows.flatMap((row) => groups.add(row) ?? []);
  return [...found, ...[groups.end()].filter((last) => last !== null)];
}

/** Rows from the second on, below a header. */
function sheet(...rows: string[][]): OrderRow[] {
  return rows.map((cells, index) => ({ number: index + 2, cells }));
}

const told = (orders: OrderRows[]) => orders.map(({ rows, cells }) => [rows, cells]);

describe('rows of one order', () => {
  it('are those that follow each other with the same Id', () => {
    const rows = sheet(['1', 'Oak St'], [' 1 ', 'Oak St'], ['2', 'Elm St'], ['1', 'Oak St']);
    expect(grouped(rows).map((order) => order.rows)).toEqual([[2, 3], [4], [5]]);
  });

  it('may leave out the Id where the layout does', () => {
    const rows = sheet(['', 'Ash St'], ['1', 'Oak St'], ['', ''], ['', 'oak  st'], ['2', 'Elm St']);
    expect(grouped(rows, true).map((order) => order.rows)).toEqual([[2], [3, 4, 5], [6]]);
    expect(grouped(rows, false)).toHaveLength(5);
  });

  it('are of one client', () => {
    const row = (client: string) => ['1', 'Oak St', '', '', '', client];
    expect(grouped(sheet(row('CL-1'), row(''), row('CL-1'), row('CL-2'))).map((order) => order.rows)).toEqual(
      [[2, 3, 4], [5]],
    );
  });

  it('become one row: what is filled first, every product, the sum of the counts', () => {
    const rows = sheet(
      ['1', '', 'Ring', '2', 'Map|Atlas'],
      ['1', 'Oak St', '', '', ''],
      ['1', 'Oak St', 'Ring', '3', ' Map; '],
    );
    const [order] = grouped(rows);
    expect(order?.cells).toEqual(['1', 'Oak St', 'Ring', '5', 'Map\nAtlas\nMap']);
    expect(order?.problems).toEqual([]);
    expect([0, 1, 2, null].map((index) => order?.rowOf(index))).toEqual([2, 3, 2, 2]);
  });

  it('are left as they are where there is only one', () => {
    const [row] = sheet(['1', ' Oak St ', '', 'two', ' a ;; b']);
    expect(grouped([row!])[0]?.cells).toBe(row!.cells);
  });

  it.each([
    [['2', '0', '3'], '5'],
    [['0', '0'], '0'],
    [['2', 'two', '3'], 'two'],
    [['two', '2', 'three'], 'two'],
    [['9999', '9999'], '19998'],
    [['1,000', '1'], '1001'],
  ])('with the counts %j have %j', (counts, sum) => {
    const [order] = grouped(sheet(...counts.map((count) => ['1', 'Oak St', '', count])));
    expect(order?.cells[3]).toBe(sum);
  });

  it('have the count of the first where that is the total', () => {
    const counts = [
      ['1', 'Oak St', '', '5', ''],
      ['1', '', '', '2', 'Map'],
      ['1', '', '', '3', 'Atlas'],
    ];
    const [order] = grouped(sheet(...counts), false, true);
    expect(order?.cells).toEqual(['1', 'Oak St', '', '5', 'Map\nAtlas']);
  });

  it('say where a count is that is none', () => {
    const counts = ['2', '3', 'two', '4'].map((count) => ['1', 'Oak St', '', count]);
    expect(grouped(sheet(...counts))[0]?.rowOf(3)).toBe(4);
  });

  it('are refused when they are for two places, and told when they differ in something else', () => {
    const rows = sheet(
      ['1', 'Oak St', 'Ring'],
      ['1', 'Elm St', 'Knock'],
      ['1', 'Ash St', 'Call'],
      ['2', 'OAK ST'],
    );
    const [order, next] = grouped(rows);
    expect(order?.problems).toEqual([
      {
        row: 3,
        severity: 'error',
        field: 'address.addressLineOne',
        columnIndex: 1,
        code: 'rows_differ',
        detail:
          'Address Line 1 is "Elm St" here, but "Oak St" in row 2 of the same order. ' +
          'Write the same in all its rows, or give each order its own Id.',
        value: 'Elm St',
      },
      {
        row: 3,
        severity: 'warning',
        field: 'notes',
        columnIndex: 2,
        code: 'rows_differ',
        detail: 'Notes is "Knock" here, but "Ring" in row 2 of the same order. Row 2 was followed.',
        value: 'Knock',
      },
    ]);
    expect(next?.problems).toEqual([]);
  });

  it('keep the warnings about the cells that are taken', () => {
    const warning = (detail: string) => ({
      field: 'address.addressLineOne',
      columnIndex: 1,
      code: 'formula_failed' as const,
      detail,
      value: '',
    });
    const rows = sheet(['1', 'Oak St'], ['1', 'Oak St'], ['2', ''], ['2', 'Elm St']).map((row) => ({
      ...row,
      problems: [warning(`of row ${row.number}`)],
    }));
    const [one, two] = grouped(rows);
    expect(one?.problems).toMatchObject([{ row: 2, severity: 'warning', detail: 'of row 2' }]);
    expect(two?.problems.map(({ row }) => row)).toEqual([4, 5]);
  });

  it('are refused piece by piece when there are too many, so that none is kept for long', () => {
    const many = Array.from({ length: 2 * MOST_ROWS + 1 }, () => ['1', 'Oak St', '', '1', 'x'.repeat(300)]);
    const orders = grouped(sheet(...many, ['2', 'Elm St']));
    expect(orders.map(({ rows }) => rows.length)).toEqual([MOST_ROWS, MOST_ROWS, 1, 1]);
    expect(orders.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['too_many_rows'],
      ['too_many_rows'],
      ['too_many_rows'],
      [],
    ]);
    expect(orders[0]?.cells[4]?.length).toBeLessThan(100_000);
    expect(grouped(sheet(...many.slice(0, MOST_ROWS)))[0]?.problems).toEqual([]);
  });

  it('list no more products than show that there are too many', () => {
    const rows = (count: number, product: string) =>
      grouped(sheet(...Array.from({ length: count }, () => ['1', 'Oak St', '', '', product])))[0]!;
    const check = (order: OrderRows) =>
      checkRow(order.cells, columns, { audience: 'client', requiredFields: [], countryCode: null });
    expect(check(rows(100, `${' '.repeat(5_000)}${'😀'.repeat(200)};`)).order?.products).toHaveLength(100);
    expect(check(rows(101, 'x')).errors).toMatchObject([{ code: 'too_many' }]);
    expect(check(rows(1_000, '😀'.repeat(200))).errors).toMatchObject([{ code: 'too_many' }]);
  });

  const tables = fc
    .array(
      fc.record({
        id: fc.constantFrom('', '1', '1', '2'),
        street: fc.constantFrom('', 'Oak St', 'Elm St'),
        count: fc.constantFrom('', '1', '2', 'two'),
        product: fc.constantFrom('', 'Map', 'Atlas; Globe'),
      }),
      { maxLength: 30 },
    )
    .map((rows) => sheet(...rows.map(({ id, street, count, product }) => [id, street, '', count, product])));

  it('are the same orders when the reading stops at any row and begins again', () => {
    fc.assert(
      fc.property(tables, fc.nat(30), fc.boolean(), (rows, cut, continued) => {
        const whole = grouped(rows, continued);
        const groups = new OrderGroups(columns, { continued });
        const before = rows.slice(0, cut).flatMap((row) => groups.add(row) ?? []);
        const checkpoint = before.at(-1)?.rows.at(-1) ?? 0;
        const after = grouped(rows, continued).filter((order) => order.rows[0]! > checkpoint);
        expect(told([...before, ...after])).toEqual(told(whole));
      }),
    );
  });

  it('hold every row once, in order, and every product', () => {
    fc.assert(
      fc.property(tables, fc.boolean(), (rows, continued) => {
        const orders = grouped(rows, continued);
        expect(orders.flatMap((order) => order.rows)).toEqual(rows.map(({ number }) => number));
        const products = (cells: readonly string[]) => cells[4]!.split(/[;\n]/).map((name) => name.trim());
        expect(orders.flatMap(({ cells }) => products(cells)).filter(Boolean)).toEqual(
          rows.flatMap(({ cells }) => products(cells)).filter(Boolean),
        );
      }),
    );
  });
});
