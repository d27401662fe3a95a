/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumn } from './ImportColumn.js';
export type OrderImport = {
    id: string;
    status: 'queued' | 'running' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';
    mode: 'skip_invalid' | 'all_or_nothing';
    duplicates: 'reject' | 'skip' | 'update';
    dryRun: boolean;
    fileName: string;
    /**
     * In bytes.
     */
    fileSize: number;
    /**
     * Null until the file has been counted.
     */
    rowsTotal: number | null;
    rowsProcessed: number;
    /**
     * Orders made or updated; of a dry run, those that would be.
     */
    rowsImported: number;
    rowsRejected: number;
    /**
     * Rows with a known Id, where duplicates are skipped.
     */
    rowsSkipped: number;
    message: string | null;
    failureCode: string | null;
    headerRow: number | null;
    sheet: string | null;
    /**
     * Sheets of the workbook that were not read.
     */
    otherSheets: Array<string>;
    /**
     * Every column of the file and what it was taken for.
     */
    mapping: Array<ImportColumn>;
    /**
     * Columns that were left out.
     */
    unmappedHeaders: Array<string>;
    cancelRequestedAt: string | null;
    undoneAt: string | null;
    createdAt: string;
    startedAt: string | null;
    finishedAt: string | null;
    version: number;
};
