/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TaughtHeaderPage } from '../models/TaughtHeaderPage.js';
import type { PagePromise } from '../../pages.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ForgetTaughtHeadersQuery {
    /**
     * The header to forget, in any spelling. Left out: all of them.
     */
    header?: string | undefined;
}
export class ImportMappingResource extends Resource {
    /**
     * What your spreadsheets were taught, header by header
     *
     * The `mapping` of an upload is remembered, unless it says `saveMapping=false`: the next file with such a header
     * is read the same way. A client sees what its own files were taught, dispatchers what those of stops were.
     *
     * Allowed (`import-mapping:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns All headers on one page, by name.
     */
    list(options?: RequestOptions): PagePromise<TaughtHeaderPage> {
        return this.page({ method: 'GET', url: '/v1/import-mapping' }, options);
    }
    /**
     * Forget what your spreadsheets were taught, all of it or one header
     *
     * Imports that ran stay as they are. A `header` that is not remembered answers `not_found`.
     *
     * Allowed (`import-mapping:write`): organization: owner, admin, dispatcher; client: owner, admin, member.
     *
     * @throws WaybillError `not_found`
     */
    forget(query?: ForgetTaughtHeadersQuery, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/import-mapping', query, accept: '' }, options);
    }
}
