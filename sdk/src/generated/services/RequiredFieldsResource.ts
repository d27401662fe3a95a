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
     * For building forms and spreadsheets: name, label, header, accepted synonyms, type and an example. A field’s name
     * is its path in an order.
     *
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns Every field, in one page.
     */
    listOrderFields(options?: RequestOptions): PagePromise<OrderFieldPage> {
        return this.page({ method: 'GET', url: '/v1/order-fields' }, options);
    }
    /**
     * What your orders must fill before they are submitted
     *
     * Your delivery company sets them. An order without one of them stays a draft.
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     *
     * @returns The names of the fields.
     */
    get(options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'GET', url: '/v1/required-fields' }, options);
    }
    /**
     * JSON Schema 2020-12 of an order that you may submit
     *
     * Checks an order before it is sent. The API itself accepts drafts that lack fields; submitting does not.
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     *
     * @returns A JSON Schema, made for your required fields.
     */
    getOrderSchema(options?: RequestOptions): Promise<Answer<Record<string, any>>> {
        return this.call({ method: 'GET', url: '/v1/order-schema' }, options);
    }
}
