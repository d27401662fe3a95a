/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far it is:
 *
 * - `pending`: It is under way; `reason` says so where the store has not answered yet.
 * - `fulfilled`: All of it was marked as fulfilled.
 * - `partly_fulfilled`: A part was marked as fulfilled and another could not be; `reason` says why.
 * - `already_fulfilled`: There was nothing left to mark: somebody had done so in the store before.
 * - `failed`: It could not be marked as fulfilled, or should not have been; `reason` says why.
 */
export type StoreFulfillmentState = 'pending' | 'fulfilled' | 'partly_fulfilled' | 'already_fulfilled' | 'failed';
