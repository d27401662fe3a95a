/**
 * Every error a caller can get: its stable code, HTTP status and title. Documents and the SDK derive from it.
 */
export const problemCatalogue = {
  // 400
  validation_failed: { status: 400, title: 'The request is not valid' },
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  upload_incomplete: { status: 400, title: 'The upload ended too early' },
  picture_unreadable: { status: 400, title: 'The file is not a picture we take' },
  spreadsheet_unreadable: { status: 400, title: 'The file is not a spreadsheet we can read' },
  bad_request: { status: 400, title: 'The request could not be read' },
  cursor_invalid: {
    status: 400,
    title: 'The cursor is not one this API gave',
    detail: 'Use the `nextCursor` of the page before, unchanged.',
  },
  too_many_labels: { status: 400, title: 'These are more labels than one file holds' },
  cursor_mismatch: { status: 400, title: 'The cursor belongs to another list' },
  // 401
  authentication_required: {
    status: 401,
    title: 'Sign in first',
    detail: 'Send `Authorization: Bearer` with an access token or API key.',
  },
  credentials_invalid: { status: 401, title: 'The e-mail or password is wrong' },
  token_invalid: { status: 401, title: 'The token is not valid any more' },
  shopify_signature_invalid: {
    status: 401,
    title: 'The signature is not Shopify’s',
    detail: 'The body must be signed with the secret of the app, in `X-Shopify-Hmac-Sha256`.',
  },
  // 403
  permission_denied: { status: 403, title: 'Your role does not allow this' },
  signup_closed: { status: 403, title: 'Signing up is closed' },
  sandbox_only: {
    status: 403,
    title: 'This works in a sandbox only',
    detail: 'Sign in to the sandbox of your organization, or use a key of it; it begins with `wb_test_`.',
  },
  order_upload_not_allowed: {
    status: 403,
    title: 'This client may not upload orders',
    detail: 'Your delivery company has not switched on order upload for you. Ask it to, then try again.',
  },
  // 404
  not_found: { status: 404, title: 'Not found', detail: 'There is nothing here under this id.' },
  invitation_invalid: { status: 404, title: 'The invitation cannot be used' },
  shopify_not_connected: {
    status: 404,
    title: 'No such store is connected',
    detail: 'Connect it first: `POST /v1/integrations/shopify/connect`. An owner or admin may.',
  },
  // 409
  already_member: { status: 409, title: 'This person is already a member' },
  owner_required: { status: 409, title: 'A team always has exactly one owner' },
  invitation_not_pending: { status: 409, title: 'The invitation is no longer open' },
  client_archived: { status: 409, title: 'The client is archived' },
  client_already_active: { status: 409, title: 'The client has already signed up' },
  depot_is_main: {
    status: 409,
    title: 'The main depot cannot be deleted',
    detail: 'Make another depot the main one first.',
  },
  external_id_taken: { status: 409, title: 'Another order already has this Id' },
  order_not_editable: { status: 409, title: 'Only drafts can be changed' },
  order_not_submittable: { status: 409, title: 'Only drafts can be submitted' },
  order_not_withdrawable: { status: 409, title: 'This order cannot be withdrawn' },
  order_on_route: {
    status: 409,
    title: 'The order is already on a route',
    detail: 'Take the stop off its route first; what was delivered stays.',
  },
  required_fields_missing: { status: 409, title: 'Required fields are missing' },
  stop_not_assignable: { status: 409, title: 'The stop cannot be added to a route' },
  stop_has_client: { status: 409, title: 'The stop belongs to a client already' },
  stop_not_editable: { status: 409, title: 'The stop can no longer be changed' },
  stop_not_reschedulable: { status: 409, title: 'Only failed stops can be rescheduled' },
  stop_not_returnable: { status: 409, title: 'The stop cannot be returned to its client' },
  stop_not_out_for_delivery: { status: 409, title: 'The stop is not out for delivery' },
  proof_missing: { status: 409, title: 'The proof that is required is missing' },
  proof_full: { status: 409, title: 'The visit has as much proof as one can hold' },
  route_started: { status: 409, title: 'The route has already started' },
  route_not_started: { status: 409, title: 'The route has not started' },
  route_changed: { status: 409, title: 'The stops of the route have changed meanwhile' },
  route_empty: { status: 409, title: 'The route has no stops' },
  route_has_open_stops: { status: 409, title: 'The route still has stops without an attempt' },
  route_full: { status: 409, title: 'The route has as many stops as one can hold' },
  route_completed: { status: 409, title: 'The route is completed' },
  route_being_driven: {
    status: 409,
    title: 'The route is being driven already',
    detail: 'Wait until it is completed: `GET /v1/routes/{id}` says.',
  },
  job_not_retryable: {
    status: 409,
    title: 'This work cannot be tried again',
    detail:
      'A failed import is uploaded again instead. A webhook is sent again while its endpoint is enabled and its delivery kept.',
  },
  import_not_cancellable: { status: 409, title: 'The import has already ended' },
  import_not_fixable: { status: 409, title: 'The import has no rows to fix' },
  import_not_undoable: { status: 409, title: 'The import cannot be undone yet' },
  webhook_endpoint_disabled: {
    status: 409,
    title: 'The webhook endpoint is disabled',
    detail: 'Enable it first: `enabled: true`.',
  },
  webhook_endpoints_full: {
    status: 409,
    title: 'The team has as many webhook endpoints as one can have',
    detail: 'A team can have 50. Delete one that is not used any more.',
  },
  sandbox_exists: { status: 409, title: 'Your organization has a sandbox already' },
  not_in_sandbox: {
    status: 409,
    title: 'A sandbox has no sandbox',
    detail: 'Sign in to your real organization to make one beside it.',
  },
  store_cancelled: {
    status: 409,
    title: 'The store has cancelled this order',
    detail:
      'Its store cancelled this order. Delete the draft, or change it to say that you mean it all the same.',
  },
  order_not_fulfillable: {
    status: 409,
    title: 'The order cannot be marked as fulfilled',
    detail: 'Only delivered orders that came from a store can be.',
  },
  shopify_not_configured: {
    status: 409,
    title: 'Stores cannot be connected here',
    detail: 'Whoever runs this server has to set SHOPIFY_API_KEY and SHOPIFY_API_SECRET first.',
  },
  shopify_access_lost: {
    status: 409,
    title: 'The store no longer lets us in',
    detail: 'The app was removed from the store, or its access ended. Connect the store again.',
  },
  shopify_refused: {
    status: 409,
    title: 'The store declined the request',
    detail:
      'Shopify understood what it was asked and declined. Trying again will not help; tell whoever runs this server.',
  },
  idempotency_in_flight: { status: 409, title: 'The first request with this key is still running' },
  // 410, 412, 413, 415, 416, 422, 429, 431
  cursor_expired: {
    status: 410,
    title: 'What follows this position is no longer kept',
    detail: 'Read what you need to know anew, then go on from the newest event.',
  },
  stale_version: {
    status: 412,
    title: 'The resource has changed since you read it',
    detail: 'Somebody changed this since you read it. Read it again and repeat your change.',
  },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'This content type is not accepted here' },
  range_not_satisfiable: {
    status: 416,
    title: 'The file has no such range',
    detail: 'It begins where the file ends; `Content-Range` tells how long the file is.',
  },
  idempotency_mismatch: { status: 422, title: 'The idempotency key was used with another request' },
  too_many_at_once: { status: 429, title: 'Too many of these at once' },
  rate_limited: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'The path and headers are too large' },
  // 5xx
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Waybill cannot answer this right now' },
  shopify_unavailable: {
    status: 503,
    title: 'The store does not answer right now',
    detail: 'Shopify could not be reached, or asks us to wait. Nothing was changed; try again in a minute.',
  },
  storage_read_only: { status: 503, title: 'Nothing can be stored at present' },
  insufficient_storage: { status: 507, title: 'There is no room left to store this' },
} as const satisfies Record<string, { status: number; title: string; detail?: string }>;

export type ProblemCode = keyof typeof problemCatalogue;

/** One thing wrong in a request; `pointer` is a JSON pointer into the body, or `query/limit`, `row/12/zip`. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** The only kind of error that services throw; the filter turns it into `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors?: FieldProblem[],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get status(): number {
    return problemCatalogue[this.code].status;
  }
}

/**
 * Makes a {@link Problem}: `throw problem('order_not_editable', 'Withdraw the order first.')`. Without a
 * detail the catalogue's text is used.
 */
export function problem(
  code: ProblemCode,
  detail?: string,
  errors?: FieldProblem[],
  headers?: Record<string, string>,
): Problem {
  const usual: { title: string; detail?: string } = problemCatalogue[code];
  return new Problem(code, detail ?? usual.detail ?? usual.title, errors, headers);
}

/** A 400 that lists each field, the first few in its text too. */
export function invalidFields(errors: FieldProblem[]): Problem {
  const named = errors.slice(0, 3).map(({ pointer, detail }) => {
    const isSentence = /^[A-Z].*\.$/s.test(detail);
    return `${pointer || 'the body'}${isSentence ? ': ' : ' '}${isSentence ? detail.slice(0, -1) : detail}`;
  });
  const more = errors.length > 3 ? ` and ${errors.length - 3} more` : '';
  return problem('validation_failed', `${named.join('; ')}${more}.`, errors.slice(0, 100));
}

/** A key as a step of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A 400 about one field of the body that only the database could reject. */
export function invalidField(pointer: string, code: string, detail: string): Problem {
  return invalidFields([{ pointer, code, detail }]);
}

/** The error for an unknown id and for somebody else's, identical to the byte. */
export function notFound(): Problem {
  return problem('not_found');
}
