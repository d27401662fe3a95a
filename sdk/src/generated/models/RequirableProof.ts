/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What a delivery must leave behind:
 *
 * - `photo`: A photo, uploaded before the attempt is recorded.
 * - `signature`: A signature, uploaded before the attempt is recorded.
 * - `name`: Who took the packages or signed for them: `signeeName` of the attempt.
 */
export type RequirableProof = 'photo' | 'signature' | 'name';
