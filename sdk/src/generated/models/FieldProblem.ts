/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * One thing that is wrong with a request.
 */
export type FieldProblem = {
    /**
     * Where it is: a JSON pointer into the body, or `query/limit`, or `row/12/zip`.
     */
    pointer: string;
    /**
     * Stable name of the problem: write your programs against it.
     */
    code: string;
    /**
     * What is wrong here and how to mend it, for people.
     */
    detail: string;
};
