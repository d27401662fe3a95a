/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DuplicateMode } from './DuplicateMode.js';
import type { ImportColumn } from './ImportColumn.js';
import type { ImportDayOrder } from './ImportDayOrder.js';
import type { ImportGroupBy } from './ImportGroupBy.js';
import type { ImportMode } from './ImportMode.js';
import type { ImportSheetColumn } from './ImportSheetColumn.js';
import type { ImportStatus } from './ImportStatus.js';
/**
 * A spreadsheet whose rows become orders.
 */
export type OrderImport = {
    /**
     * Id of the import.
     */
    id: string;
    /**
     * How far the import is.
     */
    status: ImportStatus;
    /**
     * What happens to good rows beside bad ones, as asked for.
     */
    mode: ImportMode;
    /**
     * What happens to rows whose Id another order has, as asked for.
     */
    duplicates: DuplicateMode;
    /**
     * Whether rows are only checked and counted, as asked for.
     */
    dryRun: boolean;
    /**
     * Name of the uploaded file.
     */
    fileName: string;
    /**
     * Size of the file in bytes.
     */
    fileSize: number;
    /**
     * How many rows the file has; null until they are counted.
     */
    rowsTotal: number | null;
    /**
     * How many rows have been read so far.
     */
    rowsProcessed: number;
    /**
     * How many rows became orders, made or updated; of a dry run, how many would have.
     */
    rowsImported: number;
    /**
     * How many orders were made or updated; fewer than rows where rows are grouped. Of a dry run, how many would have been.
     */
    ordersImported: number;
    /**
     * How many rows were left out because of errors.
     */
    rowsRejected: number;
    /**
     * How many rows were passed over because another order has their Id, where `duplicates` is `skip`.
     */
    rowsSkipped: number;
    /**
     * How it ended, for people; null before.
     */
    message: string | null;
    /**
     * Stable name of the reason why it failed; null where it did not.
     */
    failureCode: string | null;
    /**
     * Number of the row that was taken for the header, from 1; the one asked for, or null, until the file is read.
     */
    headerRow: number | null;
    /**
     * Name of the sheet that was read; null for a file without sheets. Until the file is read, the one asked for, or null.
     */
    sheet: string | null;
    /**
     * Names of the sheets of the workbook that were not read.
     */
    otherSheets: Array<string>;
    /**
     * Name of the program’s export that the file is; null for none of those known. Until the file is read, the one asked for, or null.
     */
    profile: string | null;
    /**
     * Which rows are one order; null where each row is one.
     */
    groupBy: ImportGroupBy | null;
    /**
     * How dates such as 03/04/2026 are read, as all of its dates tell; null where none needs it, or it cannot be told.
     */
    dayOrder: ImportDayOrder | null;
    /**
     * The import of whose file this one takes only the rows that were fixed; null for an upload.
     */
    fixesOf: string | null;
    /**
     * Whether its `mapping` is remembered for later files, as asked for.
     */
    saveMapping: boolean;
    /**
     * Every column of the file, what it is used for, and why.
     */
    columns: Array<ImportSheetColumn>;
    /**
     * Every column of the file and the field it was taken for. `columns` says more.
     * @deprecated
     */
    mapping: Array<ImportColumn>;
    /**
     * Headers of the columns that were left out.
     */
    unmappedHeaders: Array<string>;
    /**
     * When somebody asked to cancel it; null if nobody did.
     */
    cancelRequestedAt: string | null;
    /**
     * When its drafts were removed again; null if they were not.
     */
    undoneAt: string | null;
    /**
     * When the file was uploaded.
     */
    createdAt: string;
    /**
     * When it began; null while it waits.
     */
    startedAt: string | null;
    /**
     * When it ended; null before.
     */
    finishedAt: string | null;
    /**
     * Counts the changes of the import; the `ETag` of a single import is made from it.
     */
    version: number;
};
