import { maxCrashes } from './job-map.js';

/** Why a receiver of webhooks did not take a message. */
export const receiverFailures = {
  target_refused: 'The URL leads to a private address, to which nothing is sent.',
  name_not_found: 'The receiver’s name was not found.',
  connection_refused: 'The receiver refused the connection.',
  connection_failed: 'No connection to the receiver came about, it broke, or what came was no HTTP.',
  tls_failed:
    'The receiver’s certificate is not valid, its intermediate certificate is missing, or it does not speak TLS 1.2.',
  timeout: 'The receiver did not answer within 15 seconds, or could not be connected to within 5.',
  redirected: 'The receiver answered with a redirect, which is not followed.',
  refused_by_receiver: 'The receiver answered, but not with 2xx.',
} as const;

export type ReceiverFailure = keyof typeof receiverFailures;

/** Why work was given up, in words for those whose work it is. Never what an error says: it may name what is another's. */
export const failureReasons = {
  crashed: `The server stopped ${maxCrashes} times while it was working on this.`,
  mail_not_taken: 'The mail server did not take the mail, however often it was tried.',
  store_unavailable: 'Shopify did not answer, or asked us to wait, however often it was tried.',
  store_access_lost: 'The store no longer lets us in. It has to be connected again.',
  store_refused: 'Shopify declined what it was asked, or a part of it.',
  store_not_permitted:
    'The store has not granted what this takes. It has to be connected again, and grant what it is asked for.',
  unexpected: 'It failed again and again by an error on our side.',
  ...receiverFailures,
} as const;

export type FailureKind = keyof typeof failureReasons;

/** The kind of failure that an error says it is. */
export function failureOf(error: unknown): FailureKind {
  const { failure } = (error ?? {}) as { failure?: FailureKind };
  return failure !== undefined && failure in failureReasons ? failure : 'unexpected';
}
