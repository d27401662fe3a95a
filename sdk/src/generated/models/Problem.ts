/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FieldProblem } from './FieldProblem.js';
/**
 * Why a request failed (RFC 9457).
 */
export type Problem = {
    /**
     * URL at which the server says what this kind of problem means and what to do, as HTML or JSON.
     */
    type: string;
    /**
     * The kind of problem in a few words, for people; the same for every one.
     */
    title: string;
    /**
     * The HTTP status of the answer.
     */
    status: number;
    /**
     * What went wrong this time and what to do about it, for people.
     */
    detail: string;
    /**
     * Stable name of the kind of problem: write your programs against it.
     */
    code: string;
    /**
     * Names this request in the logs, as in the header `X-Request-Id`; tell it when you ask for help.
     */
    requestId: string;
    /**
     * Each thing that is wrong with the request, the first 100; only where there are such.
     */
    errors?: Array<FieldProblem> | undefined;
};
