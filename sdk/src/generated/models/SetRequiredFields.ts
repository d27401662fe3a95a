/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RequirableField } from './RequirableField.js';
/**
 * What every submitted order of the client must fill.
 */
export type SetRequiredFields = {
    /**
     * Names of the fields that every submitted order must fill, as `GET /v1/order-fields` lists them.
     */
    requiredFields: Array<RequirableField>;
};
