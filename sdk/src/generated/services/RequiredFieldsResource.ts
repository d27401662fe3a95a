/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderFieldPage } from '../models/OrderFieldPage.js';
import type { RequiredFields } from '../models/RequiredFields.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class RequiredFieldsResource extends Resource {
    /**
     * Every field an order may have, and its spreadsheet column
     *
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns Done
     */
    listOrderFields(options?: RequestOptions): PagePromise<OrderFieldPage> {
        return this.page({ method: 'GET', url: '/v1/order-fields' }, options);
    }
    /**
     * What your orders must fill before they are submitted
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     *
     * @returns Done
     */
    get(options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'GET', url: '/v1/required-fields' }, options);
    }
    /**
     * JSON Schema 2020-12 of an order that you may submit
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     *
     * @returns Done
     */
    getOrderSchema(options?: RequestOptions): Promise<Answer<Record<string, any>>> {
        return this.call({ method: 'GET', url: '/v1/order-schema' }, options);
    }
}
