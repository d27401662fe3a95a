/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What every submitted order of a client must fill.
 */
export type RequiredFields = {
    /**
     * Names of the fields that every order of the client must fill, as `GET /v1/order-fields` lists them.
     */
    requiredFields: Array<string>;
};
