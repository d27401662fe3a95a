import type { Catalogue } from './entry.js';

/** 409 of imports, jobs, webhooks and sandboxes. */
export const workProblems = {
  job_not_retryable: {
    status: 409,
    title: 'This work cannot be tried again',
    detail:
      'A failed import is uploaded again instead. A webhook is sent again while its endpoint is enabled and its delivery kept.',
    meaning:
      'The work has not failed for good, or what it needs is gone: the file of an import, a webhook’s endpoint.',
    remedy:
      'Upload the file of an import again. Enable the endpoint of a webhook first: `PATCH /v1/webhook-endpoints/{id}`.',
  },
  import_not_cancellable: {
    status: 409,
    title: 'The import has already ended',
    meaning: 'It was read to its end, well or not, before the cancelling came.',
    remedy: 'Take back what it made, while that is still drafts: `POST /v1/order-imports/{id}/undo`.',
  },
  import_not_fixable: {
    status: 409,
    title: 'The import has no rows to fix',
    meaning:
      'It has no rejected rows, was a dry run, was undone, or no row has an answer to all of its errors.',
    remedy:
      'Accept the proposed fix of each error of a row or give its value; or correct the rejected rows in the spreadsheet and upload those.',
  },
  import_not_undoable: {
    status: 409,
    title: 'The import cannot be undone yet',
    meaning: 'It is still being read.',
    remedy: 'Cancel it, or wait for its end, then undo it.',
  },
  webhook_endpoint_disabled: {
    status: 409,
    title: 'The webhook endpoint is disabled',
    detail: 'Enable it first: `enabled: true`.',
    meaning:
      'Somebody switched it off, it answered 410, or it failed for too long; `disabledReason` says which.',
    remedy:
      'See that the receiver answers, then send `enabled: true` by `PATCH /v1/webhook-endpoints/{id}`, and have the missed ones sent by `…/recover`.',
  },
  webhook_endpoints_full: {
    status: 409,
    title: 'The team has as many webhook endpoints as one can have',
    detail: 'A team can have 50. Delete one that is not used any more.',
    meaning: 'Each event goes to every endpoint, so their number is limited.',
    remedy: 'Delete an endpoint that nobody needs, or let one receiver pass the events on.',
  },
  sandbox_exists: {
    status: 409,
    title: 'Your organization has a sandbox already',
    meaning: 'Each organization has one sandbox, and this one was made before.',
    remedy: 'Sign in to it with the `membershipId` that `detail` names, or ask its owner to invite you.',
  },
  not_in_sandbox: {
    status: 409,
    title: 'A sandbox has no sandbox',
    detail: 'Sign in to your real organization to make one beside it.',
    meaning: 'The request came from a sandbox already.',
    remedy: 'Go on where you are: everything can be tried here.',
  },
} as const satisfies Catalogue;
