/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type BulkResult = {
    succeededCount: number;
    failedCount: number;
    /**
     * Left out where `all` or `importId` selected the orders.
     */
    succeeded?: Array<string> | undefined;
    /**
     * The first 1000.
     */
    failed: Array<{
        id: string;
        code: string;
        detail: string;
    }>;
};
