import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import { isStorable } from '../../common/storable.js';
import { pageOf, pageQuery, timestamp, uuid } from '../../common/schemas.js';
import { columnLetters } from '../../spreadsheets/index.js';
import { storedContent } from '../../order-fields/order-content.schema.js';
import { findOrderField } from '../../order-fields/order-fields.js';
import { importStatuses, type ImportColumn, type OrderImport } from './order-import.entity.js';

const importModes = ['skip_invalid', 'all_or_nothing'] as const;
const duplicateModes = ['reject', 'skip', 'update'] as const;

const fieldName = z
  .string()
  .refine((name) => findOrderField(name) !== undefined, 'is not a field; GET /v1/order-fields lists them');

const headerName = z
  .string()
  .max(300)
  .refine(isStorable, 'holds a NUL or half a character (a lone surrogate); remove it');

const mappingSays = 'must be a JSON object such as {"Street": "address.addressLineOne"}';

/** Header → field, as callers choose it; null skips the column. */
const mapping = z
  .record(headerName, fieldName.nullable(), {
    error: ({ code }) => (code === 'invalid_type' ? mappingSays : undefined),
  })
  .refine((chosen) => Object.keys(chosen).length <= 200, 'may name 200 headers at most')
  .refine((chosen) => {
    const fields = Object.values(chosen).filter((field) => field !== null);
    return new Set(fields).size === fields.length;
  }, 'names a field twice; each field can have one column');

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
  mode: z.enum(importModes).default('skip_invalid'),
  dryRun: flag.default(false),
  duplicates: z.enum(duplicateModes).default('reject'),
});
export type ImportOptions = z.output<typeof importOptions>;

export const previewOptions = z.strictObject({ mapping: mappingText.optional() });

const defaults = importOptions.parse({});

export const uploadForm = {
  file: 'The spreadsheet: .csv, .tsv or .xlsx.',
  fields: {
    mapping: {
      description: 'JSON object of header → field, where headers are not told by their names.',
      example: '{"Street": "address.addressLineOne"}',
    },
    mode: {
      description: 'Whether good rows are imported beside bad ones.',
      enum: [...importModes],
      default: defaults.mode,
    },
    dryRun: {
      description: 'Check and count only; nothing is imported.',
      enum: ['true', 'false'],
      default: String(defaults.dryRun),
    },
    duplicates: {
      description: 'What to do with a row whose Id another order has.',
      enum: [...duplicateModes],
      default: defaults.duplicates,
    },
  },
};

export const previewForm = { file: uploadForm.file, fields: { mapping: uploadForm.fields.mapping } };

export const spreadsheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const mappedColumn = z
  .object({
    column: z.string().meta({ description: 'As the spreadsheet shows it.', example: 'B' }),
    header: z.string().meta({ example: 'Street' }),
    field: z.string().nullable().meta({ example: 'address.addressLineOne' }),
    confidence: z.number().meta({ description: 'From 0 to 1.', example: 0.95 }),
    suggestions: z.array(z.string()).meta({ description: 'Likely fields of a column without one.' }),
  })
  .meta({ id: 'ImportColumn' });

const columnList = z.array(mappedColumn);
const headerList = z.array(z.string());

export const orderImportDto = z
  .object({
    id: uuid,
    status: z.enum(importStatuses),
    mode: z.enum(importModes),
    duplicates: z.enum(duplicateModes),
    dryRun: z.boolean(),
    fileName: z.string(),
    fileSize: z.int().meta({ description: 'In bytes.' }),
    rowsTotal: z.int().nullable().meta({ description: 'Null until the file has been counted.' }),
    rowsProcessed: z.int(),
    rowsImported: z.int().meta({ description: 'Orders made or updated; of a dry run, those that would be.' }),
    rowsRejected: z.int(),
    rowsSkipped: z.int().meta({ description: 'Rows with a known Id, where duplicates are skipped.' }),
    message: z.string().nullable().meta({ example: 'Draft orders successfully imported' }),
    failureCode: z.string().nullable().meta({ example: 'no_address_column' }),
    headerRow: z.int().nullable(),
    sheet: z.string().nullable(),
    otherSheets: z.array(z.string()).meta({ description: 'Sheets of the workbook that were not read.' }),
    mapping: columnList.meta({ description: 'Every column of the file and what it was taken for.' }),
    unmappedHeaders: headerList.meta({ description: 'Columns that were left out.' }),
    cancelRequestedAt: timestamp.nullable(),
    undoneAt: timestamp.nullable(),
    createdAt: timestamp,
    startedAt: timestamp.nullable(),
    finishedAt: timestamp.nullable(),
    version: z.int(),
  })
  .meta({ id: 'OrderImport' });
export type OrderImportDto = z.output<typeof orderImportDto>;

export const orderImportPage = pageOf(orderImportDto, 'OrderImportPage');

const importErrorDto = z
  .object({
    row: z.int().meta({ description: 'As the spreadsheet numbers it; its first row is 1.', example: 13 }),
    column: z.string().nullable().meta({ description: 'The file’s own header.', example: 'Package Count' }),
    field: z.string().nullable().meta({ example: 'packageCount' }),
    severity: z.enum(['error', 'warning']).meta({ description: 'A warning does not reject the row.' }),
    code: z.string().meta({ example: 'number_invalid' }),
    detail: z.string().meta({
      example: 'Package Count "zero" is not a whole number. Write a whole number from 1 to 10000, such as 3.',
    }),
    value: z.string().nullable().meta({ example: 'zero' }),
  })
  .meta({ id: 'ImportError' });
export type ImportErrorDto = z.output<typeof importErrorDto>;

export const importErrorPage = pageOf(importErrorDto, 'ImportErrorPage');

export const importListQuery = z.object({
  ...pageQuery,
  status: z.enum(importStatuses).optional(),
});
export type ImportListQuery = z.output<typeof importListQuery>;

export const importErrorQuery = z.object({
  ...pageQuery,
  severity: z.enum(['error', 'warning']).optional(),
});
export type ImportErrorQuery = z.output<typeof importErrorQuery>;

export const formatQuery = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv').meta({ description: 'What kind of file to make.' }),
});
export type FileFormat = z.output<typeof formatQuery>['format'];

export const importPreviewDto = z
  .object({
    fileName: z.string(),
    headerRow: z.int(),
    sheet: z.string().nullable(),
    otherSheets: z.array(z.string()),
    mapping: columnList,
    unmappedHeaders: headerList,
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why the file cannot be imported with this mapping, if so.' }),
    rowsRead: z.int().meta({ description: 'How many of the first rows were checked, 1000 at most.' }),
    rowsRejected: z.int(),
    hasMoreRows: z.boolean(),
    rows: z
      .array(
        z.object({
          row: z.int(),
          order: z.object(storedContent).nullable(),
          clientCode: z.string().nullable(),
        }),
      )
      .meta({
        description: 'The first rows as they would be imported; `order` is null where a row has errors.',
      }),
    errors: z
      .array(importErrorDto)
      .meta({ description: 'Errors and warnings of the rows read, 200 at most.' }),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreviewDto = z.output<typeof importPreviewDto>;

export function toColumns(columns: readonly ImportColumn[]) {
  const mapping = columns.map(({ index, header, field, confidence, suggestions }) => ({
    column: columnLetters(index + 1),
    header,
    field,
    confidence,
    suggestions,
  }));
  const unmappedHeaders = mapping
    .filter(({ field, header }) => field === null && header !== '')
    .map(({ header }) => header);
  return { mapping, unmappedHeaders };
}

const moment = (date: Date | null | undefined) => date?.toISOString() ?? null;

export function toOrderImport(imported: OrderImport): OrderImportDto {
  return withVersion(
    {
      id: imported.id,
      status: imported.status,
      mode: imported.mode,
      duplicates: imported.duplicates,
      dryRun: imported.dryRun,
      fileName: imported.fileName,
      fileSize: imported.fileSize,
      rowsTotal: imported.rowsTotal ?? null,
      rowsProcessed: imported.rowsProcessed,
      rowsImported: imported.rowsImported,
      rowsRejected: imported.rowsRejected,
      rowsSkipped: imported.rowsSkipped,
      message: imported.message ?? null,
      failureCode: imported.failureCode ?? null,
      headerRow: imported.headerRow ?? null,
      sheet: imported.sheet ?? null,
      otherSheets: imported.otherSheets,
      ...toColumns(imported.columns ?? []),
      cancelRequestedAt: moment(imported.cancelRequestedAt),
      undoneAt: moment(imported.undoneAt),
      createdAt: imported.createdAt.toISOString(),
      startedAt: moment(imported.startedAt),
      finishedAt: moment(imported.finishedAt),
      version: imported.version,
    },
    imported.version,
  );
}
