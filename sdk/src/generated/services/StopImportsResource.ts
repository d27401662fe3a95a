/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FixImport } from '../models/FixImport';
import type { ImportErrorPage } from '../models/ImportErrorPage';
import type { ImportPreview } from '../models/ImportPreview';
import type { ImportSeverity } from '../models/ImportSeverity';
import type { ImportStatus } from '../models/ImportStatus';
import type { OrderImport } from '../models/OrderImport';
import type { OrderImportPage } from '../models/OrderImportPage';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class StopImportsResource {
    /**
     * List imports of stops
     * Only the organization’s own: clients’ imports of orders are not listed.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns OrderImportPage One page of imports, newest first.
     * @throws ApiError
     */
    public static list({
        limit,
        cursor,
        status,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
        /**
         * Only imports in this state.
         */
        status?: ImportStatus,
    }): CancelablePromise<OrderImportPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stop-imports',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Upload a spreadsheet of stops, with a Client ID where one belongs to a client
     * Rows become unassigned stops at once, without a draft; one with a Client ID shows in that client’s portal. It runs in the background: ask for it until its status says that it has ended. `dryRun` checks without making anything.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns OrderImport The import, which waits for its turn.
     * @throws ApiError
     */
    public static create({
        formData,
    }: {
        formData: {
            /**
             * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
             */
            file: Blob;
            /**
             * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out. Several headers may be joined in one field: `{"First": {"field": "recipient.name", "join": " "}, "Last": {"field": "recipient.name", "join": " "}}`. One cell may hold several fields: `{"Full address": {"split": "address"}}`, or `city-state-zip`, or `time-window`. `{"field": "requestedDate", "format": "day-first"}` or `month-first` says how a date such as 03/04/2026 is read.
             */
            mapping?: string;
            /**
             * The sheet of a workbook, by its name or its number from 1. Left out, the one that looks most like orders is read.
             */
            sheet?: string;
            /**
             * Number of the row with the headers, from 1. Left out, it is found.
             */
            headerRow?: string;
            /**
             * Name of the program’s export that the file is, as `GET /v1/order-fields/profiles` lists them; `none` for none of them. Left out, it is found.
             */
            profile?: string;
            /**
             * Which rows are one order:
             *
             * - `externalId`: Rows below each other with the same Id; their products and package counts are gathered.
             */
            groupBy?: 'externalId';
            /**
             * Whether `mapping` is remembered for later files:
             *
             * - `true`: Each of its headers is taken the same way from now on; `GET /v1/import-mapping` lists them. A dry run or a preview teaches nothing.
             * - `false`: It holds for this file only.
             */
            saveMapping?: 'true' | 'false';
            /**
             * What happens to good rows beside bad ones:
             *
             * - `skip_invalid`: The good rows are imported, the bad ones are reported.
             * - `all_or_nothing`: One bad row, and nothing is imported.
             */
            mode?: 'skip_invalid' | 'all_or_nothing';
            /**
             * Whether it is only a trial:
             *
             * - `true`: The rows are checked and counted; nothing is imported.
             * - `false`: The rows are imported.
             */
            dryRun?: 'true' | 'false';
            /**
             * What happens to a row whose Id another order has:
             *
             * - `reject`: The row is an error.
             * - `skip`: The row is passed over.
             * - `update`: The draft with this Id is changed to what the row says.
             */
            duplicates?: 'reject' | 'skip' | 'update';
        },
    }): CancelablePromise<OrderImport> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stop-imports',
            formData: formData,
            mediaType: 'multipart/form-data',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`upload_incomplete\`: The upload ended too early.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                409: `\`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * See how a spreadsheet of stops would be read; nothing is kept
     * Reads the first 1000 rows: which column became which field, the first 50 rows as orders, and up to 200 errors and warnings. Then upload the same file for good, with a `mapping` where the preview was wrong.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns ImportPreview How the columns and the first rows would be read.
     * @throws ApiError
     */
    public static preview({
        formData,
    }: {
        formData: {
            /**
             * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
             */
            file: Blob;
            /**
             * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out. Several headers may be joined in one field: `{"First": {"field": "recipient.name", "join": " "}, "Last": {"field": "recipient.name", "join": " "}}`. One cell may hold several fields: `{"Full address": {"split": "address"}}`, or `city-state-zip`, or `time-window`. `{"field": "requestedDate", "format": "day-first"}` or `month-first` says how a date such as 03/04/2026 is read.
             */
            mapping?: string;
            /**
             * The sheet of a workbook, by its name or its number from 1. Left out, the one that looks most like orders is read.
             */
            sheet?: string;
            /**
             * Number of the row with the headers, from 1. Left out, it is found.
             */
            headerRow?: string;
            /**
             * Name of the program’s export that the file is, as `GET /v1/order-fields/profiles` lists them; `none` for none of them. Left out, it is found.
             */
            profile?: string;
            /**
             * Which rows are one order:
             *
             * - `externalId`: Rows below each other with the same Id; their products and package counts are gathered.
             */
            groupBy?: 'externalId';
            /**
             * Whether `mapping` is remembered for later files:
             *
             * - `true`: Each of its headers is taken the same way from now on; `GET /v1/import-mapping` lists them. A dry run or a preview teaches nothing.
             * - `false`: It holds for this file only.
             */
            saveMapping?: 'true' | 'false';
        },
    }): CancelablePromise<ImportPreview> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stop-imports/preview',
            formData: formData,
            mediaType: 'multipart/form-data',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`upload_incomplete\`: The upload ended too early. \`spreadsheet_unreadable\`: The file is not a spreadsheet we can read.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get a spreadsheet of stops to fill in, with two example rows
     * Has the dispatchers’ columns besides those of orders: Client ID, earliest and latest time, time at the stop. Imported as it stands, it succeeds.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns binary The template as a file.
     * @throws ApiError
     */
    public static downloadTemplate({
        format,
    }: {
        /**
         * What kind of file to make:
         *
         * - `csv`: Comma-separated text in UTF-8.
         * - `xlsx`: An Excel workbook.
         *
         * Default "csv".
         */
        format?: 'csv' | 'xlsx',
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stop-imports/template',
            query: {
                'format': format,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get an import of stops and how far it is
     * Counts rise while it runs. Ask again every second or so, until `finishedAt` is set; `message` then says how it ended.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns OrderImport The import as it is now.
     * @throws ApiError
     */
    public static get({
        id,
    }: {
        /**
         * Id of the import.
         */
        id: string,
    }): CancelablePromise<OrderImport> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stop-imports/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * List what was wrong or odd in the stops, by row and column
     * Only the first 10,000 errors and warnings are listed in full; of each later row with errors, its first one. Warnings do not keep a row out.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns ImportErrorPage One page of errors and warnings, by row.
     * @throws ApiError
     */
    public static listErrors({
        id,
        limit,
        cursor,
        severity,
    }: {
        /**
         * Id of the import.
         */
        id: string,
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
        /**
         * Only errors, or only warnings. Left out: both.
         */
        severity?: ImportSeverity,
    }): CancelablePromise<ImportErrorPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stop-imports/{id}/errors',
            path: {
                'id': id,
            },
            query: {
                'limit': limit,
                'cursor': cursor,
                'severity': severity,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get the rejected stops as a spreadsheet, with their reasons, to correct and upload again
     * Has the columns of the file that was uploaded, and `Import errors` with the reasons, which may stay in when you upload it again. One download at a time: another answers `too_many_at_once`.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns binary The rejected rows as a file.
     * @throws ApiError
     */
    public static downloadRejectedRows({
        id,
        format,
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
         *
         * Default "csv".
         */
        format?: 'csv' | 'xlsx',
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stop-imports/{id}/rejected-rows',
            path: {
                'id': id,
            },
            query: {
                'format': format,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Import rejected rows of stops with what was likely meant, or other values
     * Makes an import of just those rows of the same file of which every error is answered: by its own `fix` where it is accepted, or by a value of yours. Rows that were fixed are not taken a second time, unless that import is undone; `import_not_fixable` says that none is left.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns OrderImport The import of those rows, which waits for its turn.
     * @throws ApiError
     */
    public static fix({
        id,
        requestBody,
    }: {
        /**
         * Id of the import.
         */
        id: string,
        requestBody: FixImport,
    }): CancelablePromise<OrderImport> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stop-imports/{id}/fixes',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`import_not_fixable\`: The import has no rows to fix. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Cancel an import of stops
     * Before it has started it ends at once; while it runs, soon after. What it has made by then stays until you undo it; an `all_or_nothing` import keeps nothing. One that has ended answers `import_not_cancellable`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns OrderImport The import, which has ended or is about to.
     * @throws ApiError
     */
    public static cancel({
        id,
    }: {
        /**
         * Id of the import.
         */
        id: string,
    }): CancelablePromise<OrderImport> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stop-imports/{id}/cancel',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`import_not_cancellable\`: The import has already ended. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Remove the stops an import made that are still unassigned
     * Stops on a route stay, also once they were visited. Clients lose sight of those that are removed. While it runs it answers `import_not_undoable`: cancel it first.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns OrderImport The import; `message` says how many stops were removed.
     * @throws ApiError
     */
    public static undo({
        id,
    }: {
        /**
         * Id of the import.
         */
        id: string,
    }): CancelablePromise<OrderImport> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stop-imports/{id}/undo',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`import_not_undoable\`: The import cannot be undone yet. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
