/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SubmitOrders = {
    /**
     * These orders.
     */
    ids?: Array<string> | undefined;
    /**
     * Every draft that this import made.
     */
    importId?: string | undefined;
    /**
     * Every draft you have.
     */
    all?: boolean | undefined;
};
