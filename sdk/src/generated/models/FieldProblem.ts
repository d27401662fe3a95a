/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type FieldProblem = {
    /**
     * JSON pointer into the body, or `query/limit`, or `row/12/zip`.
     */
    pointer: string;
    code: string;
    detail: string;
};
