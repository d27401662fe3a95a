/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FailedJobPage } from '../models/FailedJobPage.js';
import type { PagePromise } from '../../pages.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListJobsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Which work:
     *
     * - `dead`: It was given up.
     *
     * Default "dead".
     */
    state?: 'dead' | undefined;
}
export class JobsResource extends Resource {
    /**
     * List work that was given up
     *
     * What was to be done for your organization behind the scenes and failed for good, with the reason in plain words:
     * mails, imports, webhooks, what stores are told.
     *
     * Allowed (`jobs:manage`): organization: owner, admin.
     *
     * @returns One page of failed work, newest first.
     */
    list(query?: ListJobsQuery, options?: RequestOptions): PagePromise<FailedJobPage> {
        return this.page({ method: 'GET', url: '/v1/jobs', query }, options);
    }
    /**
     * Try failed work again
     *
     * It starts at once, with as many attempts as at first.
     *
     * Allowed (`jobs:manage`): organization: owner, admin.
     *
     * @param id Id of the failed work.
     * @throws WaybillError `not_found`, `job_not_retryable`
     */
    retry(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'POST', url: '/v1/jobs/{id}/retry', path: { id }, accept: '' }, options);
    }
}
