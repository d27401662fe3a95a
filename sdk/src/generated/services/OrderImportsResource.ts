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
import type { PagePromise } from '../../pages.js';
import type { Download } from '../../files/download.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListOrderImportsQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only imports in this state.
     */
    status?: ImportStatus | undefined;
}
export interface CreateOrderImportForm {
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
}
export interface PreviewOrderImportForm {
    /**
     * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
     */
    file: Blob;
    /**
     * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out.
     */
    mapping?: string | undefined;
}
export interface DownloadOrderTemplateQuery {
    /**
     * What kind of file to make:
     *
     * - `csv`: Comma-separated text in UTF-8.
     * - `xlsx`: An Excel workbook.
     *
     * Default "csv".
     */
    format?: 'csv' | 'xlsx' | undefined;
}
export interface ListOrderImportErrorsQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only errors, or only warnings. Left out: both.
     */
    severity?: ImportSeverity | undefined;
}
export interface DownloadRejectedRowsQuery {
    /**
     * What kind of file to make:
     *
     * - `csv`: Comma-separated text in UTF-8.
     * - `xlsx`: An Excel workbook.
     *
     * Default "csv".
     */
    format?: 'csv' | 'xlsx' | undefined;
}
export class OrderImportsResource extends Resource {
    /**
     * List imports
     *
     * Those of your own client.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns A page of imports, the newest first.
     */
    list(query?: ListOrderImportsQuery, options?: RequestOptions): PagePromise<OrderImportPage> {
        return this.page({ method: 'GET', url: '/v1/order-imports', query }, options);
    }
    /**
     * Upload a spreadsheet of orders; its good rows become drafts
     *
     * Answers before the file is read. With `dryRun` nothing is imported; with `all_or_nothing` one bad row stops all.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns The import, queued: poll it until it has ended.
     * @throws WaybillError `order_upload_not_allowed`
     */
    create(body: CreateOrderImportForm, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/order-imports', formData: body }, options);
    }
    /**
     * See how a spreadsheet would be read; nothing is kept
     *
     * Reads the beginning of the file alone. Send the mapping, corrected, with the upload.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns The mapping that was found, the first rows and their errors.
     * @throws WaybillError `order_upload_not_allowed`
     */
    preview(body: PreviewOrderImportForm, options?: RequestOptions): Promise<Answer<ImportPreview>> {
        return this.call({ method: 'POST', url: '/v1/order-imports/preview', formData: body }, options);
    }
    /**
     * Get a spreadsheet to fill in, with two example rows
     *
     * Its columns are those that your required fields ask for; imported as it stands it succeeds.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns The spreadsheet in the wanted format.
     */
    downloadTemplate(query?: DownloadOrderTemplateQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/order-imports/template', query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, options);
    }
    /**
     * Get an import and how far it is
     *
     * Poll it every second or two until `status` is one of an end: completed, failed or cancelled.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns The import, with its counts, its mapping and its `message`.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'GET', url: '/v1/order-imports/{id}', path: { id } }, options);
    }
    /**
     * List what was wrong or odd, by row and column
     *
     * Only the first 10,000 errors and warnings are listed in full; of each later row with errors, its first one.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns A page of errors and warnings, in the order of the rows.
     * @throws WaybillError `not_found`
     */
    listErrors(id: string, query?: ListOrderImportErrorsQuery, options?: RequestOptions): PagePromise<ImportErrorPage> {
        return this.page({ method: 'GET', url: '/v1/order-imports/{id}/errors', path: { id }, query }, options);
    }
    /**
     * Get the rejected rows as a spreadsheet, with their reasons, to correct and upload again
     *
     * The file’s own columns and a column with the reasons, so that it can be corrected and uploaded as it is.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns The spreadsheet in the wanted format.
     * @throws WaybillError `not_found`
     */
    downloadRejectedRows(id: string, query?: DownloadRejectedRowsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/order-imports/{id}/rejected-rows', path: { id }, query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, options);
    }
    /**
     * Stop an import
     *
     * What was imported until then stays; undo removes it.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns The import: `cancelled` at once if it had not begun, else within moments.
     * @throws WaybillError `not_found`, `import_not_cancellable`
     */
    cancel(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/order-imports/{id}/cancel', path: { id } }, options);
    }
    /**
     * Remove the drafts an import made that are still drafts
     *
     * Orders that were submitted since stay.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns The import, undone.
     * @throws WaybillError `not_found`, `import_not_undoable`
     */
    undo(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/order-imports/{id}/undo', path: { id } }, options);
    }
}
