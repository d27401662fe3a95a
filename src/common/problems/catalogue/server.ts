import type { Catalogue } from './entry.js';

/** 5xx: nothing the request could change. */
export const serverProblems = {
  internal_error: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'This is a fault of Waybill’s own; it has been logged under the `requestId`.',
    remedy: 'Try once more. If it happens again, tell whoever runs this server the `requestId`.',
  },
  unavailable: {
    status: 503,
    title: 'Waybill cannot answer this right now',
    meaning: 'The database is away or busy, or the server is stopping. Nothing is wrong with the request.',
    remedy:
      'Wait for `Retry-After` and send the same again; a POST under the same `Idempotency-Key`, so that it takes effect once.',
  },
  shopify_unavailable: {
    status: 503,
    title: 'The store does not answer right now',
    detail: 'Shopify could not be reached, or asks us to wait. Nothing was changed; try again in a minute.',
    meaning: 'Shopify could not be reached, or asked us to wait. Nothing was changed.',
    remedy: 'Try again in a minute.',
  },
  storage_read_only: {
    status: 503,
    title: 'Nothing can be stored at present',
    meaning: 'The disk or the database of this server takes no changes; reading works.',
    remedy:
      'Tell whoever runs this server: permissions or a mount need their hand. Then send the same again.',
  },
  insufficient_storage: {
    status: 507,
    title: 'There is no room left to store this',
    meaning: 'The disk of this server or of its database is full.',
    remedy:
      'Whoever runs this server has to make room first. Nothing was stored, so send the same again then.',
  },
} as const satisfies Catalogue;
