/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which drafts to submit: exactly one of `ids`, `importId` and `all`.
 */
export type SubmitOrders = {
    /**
     * The orders with these ids, 1 to 1000.
     */
    ids?: Array<string> | undefined;
    /**
     * Every draft that this import has made by now: wait for its end first.
     */
    importId?: string | undefined;
    /**
     * Every draft you have: `true`.
     */
    all?: boolean | undefined;
};
