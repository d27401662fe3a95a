/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FieldProblem } from './FieldProblem.js';
/**
 * Why an order of a batch was not made.
 */
export type BatchProblem = {
    /**
     * Stable name of the problem: write your programs against it.
     */
    code: string;
    /**
     * What is wrong here and how to mend it, for people.
     */
    detail: string;
    /**
     * Each thing that is wrong with the order. Pointers start at the body: `/orders/3/address`.
     */
    errors: Array<FieldProblem>;
};
