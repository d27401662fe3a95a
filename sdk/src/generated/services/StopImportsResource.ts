/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FixImport } from '../models/FixImport.js';
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
export interface ListStopImportsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
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
export interface CreateStopImportForm {
    /**
     * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
     */
    file: Blob;
    /**
     * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out. Several headers may be joined in one field: `{"First": {"field": "recipient.name", "join": " "}, "Last": {"field": "recipient.name", "join": " "}}`. One cell may hold several fields: `{"Full address": {"split": "address"}}`, or `city-state-zip`, or `time-window`. `{"field": "requestedDate", "format": "day-first"}` or `month-first` says how a date such as 03/04/2026 is read.
     */
    mapping?: string | undefined;
    /**
     * The sheet of a workbook, by its name or its number from 1. Left out, the one that looks most like orders is read.
     */
    sheet?: string | undefined;
    /**
     * Number of the row with the headers, from 1. Left out, it is found.
     */
    headerRow?: string | undefined;
    /**
     * Name of the program’s export that the file is, as `GET /v1/order-fields/profiles` lists them; `none` for none of them. Left out, it is found.
     */
    profile?: string | undefined;
    /**
     * Which rows are one order:
     *
     * - `externalId`: Rows below each other with the same Id; their products and package counts are gathered.
     */
    groupBy?: 'externalId' | undefined;
    /**
     * Whether `mapping` is remembered for later files:
     *
     * - `true`: Each of its headers is taken the same way from now on; `GET /v1/import-mapping` lists them. A dry run or a preview teaches nothing.
     * - `false`: It holds for this file only.
     */
    saveMapping?: 'true' | 'false' | undefined;
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
export interface PreviewStopImportForm {
    /**
     * The spreadsheet: .csv, .tsv or .xlsx, up to 50 MiB and 500 000 rows.
     */
    file: Blob;
    /**
     * JSON object of header → field, for columns whose field is not told by their names; null leaves a column out. Several headers may be joined in one field: `{"First": {"field": "recipient.name", "join": " "}, "Last": {"field": "recipient.name", "join": " "}}`. One cell may hold several fields: `{"Full address": {"split": "address"}}`, or `city-state-zip`, or `time-window`. `{"field": "requestedDate", "format": "day-first"}` or `month-first` says how a date such as 03/04/2026 is read.
     */
    mapping?: string | undefined;
    /**
     * The sheet of a workbook, by its name or its number from 1. Left out, the one that looks most like orders is read.
     */
    sheet?: string | undefined;
    /**
     * Number of the row with the headers, from 1. Left out, it is found.
     */
    headerRow?: string | undefined;
    /**
     * Name of the program’s export that the file is, as `GET /v1/order-fields/profiles` lists them; `none` for none of them. Left out, it is found.
     */
    profile?: string | undefined;
    /**
     * Which rows are one order:
     *
     * - `externalId`: Rows below each other with the same Id; their products and package counts are gathered.
     */
    groupBy?: 'externalId' | undefined;
    /**
     * Whether `mapping` is remembered for later files:
     *
     * - `true`: Each of its headers is taken the same way from now on; `GET /v1/import-mapping` lists them. A dry run or a preview teaches nothing.
     * - `false`: It holds for this file only.
     */
    saveMapping?: 'true' | 'false' | undefined;
}
export interface DownloadStopTemplateQuery {
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
export interface ListStopImportErrorsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
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
export interface DownloadRejectedStopsQuery {
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
export class StopImportsResource extends Resource {
    /**
     * List imports of stops
     *
     * Only the organization’s own: clients’ imports of orders are not listed.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of imports, newest first.
     */
    list(query?: ListStopImportsQuery, options?: RequestOptions): PagePromise<OrderImportPage> {
        return this.page({ method: 'GET', url: '/v1/stop-imports', query }, options);
    }
    /**
     * Upload a spreadsheet of stops, with a Client ID where one belongs to a client
     *
     * Rows become unassigned stops at once, without a draft; one with a Client ID shows in that client’s portal. It
     * runs in the background: ask for it until its status says that it has ended. `dryRun` checks without making
     * anything.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @returns The import, which waits for its turn.
     */
    create(body: CreateStopImportForm, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/stop-imports', formData: body }, options);
    }
    /**
     * See how a spreadsheet of stops would be read; nothing is kept
     *
     * Reads the first 1000 rows: which column became which field, the first 50 rows as orders, and up to 200 errors
     * and warnings. Then upload the same file for good, with a `mapping` where the preview was wrong.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @returns How the columns and the first rows would be read.
     */
    preview(body: PreviewStopImportForm, options?: RequestOptions): Promise<Answer<ImportPreview>> {
        return this.call({ method: 'POST', url: '/v1/stop-imports/preview', formData: body }, options);
    }
    /**
     * Get a spreadsheet of stops to fill in, with two example rows
     *
     * Has the dispatchers’ columns besides those of orders: Client ID, earliest and latest time, time at the stop.
     * Imported as it stands, it succeeds.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns The template as a file.
     */
    downloadTemplate(query?: DownloadStopTemplateQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/stop-imports/template', query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, options);
    }
    /**
     * Get an import of stops and how far it is
     *
     * Counts rise while it runs. Ask again every second or so, until `finishedAt` is set; `message` then says how it
     * ended.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the import.
     * @returns The import as it is now.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'GET', url: '/v1/stop-imports/{id}', path: { id } }, options);
    }
    /**
     * List what was wrong or odd in the stops, by row and column
     *
     * Only the first 10,000 errors and warnings are listed in full; of each later row with errors, its first one.
     * Warnings do not keep a row out.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the import.
     * @returns One page of errors and warnings, by row.
     * @throws WaybillError `not_found`
     */
    listErrors(id: string, query?: ListStopImportErrorsQuery, options?: RequestOptions): PagePromise<ImportErrorPage> {
        return this.page({ method: 'GET', url: '/v1/stop-imports/{id}/errors', path: { id }, query }, options);
    }
    /**
     * Get the rejected stops as a spreadsheet, with their reasons, to correct and upload again
     *
     * Has the columns of the file that was uploaded, and `Import errors` with the reasons, which may stay in when you
     * upload it again. One download at a time: another answers `too_many_at_once`.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the import.
     * @returns The rejected rows as a file.
     * @throws WaybillError `not_found`
     */
    downloadRejectedRows(id: string, query?: DownloadRejectedStopsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/stop-imports/{id}/rejected-rows', path: { id }, query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, options);
    }
    /**
     * Import rejected rows of stops with what was likely meant, or other values
     *
     * Makes an import of just those rows of the same file of which every error is answered: by its own `fix` where it
     * is accepted, or by a value of yours. Rows that were fixed are not taken a second time, unless that import is
     * undone; `import_not_fixable` says that none is left.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the import.
     * @returns The import of those rows, which waits for its turn.
     * @throws WaybillError `not_found`, `import_not_fixable`
     */
    fix(id: string, body: FixImport, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/stop-imports/{id}/fixes', path: { id }, body }, options);
    }
    /**
     * Cancel an import of stops
     *
     * Before it has started it ends at once; while it runs, soon after. What it has made by then stays until you undo
     * it; an `all_or_nothing` import keeps nothing. One that has ended answers `import_not_cancellable`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the import.
     * @returns The import, which has ended or is about to.
     * @throws WaybillError `not_found`, `import_not_cancellable`
     */
    cancel(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/stop-imports/{id}/cancel', path: { id } }, options);
    }
    /**
     * Remove the stops an import made that are still unassigned
     *
     * Stops on a route stay, also once they were visited. Clients lose sight of those that are removed. While it runs
     * it answers `import_not_undoable`: cancel it first.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the import.
     * @returns The import; `message` says how many stops were removed.
     * @throws WaybillError `not_found`, `import_not_undoable`
     */
    undo(id: string, options?: RequestOptions): Promise<Answer<OrderImport>> {
        return this.call({ method: 'POST', url: '/v1/stop-imports/{id}/undo', path: { id } }, options);
    }
}
