/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whose team it is:
 *
 * - `organization`: The delivery company’s.
 * - `client`: The team of a company that hands over orders.
 */
export type TeamSide = 'organization' | 'client';
