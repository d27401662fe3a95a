import type { Catalogue } from './entry.js';

/** 409 of stores and of the orders that come from them. */
export const storeProblems = {
  store_cancelled: {
    status: 409,
    title: 'The store has cancelled this order',
    detail:
      'Its store cancelled this order. Delete the draft, or change it to say that you mean it all the same.',
    meaning:
      'The order came from a store, and was cancelled there since; most likely nobody waits for it any more.',
    remedy: 'Delete the draft. To have it delivered all the same, change anything in it, then submit it.',
  },
  order_not_fulfillable: {
    status: 409,
    title: 'The order cannot be marked as fulfilled',
    detail: 'Only delivered orders that came from a store can be.',
    meaning: 'It came from no store, or it has not been delivered yet.',
    remedy: 'Wait until it is delivered; with `autoFulfill` the store is told then by itself.',
  },
  shopify_not_configured: {
    status: 409,
    title: 'Stores cannot be connected here',
    detail: 'Whoever runs this server has to set SHOPIFY_API_KEY and SHOPIFY_API_SECRET first.',
    meaning: 'Stores are connected by an app at Shopify, and this server knows of none.',
    remedy:
      'Whoever runs this server sets `SHOPIFY_API_KEY` and `SHOPIFY_API_SECRET`, or `SHOPIFY_STUB_URL` to try it without an account.',
  },
  shopify_access_lost: {
    status: 409,
    title: 'The store no longer lets us in',
    detail: 'The app was removed from the store, or its access ended. Connect the store again.',
    meaning: 'The app was removed from the store, or its access ended without being renewed.',
    remedy:
      'An owner or admin of the client connects the store again. Orders that were taken over stay as they are.',
  },
  shopify_refused: {
    status: 409,
    title: 'The store declined the request',
    detail:
      'Shopify understood what it was asked and declined. Trying again will not help; tell whoever runs this server.',
    meaning:
      'Shopify understood what it was asked and declined: most likely it has not approved this server’s app to read customers’ data.',
    remedy:
      'The same once more is declined again. Whoever runs this server looks into the log, and asks Shopify for the approval where that is lacking.',
  },
} as const satisfies Catalogue;
