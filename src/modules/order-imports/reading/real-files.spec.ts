import { CONTENT_FIELDS, blankOrder } from '../../../order-fields/order-content.js';
import { orderFieldOf } from '../../../order-fields/order-fields.js';
import type { ColumnTarget, SheetColumn } from '../../../order-sheets/index.js';
import { REAL_FILES, type ExpectedOrders, type RealFile } from '../../../../test/support/real-files.js';
import { readImport } from './import-reader.js';
import type { FoundHeader, PreviewOrder, ReadPlan } from './read-plan.js';

describe('real files', () => {
  it.each(REAL_FILES.map((file): [string, RealFile] => [file.name, file]))(
    'become the orders that %s holds, and no column is used for anything else',
    async (_, file) => {
      const { expected } = file;
      const { header, rows } = await read(file);
      expect({ profile: header.profile, columns: used(header.columns) }).toEqual({
        profile: expected.profile,
        columns: targets(expected.columns),
      });
      if (expected.refused) return;
      const isGood = ({ problems }: PreviewOrder) => problems.every(({ severity }) => severity !== 'error');
      const orders = rows.filter(isGood).map(({ row, order }) => ({ row, ...told(order!) }));
      expect(orders).toEqual(expected.orders);
      const errors = rows.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
      const rejected = [...new Set(errors.map(({ row, code }) => `${row} ${code}`))];
      expect(rejected.filter((one) => !isExpected(one, expected))).toEqual([]);
      expect(new Set(errors.map(({ row }) => row))).toEqual(new Set(expected.rejected.map(({ row }) => row)));
    },
  );
});

async function read({ name, path, expected: { options = {} } }: RealFile) {
  const plan: ReadPlan = {
    path,
    fileName: name,
    limits: {},
    audience: 'dispatcher',
    requiredFields: [],
    countryCode: options.countryCode ?? 'US',
    mapping: options.mapping ?? {},
    taught: {},
    asked: { sheet: null, headerRow: null, profile: null, groupBy: options.groupBy ? 'externalId' : null },
    duplicates: 'reject',
    resumeAfter: 0,
    clientId: null,
    depotId: '019a0000-0000-7000-8000-000000000000',
    clients: {},
    preview: 100,
  };
  let header: FoundHeader | undefined;
  let rows: PreviewOrder[] = [];
  for await (const message of readImport(plan)) {
    if (message.type === 'header') header = message;
    if (message.type === 'preview') rows = message.orders;
    if (message.type === 'refused') throw new Error(message.detail);
  }
  return { header: header!, rows };
}

/** The columns that are used, by header. How a date is read is not told of every file. */
function used(columns: readonly SheetColumn[]): Record<string, unknown> {
  const found = columns.flatMap(({ header, target, grade }) =>
    target && grade === 'applied' ? [[header, plain(target)]] : [],
  );
  return Object.fromEntries(found) as Record<string, unknown>;
}

function targets(columns: ExpectedOrders['columns']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([header, target]) => [
      header,
      plain(typeof target === 'string' ? ({ field: target } as ColumnTarget) : target),
    ]),
  );
}

function plain(target: ColumnTarget): unknown {
  if ('split' in target) return target;
  const { field, join, fallback } = target;
  return { field, ...(join !== undefined && { join }), ...(fallback && { fallback }) };
}

/** What an order says beyond its defaults. */
function told(order: object): Record<string, unknown> {
  const blank = blankOrder();
  const result: Record<string, Record<string, unknown>> = {};
  for (const name of CONTENT_FIELDS) {
    const field = orderFieldOf(name);
    const value = valueOf(order, name);
    if (value === undefined || JSON.stringify(value) === JSON.stringify(valueOf(blank, name) ?? null))
      continue;
    const [group, key] = field.name.split('.') as [string, string?];
    if (key === undefined) Object.assign(result, { [group]: value });
    else (result[group] ??= {})[key] = value;
  }
  return result;
}

function valueOf(order: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], order);
}

function isExpected(error: string, { rejected }: ExpectedOrders): boolean {
  return rejected.some(
    ({ row, code }) => error.startsWith(`${row} `) && (code === null || error === `${row} ${code}`),
  );
}
