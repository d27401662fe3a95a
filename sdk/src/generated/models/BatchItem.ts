/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BatchProblem } from './BatchProblem.js';
import type { Order } from './Order.js';
/**
 * What became of one order of a batch: `order` or `problem`.
 */
export type BatchItem = {
    /**
     * Which of `orders` it is about, from 0.
     */
    index: number;
    /**
     * The order as it was made; left out where it was not.
     */
    order?: Order | undefined;
    /**
     * Why the order was not made; left out where it was.
     */
    problem?: BatchProblem | undefined;
};
