/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What was guessed:
 *
 * - `countryCode`: The country.
 * - `timezone`: The time zone.
 */
export type SignupGuess = 'countryCode' | 'timezone';
