/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RequiredFields } from '../models/RequiredFields';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class RequiredFieldsResource {
    /**
     * What your orders must fill before they are submitted
     * The delivery company sets them. `missingFields` of a draft says which of them it still lacks.
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     * @returns RequiredFields The names of the required fields.
     * @throws ApiError
     */
    public static get(): CancelablePromise<RequiredFields> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/required-fields',
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
}
