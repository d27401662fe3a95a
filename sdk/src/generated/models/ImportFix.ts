/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What is likely meant.
 */
export type ImportFix = {
    /**
     * What the cell would hold.
     */
    value: string;
    /**
     * Why that is likely, for people.
     */
    why: string;
};
