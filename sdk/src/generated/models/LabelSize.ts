/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The size of the labels:
 *
 * - `a6`: One on a page of 105 × 148 mm.
 * - `4x6`: One on a page of 4 × 6 inches.
 * - `a4x4`: Four on a page of A4, to be cut.
 */
export type LabelSize = 'a6' | '4x6' | 'a4x4';
