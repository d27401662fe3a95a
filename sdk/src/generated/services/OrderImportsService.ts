/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportErrorPage } from '../models/ImportErrorPage.js';
import type { ImportPreview } from '../models/ImportPreview.js';
import type { OrderImport } from '../models/OrderImport.js';
import type { OrderImportPage } from '../models/OrderImportPage.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class OrderImportsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
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
         * How many to answer, 1 to 200.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string | undefined,
        status?: 'queued' | 'running' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled' | undefined,
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
             * The spreadsheet: .csv, .tsv or .xlsx.
             */
            file: Blob;
            /**
             * JSON object of header → field, where headers are not told by their names.
             */
            mapping?: string | undefined;
            /**
             * Whether good rows are imported beside bad ones.
             */
            mode?: 'skip_invalid' | 'all_or_nothing' | undefined;
            /**
             * Check and count only; nothing is imported.
             */
            dryRun?: 'true' | 'false' | undefined;
            /**
             * What to do with a row whose Id another order has.
             */
            duplicates?: 'reject' | 'skip' | 'update' | undefined;
        },
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
     * See how a spreadsheet would be read; nothing is kept
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns ImportPreview Done
     * @throws ApiError
     */
    public previewOrderImport({
        formData,
    }: {
        formData: {
            /**
             * The spreadsheet: .csv, .tsv or .xlsx.
             */
            file: Blob;
            /**
             * JSON object of header → field, where headers are not told by their names.
             */
            mapping?: string | undefined;
        },
    }): CancelablePromise<ImportPreview> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/order-imports/preview',
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
         * What kind of file to make.
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
         * Its id.
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
         * Its id.
         */
        id: string,
        /**
         * How many to answer, 1 to 200.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string | undefined,
        severity?: 'error' | 'warning' | undefined,
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
         * Its id.
         */
        id: string,
        /**
         * What kind of file to make.
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
         * Its id.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
         * Its id.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
