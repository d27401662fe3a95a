/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What an entry of a chain of proof is about:
 *
 * - `photo`: A photo of the packages, the door, or whatever shows the delivery.
 * - `signature`: The signature of who took the packages; of several the last one counts.
 * - `attempt`: How a visit ended.
 */
export type ProofKind = 'photo' | 'signature' | 'attempt';
