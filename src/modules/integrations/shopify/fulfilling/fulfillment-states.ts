import { failureReasons } from '../../../../jobs/job-failures.js';

/** How far an order is with being marked as fulfilled in its store. */
export const orderFulfillmentStates = {
  pending: 'It is under way; `reason` says so where the store has not answered yet.',
  fulfilled: 'All of it was marked as fulfilled.',
  partly_fulfilled: 'A part was marked as fulfilled and another could not be; `reason` says why.',
  already_fulfilled: 'There was nothing left to mark: somebody had done so in the store before.',
  failed: 'It could not be marked as fulfilled, or should not have been; `reason` says why.',
} as const;
export type OrderFulfillmentState = keyof typeof orderFulfillmentStates;

const { store_refused, store_access_lost, store_not_permitted, store_unavailable } = failureReasons;

/** Why an order is not marked as fulfilled, or should not have been. */
export const orderFulfillmentFailures = {
  store_refused,
  store_access_lost,
  store_not_permitted,
  store_unavailable,
  delivery_corrected: 'It was marked as fulfilled, and then the delivery turned out not to have happened.',
} as const;
export type OrderFulfillmentFailure = keyof typeof orderFulfillmentFailures;

/**
 * What became of one fulfilment order of the store. `intended` is written before the store is asked, so that a run
 * which dies in between leaves a sign to look first; `skipped` is nothing of ours.
 */
export type FulfillmentState = 'intended' | 'made' | 'already' | 'refused' | 'skipped';

/** What became of one event; `skipped` where the store has no fulfilment that could carry it. */
export type EventState = 'intended' | 'made' | 'refused' | 'skipped';

/** The events we tell, by Shopify's names. */
export type TrackedStatus = 'OUT_FOR_DELIVERY' | 'DELAYED' | 'ATTEMPTED_DELIVERY' | 'DELIVERED';
