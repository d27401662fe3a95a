/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * An item that a bulk action left as it was, and why.
 */
export type BulkFailure = {
    /**
     * Id of the item as you sent it.
     */
    id: string;
    /**
     * Stable name of the problem: write your programs against it.
     */
    code: string;
    /**
     * What is wrong here and how to mend it, for people.
     */
    detail: string;
};
