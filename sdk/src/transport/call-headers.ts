import { setHeader } from './argument.js';
import type { CallOptions } from './call-options.js';
import type { CallSpec, SentBody } from './call-spec.js';
import { json } from './read.js';
import { definedEntries } from './request-parts.js';
import { userAgent, uuid } from './runtime.js';

/** Signing in needs no token; its answers are neither remembered by key nor renewed. */
export const isSignIn = (url: string) => url.startsWith('/v1/auth/');

/** What all tries of a call send alike, its idempotency key among it. */
export function callHeaders(
  spec: CallSpec,
  options: CallOptions,
  body: SentBody | undefined,
  isSignedIn: boolean,
): Headers {
  const headers = new Headers();
  const agent = userAgent();
  if (agent !== undefined) headers.set('user-agent', agent);
  headers.set('accept', [spec.accept || json, '*/*;q=0.5'].join(', '));
  if (body?.type !== undefined) headers.set('content-type', body.type);
  for (const [name, value] of definedEntries<string>(spec.headers)) setHeader(headers, name, value);
  const key = headers.get('idempotency-key') ?? idempotencyKey(spec, options, isSignedIn);
  if (key !== undefined) setHeader(headers, 'idempotency-key', key);
  if (options.ifMatch !== undefined) setHeader(headers, 'if-match', options.ifMatch);
  return headers;
}

function idempotencyKey({ method, url }: CallSpec, options: CallOptions, isSignedIn: boolean) {
  if (method === 'GET' || method === 'HEAD') return undefined;
  const isKept = method === 'POST' && isSignedIn && !isSignIn(url);
  return options.idempotencyKey ?? (isKept ? uuid() : undefined);
}
