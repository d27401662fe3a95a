import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { tooBig, uuid } from '../../common/schemas/schemas.js';
import { isStorable } from '../../common/schemas/storable.js';
import type { FieldName } from '../../order-fields/catalogue.js';
import { findOrderField } from '../../order-fields/order-fields.js';
import { dayOrders, profileOf, splitKinds, type ColumnTarget } from '../../order-sheets/index.js';
import type { AskedLayout } from './reading/read-plan.js';

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

const storable = (max: number) =>
  z.string().max(max).refine(isStorable, 'holds a NUL or half a character (a lone surrogate); remove it');

export const headerName = storable(300);

const mappingSays = 'must be a JSON object such as {"Street": "address.addressLineOne"}';
const targetSays = `must be a field that GET /v1/order-fields lists, {"field": …, "join": …}, {"split": ${splitKinds.map((kind) => `"${kind}"`).join(' or ')}}, or null`;

/** A column's target as callers write it. */
export const columnTarget = z.union(
  [
    fieldName.transform((field): ColumnTarget => ({ field })),
    z.strictObject({
      field: fieldName,
      join: storable(10).optional(),
      format: z.enum(dayOrders).optional(),
    }),
    z.strictObject({ split: z.enum(splitKinds) }),
  ],
  targetSays,
);

/** Header → target, as callers choose it; null skips the column. */
const mapping = z
  .record(headerName, columnTarget.nullable(), {
    error: ({ code }) => (code === 'invalid_type' ? mappingSays : undefined),
  })
  .refine((chosen) => Object.keys(chosen).length <= 200, tooBig('may name 200 headers at most'))
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

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, 'must be a whole number from 1')
  .transform(Number);

export const groupBy = described('Which rows are one order:', {
  externalId: 'Rows below each other with the same Id; their products and package counts are gathered.',
}).meta({ id: 'ImportGroupBy' });

const profileName = z
  .string()
  .refine(
    (name) => name === 'none' || profileOf(name) !== undefined,
    'is not a profile; GET /v1/order-fields/profiles lists them, and `none` is for none',
  );

/** What every form says of its file. An empty field counts as absent. */
const layoutOptions = {
  mapping: mappingText.optional(),
  sheet: headerName.optional(),
  headerRow: wholeNumber.optional(),
  profile: profileName.optional(),
  groupBy: groupBy.optional(),
};
const sheetOptions = { ...layoutOptions, saveMapping: flag.default(true) };

/** The text fields of an upload. */
export const importOptions = z.strictObject({
  ...sheetOptions,
  mode: importMode.default('skip_invalid'),
  dryRun: flag.default(false),
  duplicates: duplicateMode.default('reject'),
});
export type ImportOptions = z.output<typeof importOptions>;

export const previewOptions = z.strictObject(sheetOptions);

export const comparisonOptions = z.strictObject({ ...layoutOptions, against: uuid.optional() });
export type LayoutOptions = Omit<z.output<typeof comparisonOptions>, 'against'>;

export function askedLayout({ sheet, headerRow, profile, groupBy }: LayoutOptions): AskedLayout {
  return {
    sheet: sheet ?? null,
    headerRow: headerRow ?? null,
    profile: profile ?? null,
    groupBy: groupBy ?? null,
  };
}

const defaults = importOptions.parse({});

const dryRun = described('Whether it is only a trial:', {
  true: 'The rows are checked and counted; nothing is imported.',
  false: 'The rows are imported.',
});

const saveMapping = described('Whether `mapping` is remembered for later files:', {
  true: 'Each of its headers is taken the same way from now on; `GET /v1/import-mapping` lists them. A dry run or a preview teaches nothing.',
  false: 'It holds for this file only.',
});

const choiceField = (choice: z.ZodEnum<Record<string, string>>, usual?: string) => ({
  description: choice.description!,
  enum: choice.options,
  'x-enum-descriptions': choice.meta()!['x-enum-descriptions'],
  ...(usual !== undefined && { default: usual }),
});

const layoutFields = {
  mapping: {
    description:
      'JSON object of header → field, for columns whose field is not told by their names; null leaves a column out. Several headers may be joined in one field: `{"First": {"field": "recipient.name", "join": " "}, "Last": {"field": "recipient.name", "join": " "}}`. One cell may hold several fields: `{"Full address": {"split": "address"}}`, or `city-state-zip`, or `time-window`. `{"field": "requestedDate", "format": "day-first"}` or `month-first` says how a date such as 03/04/2026 is read.',
    example: '{"Street": "address.addressLineOne"}',
  },
  sheet: {
    description:
      'The sheet of a workbook, by its name or its number from 1. Left out, the one that looks most like orders is read.',
    example: 'Orders',
  },
  headerRow: {
    description: 'Number of the row with the headers, from 1. Left out, it is found.',
    example: '3',
  },
  profile: {
    description:
      'Name of the program’s export that the file is, as `GET /v1/order-fields/profiles` lists them; `none` for none of them. Left out, it is found.',
    example: 'none',
  },
  groupBy: choiceField(groupBy),
};
const sheetFields = {
  ...layoutFields,
  saveMapping: choiceField(saveMapping, String(defaults.saveMapping)),
};

export const uploadForm = {
  file: 'The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.',
  fields: {
    ...sheetFields,
    mode: choiceField(importMode, defaults.mode),
    dryRun: choiceField(dryRun, String(defaults.dryRun)),
    duplicates: choiceField(duplicateMode, defaults.duplicates),
  },
};

export const uploadErrors = ['too_large', 'unsupported_media_type', 'upload_incomplete'] as const;

/** Of uploads that are read for their answer alone. */
export const passingErrors = ['spreadsheet_unreadable', 'too_many_at_once', ...uploadErrors] as const;

export const previewForm = { file: uploadForm.file, fields: sheetFields };

export const comparisonForm = {
  file: uploadForm.file,
  fields: {
    ...layoutFields,
    against: {
      description:
        'Id of the import whose orders may be gone. Left out, it is your last one that made orders and was no dry run.',
      example: '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e',
    },
  },
};

export const spreadsheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const formatQuery = z.strictObject({
  format: described('What kind of file to make:', {
    csv: 'Comma-separated text in UTF-8.',
    xlsx: 'An Excel workbook.',
  } satisfies Record<keyof typeof spreadsheetTypes, string>).default('csv'),
});
export type FileFormat = z.output<typeof formatQuery>['format'];
