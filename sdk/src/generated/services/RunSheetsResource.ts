/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RunSheet } from '../models/RunSheet.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class RunSheetsResource extends Resource {
    /**
     * The run sheet behind a driver link
     *
     * The link itself is the permission. It ends 48 hours after it was made, or after the route’s planned start at
     * that time if that was later. Unknown, expired and incomplete links all answer `not_found`.
     *
     * Needs no credentials.
     *
     * @param token The token at the end of the link that the driver got.
     * @returns The route with its stops, as the driver needs them.
     * @throws WaybillError `not_found`
     */
    get(token: string, options?: RequestOptions): Promise<Answer<RunSheet>> {
        return this.call({ method: 'GET', url: '/v1/run-sheets/{token}', path: { token } }, options);
    }
}
