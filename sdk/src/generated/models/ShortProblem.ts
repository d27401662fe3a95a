/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why something did not work, where it is not the answer itself.
 */
export type ShortProblem = {
    /**
     * Stable name of the problem: write your programs against it.
     */
    code: string;
    /**
     * What is wrong here and how to mend it, for people.
     */
    detail: string;
};
