/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What became of it:
 *
 * - `imported`: It is a draft now.
 * - `redacted`: It is a draft now, but Shopify kept the recipient’s data back: fill them in before you submit it.
 * - `already_imported`: It was imported before, and nothing was changed.
 * - `not_shippable`: There is nothing to deliver; `detail` says why.
 * - `id_taken`: Another of your orders has its Id. Only you know whether it is the same; `detail` says what to do.
 * - `not_found`: The store has no such order, or does not show it to us.
 * - `ambiguous`: Several orders of the store are meant by it. Name the one you mean by its id.
 * - `not_understood`: It names no order.
 */
export type ShopifyImportOutcome = 'imported' | 'redacted' | 'already_imported' | 'not_shippable' | 'id_taken' | 'not_found' | 'ambiguous' | 'not_understood';
