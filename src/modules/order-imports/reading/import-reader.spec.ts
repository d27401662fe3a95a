import fc from 'fast-check';
import { withFile } from '../../../../test/support/spreadsheets.js';
import { readImport } from './import-reader.js';
import type { KnownLayout, ReadPlan } from './read-plan.js';
import { stagedOrderColumns } from './staged-orders.js';

const idAt = stagedOrderColumns.indexOf('external_id');
const rowAt = stagedOrderColumns.indexOf('import_row');
const countAt = stagedOrderColumns.indexOf('package_count');

/** Some rows an order, some of them bad, some Ids more than once, some rows without. */
const rows = fc
  .array(
    fc.record({
      id: fc.constantFrom('A', 'B', 'C', 'D', ''),
      rows: fc.integer({ min: 1, max: 4 }),
      isBad: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((groups) =>
    groups.flatMap(({ id, rows: count, isBad }) =>
      Array.from({ length: count }, (_, n) => `${id},1 Main St,${isBad && n === 1 ? 'many' : '1'}`),
    ),
  );

describe('a file of which several rows are one order', () => {
  it('gives the same orders to whoever resumes after any of them', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const text = ['Id,Address Line 1,Package Count', ...lines, ''].join('\n');
        await withFile(Buffer.from(text), async (path) => {
          const whole = await read(path, 0);
          for (const { row } of [...whole.orders, ...whole.problems]) {
            // Where the batch would have ended: before the order of this row.
            const rest = await read(path, row - 1, whole.layout);
            expect(rest.orders).toEqual(whole.orders.filter((order) => order.row >= row));
            expect(rest.problems).toEqual(whole.problems.filter((problem) => problem.row >= row));
          }
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('headers that a file repeats', () => {
  it('are no order', async () => {
    const headers = 'Id,Address Line 1,City';
    const text = [headers, 'A,1 Main St,Troy', headers, 'B,City,City', ''].join('\n');
    await withFile(Buffer.from(text), async (path) => {
      const { orders, problems } = await read(path, 0);
      expect(orders.map(({ row }) => row)).toEqual([2, 4]);
      expect(problems).toEqual([{ row: 3, code: 'header_repeated' }]);
    });
  });
});

async function read(path: string, resumeAfter: number, known?: KnownLayout) {
  const plan: ReadPlan = {
    path,
    fileName: 'orders.csv',
    limits: {},
    audience: 'client',
    requiredFields: [],
    countryCode: 'US',
    mapping: {},
    taught: {},
    asked: { sheet: null, headerRow: null, profile: 'none', groupBy: 'externalId' },
    duplicates: 'reject',
    resumeAfter,
    clientId: null,
    depotId: '0',
    clients: {},
    ...(known && { known }),
  };
  let layout = known;
  const orders: { row: number; id: string; count: string }[] = [];
  const problems: { row: number; code: string }[] = [];
  for await (const message of readImport(plan)) {
    if (message.type === 'header') layout = message;
    if (message.type !== 'batch') continue;
    for (const cells of linesOf(message.orderLines))
      orders.push({ row: Number(cells[rowAt]), id: cells[idAt]!, count: cells[countAt]! });
    // A problem is known by the first row of its order.
    for (const cells of linesOf(message.problemLines))
      problems.push({ row: Number(cells[8]), code: cells[5]! });
  }
  return { layout: layout!, orders, problems };
}

function linesOf(bytes: Uint8Array): string[][] {
  const lines = Buffer.from(bytes).toString().split('\n').slice(0, -1);
  return lines.map((line) => line.split('\t'));
}
