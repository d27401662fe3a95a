import type { Catalogue } from './entry.js';

/** 401, 403 and 404: who calls, what they may do, and what is there for them. */
export const accessProblems = {
  authentication_required: {
    status: 401,
    title: 'Sign in first',
    detail: 'Send `Authorization: Bearer` with an access token or API key.',
    meaning: 'This call is not public, and the request brought no credentials.',
    remedy:
      'Send `Authorization: Bearer` with the access token of a sign-in, or with an API key; keys also work as the user name of HTTP Basic.',
  },
  credentials_invalid: {
    status: 401,
    title: 'The e-mail or password is wrong',
    meaning: 'No account has this e-mail with this password. Which of the two is wrong is never told.',
    remedy: 'Check both, or have the password reset: `POST /v1/auth/password-reset`.',
  },
  token_invalid: {
    status: 401,
    title: 'The token is not valid any more',
    meaning:
      'The access token, refresh token, API key or link has expired, was used or revoked, or its person has left the team.',
    remedy:
      'Exchange the refresh token at `POST /v1/auth/refresh`; where that fails, sign in again. A revoked key needs a new one.',
  },
  shopify_signature_invalid: {
    status: 401,
    title: 'The signature is not Shopify’s',
    detail: 'The body must be signed with the secret of the app, in `X-Shopify-Hmac-Sha256`.',
    meaning:
      'What claims to come from Shopify is not signed with the secret of the app that stores are connected by.',
    remedy:
      'Whoever runs this server compares `SHOPIFY_API_SECRET` with the secret of the app at Shopify. Nobody but Shopify should call this.',
  },
  permission_denied: {
    status: 403,
    title: 'Your role does not allow this',
    meaning:
      'We know who you are, but your role in the team, or the scopes of the API key, do not include this.',
    remedy:
      'Ask an owner or admin of your team to do it or to change your role; for a key, make one with the scope that `detail` names.',
  },
  signup_closed: {
    status: 403,
    title: 'Signing up is closed',
    meaning: 'Whoever runs this server makes new delivery companies by themselves: `SIGNUP_ENABLED` is off.',
    remedy: 'Ask them for an invitation. Invitations from a company that is here already work as ever.',
  },
  sandbox_only: {
    status: 403,
    title: 'This works in a sandbox only',
    detail: 'Sign in to the sandbox of your organization, or use a key of it; it begins with `wb_test_`.',
    meaning:
      'Driving routes by themselves, moving the clock and the outbox exist in sandboxes, never with real orders.',
    remedy:
      'Make a sandbox by `POST /v1/organization/sandbox`, then call with its key or sign in to your membership there.',
  },
  order_upload_not_allowed: {
    status: 403,
    title: 'This client may not upload orders',
    detail: 'Your delivery company has not switched on order upload for you. Ask it to, then try again.',
    meaning:
      'The delivery company decides which clients may make orders themselves, and this one may not yet.',
    remedy:
      'Ask the delivery company to switch it on: its dispatchers set `allowOrderUpload` of the client to true.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing here under this id.',
    meaning:
      'There is no such path, or nothing under this id that is yours. What belongs to others looks as if it were not there.',
    remedy:
      'Check the path and the id, and whether you call as the right team: a token or key sees one team only.',
  },
  invitation_invalid: {
    status: 404,
    title: 'The invitation cannot be used',
    meaning:
      'It was accepted or revoked, has expired, was replaced by a newer one, or its link is incomplete.',
    remedy: 'Take the newest link you were sent, whole. Otherwise ask whoever invited you to do it again.',
  },
  shopify_not_connected: {
    status: 404,
    title: 'No such store is connected',
    detail: 'Connect it first: `POST /v1/integrations/shopify/connect`. An owner or admin may.',
    meaning: 'The client has no store connected, or not the one that the request names.',
    remedy: 'An owner or admin of the client connects it: `POST /v1/integrations/shopify/connect`.',
  },
} as const satisfies Catalogue;
