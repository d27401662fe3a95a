import type { Catalogue } from './entry.js';

/** What depends on other requests: repeated, outdated, too large, too many. */
export const conditionProblems = {
  idempotency_in_flight: {
    status: 409,
    title: 'The first request with this key is still running',
    meaning: 'The same `Idempotency-Key` came a second time before the first request was answered.',
    remedy: 'Wait for `Retry-After`, then send the same again: the answer is that of the first request.',
  },
  cursor_expired: {
    status: 410,
    title: 'What follows this position is no longer kept',
    detail: 'Read what you need to know anew, then go on from the newest event.',
    meaning: 'Events are kept for a time only, and some of those after this position may be gone.',
    remedy: 'Read the orders you care about anew, then follow the events from the newest one on.',
  },
  stale_version: {
    status: 412,
    title: 'The resource has changed since you read it',
    detail: 'Somebody changed this since you read it. Read it again and repeat your change.',
    meaning:
      'The `If-Match` of the request names an older version, so the change would have overwritten another.',
    remedy:
      'Read the resource again, see whether your change still makes sense, and send it with the new `ETag`.',
  },
  too_large: {
    status: 413,
    title: 'The request is too large',
    meaning:
      'The body or the file has more bytes than this call takes; `detail` names the limit where it is known.',
    remedy: 'Divide it into several requests, or make the file smaller.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'This content type is not accepted here',
    meaning: 'The `Content-Type` of the request is none that this call reads.',
    remedy: 'Send JSON as `application/json`, and files as `multipart/form-data` in the field `file`.',
  },
  range_not_satisfiable: {
    status: 416,
    title: 'The file has no such range',
    detail: 'It begins where the file ends; `Content-Range` tells how long the file is.',
    meaning: 'The part of the file that `Range` asks for lies behind its end.',
    remedy: 'Compare with the length in `Content-Range`; a file that you hold whole needs no other part.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'The idempotency key was used with another request',
    meaning: 'This `Idempotency-Key` came with another path or body before, so it is unclear which is meant.',
    remedy: 'Make a new key for each new request, and keep it only for repeating the very same one.',
  },
  too_many_at_once: {
    status: 429,
    title: 'Too many of these at once',
    meaning:
      'Your team has as many of these running as it may, or this server as many as it can: previews, downloads, plans, event streams.',
    remedy: 'Wait for `Retry-After`, or let one of yours come to its end first.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    meaning: 'The caller or its team has sent more requests than it may, or too many sign-ins have failed.',
    remedy: 'Wait as many seconds as `Retry-After` says. `RateLimit` in each answer tells what is left.',
  },
  headers_too_large: {
    status: 431,
    title: 'The path and headers are too large',
    meaning: 'Path, query and headers together have more than 16 KiB.',
    remedy:
      'Send long lists of ids in the body of a call that takes them, and no cookies that are not needed.',
  },
} as const satisfies Catalogue;
