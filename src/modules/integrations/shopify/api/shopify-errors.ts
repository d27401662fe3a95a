import type { FailureKind } from '../../../../jobs/job-failures.js';
import { problem } from '../../../../common/problems/problems.js';

const kept = (failure: FailureKind) => failure;

/**
 * Shopify cannot be asked now: it was not reached, is at fault, or wants us to wait. Whether a mutation took place
 * is not known: read it before it is repeated.
 */
export class ShopifyUnavailable extends Error {
  readonly failure = kept('store_unavailable');

  constructor(
    message: string,
    /** Not before then. */
    readonly retryAfterSeconds = 60,
  ) {
    super(message);
    this.name = 'ShopifyUnavailable';
  }
}

/** `Retry-After` in seconds, as Shopify gives it: `2.0`; of no use where it is none, or nothing. */
export function secondsAsked(retryAfter: string | number | null | undefined): number | undefined {
  const seconds = Number.parseFloat(String(retryAfter));
  return seconds > 0 ? Math.min(seconds, 3_600) : undefined;
}

/** The store lets us in no more, whatever is tried: it has to be connected again. */
export class ShopifyAccessLost extends Error {
  readonly failure = kept('store_access_lost');

  constructor(message = 'The store refuses its tokens, or is not connected any more') {
    super(message);
    this.name = 'ShopifyAccessLost';
  }
}

/** Shopify understood and declined; the same once more is declined again. */
export class ShopifyRefused extends Error {
  readonly failure = kept('store_refused');

  constructor(
    readonly messages: string[],
    /** By Shopify’s names, such as `ACCESS_DENIED`; none where it gave none. */
    readonly codes: string[] = [],
    /** What it answered all the same, e.g. an order without the fields that we may not read. */
    readonly data?: unknown,
  ) {
    super(`Shopify declined: ${messages.join('; ')}`);
    this.name = 'ShopifyRefused';
  }
}

/** A store’s own words, for people. */
export const storeSays = (messages: readonly string[]) => `The store says: ${messages.join('; ')}`;

/** What callers are told of it: a {@link Problem} where there is one, else the error as it is. */
export function problemOfShopify(error: unknown): unknown {
  if (error instanceof ShopifyUnavailable)
    return problem('shopify_unavailable', undefined, undefined, {
      'retry-after': String(Math.ceil(error.retryAfterSeconds)),
    });
  if (error instanceof ShopifyAccessLost) return problem('shopify_access_lost');
  if (error instanceof ShopifyRefused && error.codes.includes('ACCESS_DENIED'))
    return problem(
      'shopify_access_lost',
      'The store has not granted all that this needs. Connect it again, and grant what it asks for.',
    );
  return error;
}
