/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderFieldPage } from '../models/OrderFieldPage';
import type { OrderProfilePage } from '../models/OrderProfilePage';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class OrderFieldsResource {
    /**
     * Every field an order may have, and its spreadsheet column
     * The same names are used in `requiredFields`, in the mappings of imports, and as paths in the order. Dispatchers also get the columns that are theirs alone, such as Client ID.
     *
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns OrderFieldPage All fields on one page.
     * @throws ApiError
     */
    public static list(): CancelablePromise<OrderFieldPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/order-fields',
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
    /**
     * JSON Schema 2020-12 of an order that you may submit
     * Made from the fields that are required now: read it again when they change. Use it to check orders, or to build a form, before sending them.
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     * @returns any A JSON Schema of the body of `POST /v1/orders`, with what is required now.
     * @throws ApiError
     */
    public static getSchema(): CancelablePromise<Record<string, any>> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/order-schema',
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
    /**
     * The spreadsheets of other programs that are known
     * Exports of shops and marketplaces, files of carriers and route planners: an import finds by itself that a file is one of them, and then takes its columns as this list says. `profile` of an upload names one, or none.
     *
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns OrderProfilePage All profiles on one page.
     * @throws ApiError
     */
    public static listProfiles(): CancelablePromise<OrderProfilePage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/order-fields/profiles',
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
