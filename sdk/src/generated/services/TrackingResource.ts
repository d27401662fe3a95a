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
     * The link itself is the permission. It ends 30 days after the order was finished.
     *
     * Needs no credentials.
     *
     * @param token The token at the end of the link that the recipient got.
     * @returns The state of the order, its ETA and whom to ask.
     * @throws WaybillError `not_found`
     */
    get(token: string, options?: RequestOptions): Promise<Answer<Tracking>> {
        return this.call({ method: 'GET', url: '/v1/tracking/{token}', path: { token } }, options);
    }
}
