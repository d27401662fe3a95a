/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportErrorPage } from '../models/ImportErrorPage.js';
import type { ImportPreview } from '../models/ImportPreview.js';
import type { ImportSeverity } from '../models/ImportSeverity.js';
import type { ImportStatus } from '../models/ImportStatus.js';
import type { OrderImport } from '../models/OrderImport.js';
import type { OrderImportPage } from '../models/OrderImportPage.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class OrderImportsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Upload a spreadsheet of orders; its good rows become drafts
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns OrderImport Done
     * @throws ApiError
     */
    public createOrderImport({
        formData,
        idempotencyKey,
    }: {
        formData: {
            /**
             * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
             */
            file: Blob;
            /**
             * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out.
             */
            mapping?: string | undefined;
            /**
             * What happens to good rows beside bad ones:
             *
             * - `skip_invalid`: The good rows are imported, the bad ones are reported.
             * - `all_or_nothing`: One bad row, and nothing is imported.
             */
            mode?: 'skip_invalid' | 'all_or_nothing' | undefined;
            /**
             * Whether it is only a trial:
             *
             * - `true`: The rows are checked and counted; nothing is imported.
             * - `false`: The rows are imported.
             */
            dryRun?: 'true' | 'false' | undefined;
            /**
             * What happens to a row whose Id another order has:
             *
             * - `reject`: The row is an error.
             * - `skip`: The row is passed over.
             * - `update`: The draft with this Id is changed to what the row says.
             */
            duplicates?: 'reject' | 'skip' | 'update' | undefined;
        },
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<OrderImport> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/order-imports',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            formData: formData,
            mediaType: 'multipart/form-data',
        });
    }
    /**
     * List imports
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderImportPage Done
     * @throws ApiError
     */
    public listOrderImports({
        limit = 50,
        cursor,
        status,
    }: {
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
        /**
         * Only imports in this state.
         */
        status?: ImportStatus | undefined,
    }): CancelablePromise<OrderImportPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/order-imports',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
            },
        });
    }
    /**
     * See how a spreadsheet would be read; nothing is kept
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns ImportPreview Done
     * @throws ApiError
     */
    public previewOrderImport({
        formData,
        idempotencyKey,
    }: {
        formData: {
            /**
             * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
             */
            file: Blob;
            /**
             * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out.
             */
            mapping?: string | undefined;
        },
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<ImportPreview> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/order-imports/preview',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            formData: formData,
            mediaType: 'multipart/form-data',
        });
    }
    /**
     * Get a spreadsheet to fill in, with two example rows
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary Done
     * @throws ApiError
     */
    public downloadOrderTemplate({
        format = 'csv',
    }: {
        /**
         * What kind of file to make:
         *
         * - `csv`: Comma-separated text in UTF-8.
         * - `xlsx`: An Excel workbook.
         */
        format?: 'csv' | 'xlsx' | undefined,
    }): CancelablePromise<Blob> {
        return this.httpRequest.request({
            accept: '*/*',
            method: 'GET',
            url: '/v1/order-imports/template',
            query: {
                'format': format,
            },
        });
    }
    /**
     * Get an import and how far it is
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderImport Done
     * @throws ApiError
     */
    public getOrderImport({
        id,
    }: {
        /**
         * Id of the import.
         */
        id: string,
    }): CancelablePromise<OrderImport> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/order-imports/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Stop an import
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns OrderImport Done
     * @throws ApiError
     */
    public cancelOrderImport({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the import.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<OrderImport> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/order-imports/{id}/cancel',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * List what was wrong or odd, by row and column
     * Only the first 10,000 errors and warnings are listed in full; of each later row with errors, its first one.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns ImportErrorPage Done
     * @throws ApiError
     */
    public listOrderImportErrors({
        id,
        limit = 50,
        cursor,
        severity,
    }: {
        /**
         * Id of the import.
         */
        id: string,
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
        /**
         * Only errors, or only warnings. Left out: both.
         */
        severity?: ImportSeverity | undefined,
    }): CancelablePromise<ImportErrorPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/order-imports/{id}/errors',
            path: {
                'id': id,
            },
            query: {
                'limit': limit,
                'cursor': cursor,
                'severity': severity,
            },
        });
    }
    /**
     * Get the rejected rows as a spreadsheet, with their reasons, to correct and upload again
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary Done
     * @throws ApiError
     */
    public downloadRejectedRows({
        id,
        format = 'csv',
    }: {
        /**
         * Id of the import.
         */
        id: string,
        /**
         * What kind of file to make:
         *
         * - `csv`: Comma-separated text in UTF-8.
         * - `xlsx`: An Excel workbook.
         */
        format?: 'csv' | 'xlsx' | undefined,
    }): CancelablePromise<Blob> {
        return this.httpRequest.request({
            accept: '*/*',
            method: 'GET',
            url: '/v1/order-imports/{id}/rejected-rows',
            path: {
                'id': id,
            },
            query: {
                'format': format,
            },
        });
    }
    /**
     * Remove the drafts an import made that are still drafts
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns OrderImport Done
     * @throws ApiError
     */
    public undoOrderImport({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the import.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<OrderImport> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/order-imports/{id}/undo',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
}
