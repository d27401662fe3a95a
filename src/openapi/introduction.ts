/** What a newcomer reads first: the rules that hold for every operation. */
export const introduction = `
The open client-portal API for delivery teams: clients draft and submit orders, dispatchers put them on routes, drivers deliver them, recipients follow them.

To try it on the documentation page, send **Sign up** or **Sign in**: what you send after that carries your token. The [guide](/docs/guide) tells how it all goes together, from the [first calls](/docs/guide/getting-started) to [every error](/docs/guide/errors).

## Sign-in

\`POST /v1/auth/login\` answers an access token for a few minutes (\`expiresIn\`, in seconds) and a refresh token, which \`POST /v1/auth/refresh\` exchanges once for new ones. Programs use an API key of \`POST /v1/api-keys\`, which lasts until it is revoked and can do what its scopes say.

\`\`\`sh
curl -H "Authorization: Bearer $TOKEN" https://waybill.example.org/v1/orders
curl -u "$API_KEY:" https://waybill.example.org/v1/orders
\`\`\`

A token or key belongs to one team: an **organization** (the delivery company) or one of its **clients**. Each operation says which roles may call it. Ids of other teams do not exist for you: they answer \`not_found\`.

## Errors

Every error is \`application/problem+json\` (RFC 9457). Write programs against \`code\`, which is stable; \`type\` is a page that says what it means and what to do, \`detail\` is for people, and \`requestId\` finds the request in the logs. More codes may be added: treat an unknown one by its status.

\`\`\`json
{
  "type": "https://waybill.example.org/docs/errors/validation_failed",
  "title": "The request is not valid",
  "status": 400,
  "detail": "/address/zip may have 20 characters at most.",
  "code": "validation_failed",
  "requestId": "0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e",
  "errors": [{ "pointer": "/address/zip", "code": "too_big", "detail": "may have 20 characters at most" }]
}
\`\`\`

Actions on many orders answer 200 and say for each id that failed why: \`failed: [{ id, code, detail }]\`.

## Paging

Lists answer \`{ "items": […], "nextCursor": "…" }\`, newest first unless they say otherwise. Send \`nextCursor\` as \`cursor\`, with the same filters, for the next page; it is null on the last. \`limit\` is 1 to 200, by default 50. Cursors are opaque, and what is added meanwhile shifts nothing.

## Finding

Lists of orders and stops, and their exports, take the same filters: \`q\` for any words, a phone number in any spelling or the beginning of a tracking code; \`metadata[key]=value\`; days, moments, states and \`sort\`; stops \`within\` a part of the map, or \`near\` a place, too.

\`\`\`sh
curl -u "$API_KEY:" -G https://waybill.example.org/v1/stops -d assigned=false -d sort=requestedDate \\
  -d within=40.70,-74.02,40.80,-73.93 --data-urlencode 'q=(212) 555-0123' --data-urlencode 'metadata[wave]=7'
\`\`\`

## Less than whole orders

Lists of orders and stops, and single ones, answer all of each. With \`fields\`, once for each property, they answer these and \`id\`, sooner and smaller, as \`application/vnd.waybill.sparse+json\`. What is found stays the same: a \`cursor\` goes on with other \`fields\`, and the \`ETag\` is that of the whole order.

\`\`\`sh
curl -u "$API_KEY:" -G https://waybill.example.org/v1/orders -d view=active -d fields=status -d fields=eta
\`\`\`

## Idempotency

Send an \`Idempotency-Key\` (1 to 255 characters, new for each new request) with a POST, and it takes effect once however often it is sent. For 24 hours the same key and body get the first answer again, with \`Idempotency-Replayed: true\`. While the first is still running the answer is \`idempotency_in_flight\`; another body is \`idempotency_mismatch\`. Answers with 400, 413, 415, 429 or 5xx are not kept: send the corrected request under the same key.

## Concurrency

Single resources come with an \`ETag\`. Send it as \`If-Match\` with PATCH, PUT or DELETE, and a change that somebody else made since is not overwritten: the answer is \`stale_version\`. Without \`If-Match\` the last writer wins.

\`\`\`sh
curl -X PATCH -H 'If-Match: "7"' -H 'Content-Type: application/json' -u "$API_KEY:" \\
  -d '{ "packageCount": 2 }' https://waybill.example.org/v1/orders/$ID
\`\`\`

## Versions

\`/v1\` is the version. Within it, properties, values, codes and operations may be added, so ignore what you do not know; nothing is removed or changes its meaning. In requests, unknown fields are refused, so that a typing error does not go unseen. Ids are UUIDs, times RFC 3339 in UTC, coordinates WGS 84 degrees.

## Limits

Each caller, and each team together, has a number of requests a minute: \`RateLimit\` says what is left, \`RateLimit-Policy\` the limit. Past it the answer is 429 \`rate_limited\` with \`Retry-After\` in seconds. JSON bodies may have 2 MiB, lists of ids 1,000 entries, spreadsheets by default 50 MiB and 500,000 rows. On 503 and 507 wait for \`Retry-After\` and send the same again.
`.trim();
