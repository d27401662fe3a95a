import fc from 'fast-check';
import { contentFields, toColumn, type ContentRow } from '../../src/modules/orders/order-row.js';
import { contentOf } from '../../src/modules/orders/orders.dto.js';
import { ORDER_FIELDS } from '../../src/order-fields/order-fields.js';
import { writeCsv, writeXlsx } from '../../src/spreadsheets/index.js';
import { orderContents } from '../support/order-arbitraries.js';
import { collect, encode } from '../support/spreadsheets.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const fields = ORDER_FIELDS.filter(({ name }) => name !== 'clientCode');

/** Days as text, as the API reads them. */
const projection = Object.keys(contentFields)
  .map((property) => `${toColumn(property)}${property === 'requestedDate' ? '::text' : ''} as "${property}"`)
  .join(', ');

describe('the values of a spreadsheet', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const files = fc.record({
    format: fc.constantFrom('xlsx', ',', ';', '\t', '|'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le-bom', 'utf-16be-bom'),
    columns: fc.shuffledSubarray(fields, { minLength: fields.length }),
    orders: fc
      .array(orderContents, { minLength: 1, maxLength: 20 })
      .map((orders) => orders.map((order, n) => ({ ...order, externalId: order.externalId && `${n}` }))),
  });

  it('are those of the stops that come of it, in any format, encoding and order of columns', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    await fc.assert(
      fc.asyncProperty(files, async ({ format, encoding, columns, orders }) => {
        const rows = [
          columns.map(({ header }) => header),
          ...orders.map((order) => columns.map((column) => column.print(order))),
        ];
        const file = await fileOf(rows, format, encoding);
        const { id } = await owner.stopImports.create({ file });
        const done = await owner.imports.wait(id, { kind: 'stops', interval: 20 });
        expect({ status: done.status, message: done.message }).toEqual({
          status: 'completed',
          message: 'Stops successfully imported',
        });
        const stored = await app.database.query<ContentRow>(
          `select ${projection} from orders where import_id = $1 order by import_row`,
          [id],
        );
        expect(stored.map(contentOf)).toEqual(orders);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

async function fileOf(
  rows: string[][],
  format: 'xlsx' | ',' | ';' | '\t' | '|',
  encoding: Parameters<typeof encode>[1],
): Promise<File> {
  if (format === 'xlsx') {
    const bytes = Buffer.concat((await collect(writeXlsx(rows))) as Buffer[]);
    return new File([new Uint8Array(bytes)], 'stops.xlsx');
  }
  const text = Buffer.concat(await collect(writeCsv(rows, { delimiter: format }))).toString('utf8');
  const bytes = encode(text.replace(/^\uFEFF/, ''), encoding);
  return new File([new Uint8Array(bytes)], format === '\t' ? 'stops.tsv' : 'stops.csv');
}
