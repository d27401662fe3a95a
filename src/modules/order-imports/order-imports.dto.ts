import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { withVersion } from '../../common/http/etag.js';
import { pageOf, pageQuery, timestamp, uuid } from '../../common/schemas/schemas.js';
import { columnLists, format as dayOrder, toColumns } from './import-columns.js';
import { duplicateMode, groupBy, importMode } from './import-upload.dto.js';
import { importStatuses, type OrderImport } from './order-import.entity.js';

const importStatus = described(
  'How far an import is:',
  {
    queued: 'It waits for its turn.',
    running: 'Its rows are being imported.',
    completed: 'It is done, and every row was good.',
    completed_with_warnings:
      'It is done, and every row was good, but columns that look like order fields were not used; `message` names them.',
    completed_with_errors: 'It is done; bad rows were left out.',
    failed: 'It could not be done; `message` says why.',
    cancelled: 'Somebody cancelled it.',
  },
  { values: importStatuses },
).meta({ id: 'ImportStatus' });

export const orderImportDto = z
  .object({
    id: uuid.describe('Id of the import.'),
    status: importStatus.describe('How far the import is.'),
    mode: importMode.describe('What happens to good rows beside bad ones, as asked for.'),
    duplicates: duplicateMode.describe('What happens to rows whose Id another order has, as asked for.'),
    dryRun: z.boolean().describe('Whether rows are only checked and counted, as asked for.'),
    fileName: z.string().meta({ description: 'Name of the uploaded file.', example: 'orders.xlsx' }),
    fileSize: z.int().describe('Size of the file in bytes.'),
    rowsTotal: z.int().nullable().describe('How many rows the file has; null until they are counted.'),
    rowsProcessed: z.int().describe('How many rows have been read so far.'),
    rowsImported: z
      .int()
      .describe('How many rows became orders, made or updated; of a dry run, how many would have.'),
    ordersImported: z
      .int()
      .describe(
        'How many orders were made or updated; fewer than rows where rows are grouped. Of a dry run, how many would have been.',
      ),
    rowsRejected: z.int().describe('How many rows were left out because of errors.'),
    rowsSkipped: z
      .int()
      .describe(
        'How many rows were passed over because another order has their Id, where `duplicates` is `skip`.',
      ),
    message: z.string().nullable().meta({
      description: 'How it ended, for people; null before.',
      example: 'Draft orders successfully imported',
    }),
    failureCode: z.string().nullable().meta({
      description: 'Stable name of the reason why it failed; null where it did not.',
      example: 'no_address_column',
    }),
    headerRow: z
      .int()
      .nullable()
      .describe(
        'Number of the row that was taken for the header, from 1; the one asked for, or null, until the file is read.',
      ),
    sheet: z
      .string()
      .nullable()
      .describe(
        'Name of the sheet that was read; null for a file without sheets. Until the file is read, the one asked for, or null.',
      ),
    otherSheets: z.array(z.string()).describe('Names of the sheets of the workbook that were not read.'),
    profile: z
      .string()
      .nullable()
      .describe(
        'Name of the program’s export that the file is; null for none of those known. Until the file is read, the one asked for, or null.',
      ),
    groupBy: groupBy.nullable().describe('Which rows are one order; null where each row is one.'),
    dayOrder: dayOrder
      .nullable()
      .describe(
        'How dates such as 03/04/2026 are read, as all of its dates tell; null where none needs it, or it cannot be told.',
      ),
    fixesOf: uuid
      .nullable()
      .describe('The import of whose file this one takes only the rows that were fixed; null for an upload.'),
    saveMapping: z.boolean().describe('Whether its `mapping` is remembered for later files, as asked for.'),
    ...columnLists,
    cancelRequestedAt: timestamp.nullable().describe('When somebody asked to cancel it; null if nobody did.'),
    undoneAt: timestamp.nullable().describe('When its drafts were removed again; null if they were not.'),
    createdAt: timestamp.describe('When the file was uploaded.'),
    startedAt: timestamp.nullable().describe('When it began; null while it waits.'),
    finishedAt: timestamp.nullable().describe('When it ended; null before.'),
    version: z
      .int()
      .describe('Counts the changes of the import; the `ETag` of a single import is made from it.'),
  })
  .meta({ id: 'OrderImport', description: 'A spreadsheet whose rows become orders.' });
export type OrderImportDto = z.output<typeof orderImportDto>;

export const orderImportPage = pageOf(orderImportDto, 'OrderImportPage', 'imports');

const severity = described('How bad it is:', {
  error: 'The row is left out.',
  warning: 'The row is imported; somebody should look at it.',
}).meta({ id: 'ImportSeverity' });

const fix = z
  .object({
    value: z.string().meta({ description: 'What the cell would hold.', example: 'ada@gmail.com' }),
    why: z.string().meta({ description: 'Why that is likely, for people.', example: 'gmial.com is a slip.' }),
  })
  .meta({ id: 'ImportFix', description: 'What is likely meant.' });

export const importErrorDto = z
  .object({
    id: z.string().meta({ description: 'Id of the error within its import.', example: '13.1' }),
    row: z.int().meta({
      description: 'Number of the row as the spreadsheet counts it: the first row of the file is 1.',
      example: 13,
    }),
    column: z.string().nullable().meta({
      description: 'The column by its header in the file; null where it is about the whole row.',
      example: 'Package Count',
    }),
    field: z.string().nullable().meta({
      description: 'Name of the field, as `GET /v1/order-fields` lists them; null where it is about none.',
      example: 'packageCount',
    }),
    severity: severity.describe('How bad it is.'),
    code: z.string().meta({
      description: 'Stable name of what is wrong: write your programs against it.',
      example: 'number_invalid',
    }),
    detail: z.string().meta({
      description: 'What is wrong and how to mend it, for people.',
      example: 'Package Count "zero" is not a whole number. Write a whole number from 1 to 10000, such as 3.',
    }),
    value: z.string().nullable().meta({
      description: 'What stands in the cell, shortened where it is long; null where there is none.',
      example: 'zero',
    }),
    fix: fix.nullable().describe('What is likely meant; null where nothing is likely.'),
    fixedBy: uuid
      .nullable()
      .describe(
        'The import that took the row with another value in this cell; null where none did, or it was undone.',
      ),
  })
  .meta({ id: 'ImportError', description: 'Something that is wrong or odd in a row of a spreadsheet.' });
export type ImportErrorDto = z.output<typeof importErrorDto>;

type TellableProblem = Omit<ImportErrorDto, 'id' | 'fixedBy'> & { ordinal: number; fixedBy?: string | null };

export function toImportError(problem: TellableProblem): ImportErrorDto {
  const { row, ordinal, column, field, severity, code, detail, value, fix, fixedBy = null } = problem;
  return { id: `${row}.${ordinal}`, row, column, field, severity, code, detail, value, fix, fixedBy };
}

export const importErrorPage = pageOf(importErrorDto, 'ImportErrorPage', 'errors and warnings');

export const importListQuery = z.strictObject({
  ...pageQuery,
  status: importStatus.optional().describe('Only imports in this state.'),
});
export type ImportListQuery = z.output<typeof importListQuery>;

export const importErrorQuery = z.strictObject({
  ...pageQuery,
  severity: severity.optional().describe('Only errors, or only warnings. Left out: both.'),
});
export type ImportErrorQuery = z.output<typeof importErrorQuery>;

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
      ordersImported: imported.ordersImported,
      rowsRejected: imported.rowsRejected,
      rowsSkipped: imported.rowsSkipped,
      message: imported.message ?? null,
      failureCode: imported.failureCode ?? null,
      headerRow: imported.headerRow ?? null,
      sheet: imported.sheet ?? null,
      otherSheets: imported.otherSheets,
      profile: imported.profile ?? null,
      groupBy: imported.groupBy ?? null,
      dayOrder: imported.dayOrder ?? null,
      fixesOf: imported.fixesOf ?? null,
      saveMapping: imported.saveMapping,
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
