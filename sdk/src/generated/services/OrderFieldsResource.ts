/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderFieldPage } from '../models/OrderFieldPage.js';
import type { OrderProfilePage } from '../models/OrderProfilePage.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class OrderFieldsResource extends Resource {
    /**
     * Every field an order may have, and its spreadsheet column
     *
     * The same names are used in `requiredFields`, in the mappings of imports, and as paths in the order. Dispatchers
     * also get the columns that are theirs alone, such as Client ID.
     *
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns All fields on one page.
     */
    list(options?: RequestOptions): PagePromise<OrderFieldPage> {
        return this.page({ method: 'GET', url: '/v1/order-fields' }, options);
    }
    /**
     * JSON Schema 2020-12 of an order that you may submit
     *
     * Made from the fields that are required now: read it again when they change. Use it to check orders, or to build
     * a form, before sending them.
     *
     * Allowed (`required-fields:read`): client: owner, admin, member.
     *
     * @returns A JSON Schema of the body of `POST /v1/orders`, with what is required now.
     */
    getSchema(options?: RequestOptions): Promise<Answer<Record<string, any>>> {
        return this.call({ method: 'GET', url: '/v1/order-schema' }, options);
    }
    /**
     * The spreadsheets of other programs that are known
     *
     * Exports of shops and marketplaces, files of carriers and route planners: an import finds by itself that a file
     * is one of them, and then takes its columns as this list says. `profile` of an upload names one, or none.
     *
     * Allowed (`fields:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns All profiles on one page.
     */
    listProfiles(options?: RequestOptions): PagePromise<OrderProfilePage> {
        return this.page({ method: 'GET', url: '/v1/order-fields/profiles' }, options);
    }
}
