/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumn } from './ImportColumn.js';
import type { ImportDayOrder } from './ImportDayOrder.js';
import type { ImportError } from './ImportError.js';
import type { ImportGroupBy } from './ImportGroupBy.js';
import type { ImportPreviewRow } from './ImportPreviewRow.js';
import type { ImportSheetColumn } from './ImportSheetColumn.js';
import type { ShortProblem } from './ShortProblem.js';
/**
 * How a spreadsheet would be read. Nothing of it is kept.
 */
export type ImportPreview = {
    /**
     * Name of the uploaded file.
     */
    fileName: string;
    /**
     * Number of the row that was taken for the header, from 1.
     */
    headerRow: number;
    /**
     * Name of the sheet that was read; null for a file without sheets.
     */
    sheet: string | null;
    /**
     * Names of the sheets of the workbook that were not read.
     */
    otherSheets: Array<string>;
    /**
     * Name of the program’s export that the file is; null for none of those known.
     */
    profile: string | null;
    /**
     * Which rows are one order; null where each row is one.
     */
    groupBy: ImportGroupBy | null;
    /**
     * How dates such as 03/04/2026 are read; null where none needs it, or it cannot be told.
     */
    dayOrder: ImportDayOrder | null;
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
     * Why the file cannot be imported with this mapping; null where it can.
     */
    problem: ShortProblem | null;
    /**
     * How many of the first rows were checked, 1000 at most, or to the end of the order that reaches further.
     */
    rowsRead: number;
    /**
     * How many of them have errors.
     */
    rowsRejected: number;
    /**
     * Whether the file has more rows than were checked.
     */
    hasMoreRows: boolean;
    /**
     * The first 50 orders as they would be imported.
     */
    rows: Array<ImportPreviewRow>;
    /**
     * Errors and warnings of the rows that were checked, 200 at most.
     */
    errors: Array<ImportError>;
};
