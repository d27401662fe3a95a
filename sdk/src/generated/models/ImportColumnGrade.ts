/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far it is known what the column is:
 *
 * - `applied`: It is used: somebody said so, or its header leaves no doubt.
 * - `suggested`: It is not used; `suggestions` are guesses, for somebody to say with `mapping`.
 */
export type ImportColumnGrade = 'applied' | 'suggested';
