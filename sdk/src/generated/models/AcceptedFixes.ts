/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * `all`, or the ids of errors.
 */
export type AcceptedFixes = ('all' | Array<string>);
