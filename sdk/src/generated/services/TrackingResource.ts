/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Tracking } from '../models/Tracking.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class TrackingResource extends Resource {
    /**
     * What the recipient sees of an order
     *
     * The link itself is the permission. It works once the order is submitted, until 30 days after the order was
     * finished. Of other recipients it tells only how many stops come before.
     *
     * Needs no credentials.
     *
     * @param token The token at the end of the link that the recipient got.
     * @returns The order as its recipient may see it.
     * @throws WaybillError `not_found`
     */
    get(token: string, options?: RequestOptions): Promise<Answer<Tracking>> {
        return this.call({ method: 'GET', url: '/v1/tracking/{token}', path: { token } }, options);
    }
}
