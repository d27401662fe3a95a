/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RequiredFields } from '../models/RequiredFields.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class RequiredFieldsResource extends Resource {
    /**
     * What your orders must fill before they are submitted
     *
     * The delivery company sets them. `missingFields` of a draft says which of them it still lacks.
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     *
     * @returns The names of the required fields.
     */
    get(options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'GET', url: '/v1/required-fields' }, options);
    }
}
