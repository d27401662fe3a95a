/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FieldProblem } from './FieldProblem.js';
export type Problem = {
    type: string;
    title: string;
    status: number;
    detail: string;
    /**
     * Stable: write your programs against it.
     */
    code: string;
    requestId: string;
    errors?: Array<FieldProblem> | undefined;
};
