/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportErrorPage } from '../models/ImportErrorPage.js';
import type { ImportPreview } from '../models/ImportPreview.js';
import type { OrderImport } from '../models/OrderImport.js';
import type { OrderImportPage } from '../models/OrderImportPage.js';
import type { PagePromise } from '../../pages.js';
import type { Download } from '../../files/download.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface CreateOrderImportForm {
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
}
export interface ListOrderImportsQuery {
    /**
     * How many to answer, 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before.
     */
    cursor?: string | undefined;
    status?: 'queued' | 'running' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled' | undefined;
}
export interface PreviewOrderImportForm {
    /**
     * The spreadsheet: .csv, .tsv or .xlsx.
     */
    file: Blob;
    /**
     * JSON object of header → field, where headers are not told by their names.
     */
    mapping?: string | undefined;
}
export interface DownloadOrderTemplateQuery {
    /**
     * What kind of file to make. Default "csv".
     */
    format?: 'csv' | 'xlsx' | undefined;
}
export interface ListOrderImportErrorsQuery {
    /**
     * How many to answer, 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before.
     */
    cursor?: string | undefined;
    severity?: 'error' | 'warning' | undefined;
}
export interface DownloadRejectedRowsQuery {
    /**
     * What kind of file to make. Default "csv".
     */
    format?: 'csv' | 'xlsx' | undefined;
}
export class OrderImportsResource extends Resource {
    /**
     * Upload a spreadsheet of orders; its good rows become drafts
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `order_upload_not_allowed`
     */
    create(body: CreateOrderImportForm, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/order-imports', formData: body }, options);
    }
    /**
     * List imports
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns Done
     */
    list(query?: ListOrderImportsQuery, options?: RequestOptions): PagePromise<OrderImportPage> {
        return this.page({ method: 'GET', url: '/v1/order-imports', query }, options);
    }
    /**
     * See how a spreadsheet would be read; nothing is kept
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `order_upload_not_allowed`
     */
    preview(body: PreviewOrderImportForm, options?: RequestOptions): Promise<Answer<ImportPreview>> {
        return this.call({ method: 'POST', url: '/v1/order-imports/preview', formData: body }, options);
    }
    /**
     * Get a spreadsheet to fill in, with two example rows
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns Done
     */
    downloadTemplate(query?: DownloadOrderTemplateQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/order-imports/template', query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, options);
    }
    /**
     * Get an import and how far it is
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'GET', url: '/v1/order-imports/{id}', path: { id } }, options);
    }
    /**
     * Stop an import
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `not_found`, `import_not_cancellable`
     */
    cancel(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/order-imports/{id}/cancel', path: { id } }, options);
    }
    /**
     * List what was wrong or odd, by row and column
     *
     * Only the first 10,000 errors and warnings are listed in full; of each later row with errors, its first one.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `not_found`
     */
    listErrors(id: string, query?: ListOrderImportErrorsQuery, options?: RequestOptions): PagePromise<ImportErrorPage> {
        return this.page({ method: 'GET', url: '/v1/order-imports/{id}/errors', path: { id }, query }, options);
    }
    /**
     * Get the rejected rows as a spreadsheet, with their reasons, to correct and upload again
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `not_found`
     */
    downloadRejectedRows(id: string, query?: DownloadRejectedRowsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/order-imports/{id}/rejected-rows', path: { id }, query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, options);
    }
    /**
     * Remove the drafts an import made that are still drafts
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Done
     * @throws WaybillError `not_found`, `import_not_undoable`
     */
    undo(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/order-imports/{id}/undo', path: { id } }, options);
    }
}
