/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderFieldPage } from '../models/OrderFieldPage.js';
import type { RequiredFields } from '../models/RequiredFields.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class RequiredFieldsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Every field an order may have, and its spreadsheet column
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns OrderFieldPage Done
     * @throws ApiError
     */
    public listOrderFields(): CancelablePromise<OrderFieldPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/order-fields',
        });
    }
    /**
     * What your orders must fill before they are submitted
     * Allowed (`required-fields:read`): client: owner, admin, member.
     * @returns RequiredFields Done
     * @throws ApiError
     */
    public getRequiredFields(): CancelablePromise<RequiredFields> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/required-fields',
        });
    }
    /**
     * JSON Schema 2020-12 of an order that you may submit
     * Allowed (`required-fields:read`): client: owner, admin, member.
     * @returns any Done
     * @throws ApiError
     */
    public getOrderSchema(): CancelablePromise<Record<string, any>> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/order-schema',
        });
    }
}
