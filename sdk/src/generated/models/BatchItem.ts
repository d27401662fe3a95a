/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FieldProblem } from './FieldProblem.js';
import type { Order } from './Order.js';
export type BatchItem = {
    /**
     * Place in `orders`, from 0.
     */
    index: number;
    /**
     * When it was made.
     */
    order?: Order | undefined;
    problem?: {
        code: string;
        detail: string;
        errors: Array<FieldProblem>;
    } | undefined;
};
