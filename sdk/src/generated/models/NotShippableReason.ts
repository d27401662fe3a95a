/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why there is nothing to deliver:
 *
 * - `cancelled`: It was cancelled in the store.
 * - `fulfilled`: All of it has been fulfilled in the store already.
 * - `pickup`: Its customer picks it up at the shop, so there is nothing to deliver.
 * - `pickup_point`: A carrier brings it to a pickup point, so there is nothing for us to deliver.
 * - `digital`: Nothing in it is shipped: it holds gift cards, downloads or services only.
 * - `sent_elsewhere`: Another fulfilment service sends what is left of it.
 * - `scope_missing`: The store has not granted access to its fulfilment orders. Connect it again and allow that.
 */
export type NotShippableReason = 'cancelled' | 'fulfilled' | 'pickup' | 'pickup_point' | 'digital' | 'sent_elsewhere' | 'scope_missing';
