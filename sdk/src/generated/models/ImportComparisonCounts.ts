/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How many orders of each kind there are.
 */
export type ImportComparisonCounts = {
    /**
     * Orders whose Id no order of yours has.
     */
    new: number;
    /**
     * Orders that differ from yours with the same Id.
     */
    changed: number;
    /**
     * Orders that do not differ.
     */
    unchanged: number;
    /**
     * Orders of the import whose Ids the file does not hold.
     */
    gone: number;
    /**
     * Orders without an Id, which are compared with none.
     */
    withoutId: number;
    /**
     * Orders with errors. What they hold is not compared, but they are not gone.
     */
    rejected: number;
};
