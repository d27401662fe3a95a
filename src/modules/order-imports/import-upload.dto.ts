import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { isStorable } from '../../common/schemas/storable.js';
import type { FieldName } from '../../order-fields/catalogue.js';
import { findOrderField } from '../../order-fields/order-fields.js';
import { dayOrders, splitKinds, type ColumnTarget } from '../../order-sheets/index.js';

export const importMode = described('What happens to good rows beside bad ones:', {
  skip_invalid: 'The good rows are imported, the bad ones are reported.',
  all_or_nothing: 'One bad row, and nothing is imported.',
}).meta({ id: 'ImportMode' });

export const duplicateMode = described('What happens to a row whose Id another order has:', {
  reject: 'The row is an error.',
  skip: 'The row is passed over.',
  update: 'The draft with this Id is changed to what the row says.',
}).meta({ id: 'DuplicateMode' });

const fieldName = z
  .string()
  .refine(
    (name): name is FieldName => findOrderField(name) !== undefined,
    'is not a field; GET /v1/order-fields lists them',
  );

const headerName = z
  .string()
  .max(300)
  .refine(isStorable, 'holds a NUL or half a character (a lone surrogate); remove it');

const mappingSays = 'must be a JSON object such as {"Street": "address.addressLineOne"}';

/** A column's target as callers write it. */
export const columnTarget = z.union([
  fieldName.transform((field): ColumnTarget => ({ field })),
  z.strictObject({
    field: fieldName,
    join: z.string().max(10).optional(),
    format: z.enum(dayOrders).optional(),
  }),
  z.strictObject({ split: z.enum(splitKinds) }),
]);

/** Header → target, as callers choose it; null skips the column. */
const mapping = z
  .record(headerName, columnTarget.nullable(), {
    error: ({ code }) => (code === 'invalid_type' ? mappingSays : undefined),
  })
  .refine((chosen) => Object.keys(chosen).length <= 200, 'may name 200 headers at most')
  .refine((chosen) => {
    const sole = Object.values(chosen).flatMap((target) =>
      target && 'field' in target && target.join === undefined ? [target.field] : [],
    );
    return new Set(sole).size === sole.length;
  }, 'names a field twice; give each of its columns {"field": …, "join": " "}, or the field one column');

const mappingText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue(mappingSays);
      return z.NEVER;
    }
  })
  .pipe(mapping);

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** The text fields of an upload. An empty one counts as absent. */
export const importOptions = z.strictObject({
  mapping: mappingText.optional(),
  mode: importMode.default('skip_invalid'),
  dryRun: flag.default(false),
  duplicates: duplicateMode.default('reject'),
});
export type ImportOptions = z.output<typeof importOptions>;

export const previewOptions = z.strictObject({ mapping: mappingText.optional() });

const defaults = importOptions.parse({});

const dryRun = described('Whether it is only a trial:', {
  true: 'The rows are checked and counted; nothing is imported.',
  false: 'The rows are imported.',
});

const choiceField = (choice: z.ZodEnum<Record<string, string>>, usual: string) => ({
  description: choice.description!,
  enum: choice.options,
  'x-enum-descriptions': choice.meta()!['x-enum-descriptions'],
  default: usual,
});

export const uploadForm = {
  file: 'The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.',
  fields: {
    mapping: {
      description:
        'JSON object of header → field, for columns whose field is not told by their names; null leaves a column out.',
      example: '{"Street": "address.addressLineOne"}',
    },
    mode: choiceField(importMode, defaults.mode),
    dryRun: choiceField(dryRun, String(defaults.dryRun)),
    duplicates: choiceField(duplicateMode, defaults.duplicates),
  },
};

export const previewForm = { file: uploadForm.file, fields: { mapping: uploadForm.fields.mapping } };

export const spreadsheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const formatQuery = z.object({
  format: described('What kind of file to make:', {
    csv: 'Comma-separated text in UTF-8.',
    xlsx: 'An Excel workbook.',
  } satisfies Record<keyof typeof spreadsheetTypes, string>).default('csv'),
});
export type FileFormat = z.output<typeof formatQuery>['format'];
