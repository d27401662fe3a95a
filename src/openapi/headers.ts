import { eventStream, takesIdempotencyKey, type EndpointFacts } from '../auth/access/endpoint-options.js';
import { problemCatalogue, type ProblemCode } from '../common/problems/problems.js';
import type { Reference } from './document-types.js';

const text = (example: string) => ({ schema: { type: 'string' }, example });

/** Every header that the API sends beyond those of HTTP's own transport. */
export const headerComponents = {
  'X-Request-Id': {
    description:
      'The id of this request in logs and problems: the one that was sent as `X-Request-Id`, or a new one.',
    required: true,
    ...text('0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e'),
  },
  'Cache-Control': {
    description:
      'Answers are private to their caller and may not be stored, except files behind signed URLs while those last.',
    required: true,
    ...text('no-store'),
  },
  RateLimit: {
    description:
      'What is left of the limit that is nearest: `r` requests, and all of them again after `t` seconds.',
    ...text('"default";r=598;t=41'),
  },
  'RateLimit-Policy': {
    description:
      'The limit that `RateLimit` counts: `q` requests in `w` seconds, of this caller (`default`) or its whole team (`team`).',
    ...text('"default";q=600;w=60'),
  },
  'Retry-After': {
    description: 'Seconds to wait before the request is sent again.',
    required: true,
    schema: { type: 'integer', format: 'int32', minimum: 1 },
    example: 12,
  },
  'Retry-After-In-Flight': {
    description: 'With `idempotency_in_flight` alone: seconds to wait before the request is sent again.',
    schema: { type: 'integer', format: 'int32', minimum: 1 },
    example: 1,
  },
  'Idempotency-Replayed': {
    description: '`true` when this is the kept answer to an earlier request with the same `Idempotency-Key`.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  'WWW-Authenticate': {
    description: 'How to sign in; `error="invalid_token"` when a token was sent that is not valid any more.',
    required: true,
    ...text('Bearer realm="waybill", error="invalid_token"'),
  },
  ETag: {
    description: 'The version of this resource, for `If-Match`.',
    required: true,
    ...text('"7"'),
  },
  'ETag-Of-File': {
    description: 'Changes with the content, for `If-None-Match` and `If-Range`.',
    required: true,
    ...text('"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"'),
  },
  'Accept-Ranges': {
    description: 'That a single part can be asked for with `Range`.',
    required: true,
    ...text('bytes'),
  },
  'Content-Range': {
    description: 'Which bytes these are, and of how many.',
    required: true,
    ...text('bytes 0-1023/48213'),
  },
  Location: {
    description: 'Where the new resource is, without scheme and host.',
    required: true,
    ...text('/v1/orders/0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e'),
  },
  'X-Accel-Buffering': {
    description: '`no`: proxies are to pass on each event as it comes.',
    required: true,
    ...text('no'),
  },
  'Content-Disposition': {
    description: 'The name under which the file may be saved.',
    required: true,
    ...text('attachment; filename="orders-template.csv"'),
  },
};

type HeaderComponent = keyof typeof headerComponents;
type HeaderReferences = Record<string, Reference>;

/** @param names of the headers; a component with another name is given as `[name, component]` */
function references(names: (HeaderComponent | [string, HeaderComponent])[]): HeaderReferences {
  return Object.fromEntries(
    names.map((name) => {
      const [header, component] = typeof name === 'string' ? [name, name] : name;
      return [header, { $ref: `#/components/headers/${component}` }];
    }),
  );
}

const everywhere = ['X-Request-Id', 'Cache-Control'] as const;
const counted = ['RateLimit', 'RateLimit-Policy'] as const;

export function successHeaders(method: string, facts: EndpointFacts): HeaderReferences {
  return references([
    ...everywhere,
    ...(facts.unlimited ? [] : counted),
    ...(facts.etag ? (['ETag'] as const) : []),
    ...(facts.ranges
      ? (['Accept-Ranges', ['ETag', 'ETag-Of-File']] as ['Accept-Ranges', [string, HeaderComponent]])
      : []),
    ...(facts.sendsLocation ? (['Location'] as const) : []),
    ...(takesIdempotencyKey(method, facts) ? (['Idempotency-Replayed'] as const) : []),
    ...(facts.produces === eventStream
      ? (['X-Accel-Buffering'] as const)
      : facts.produces
        ? (['Content-Disposition'] as const)
        : []),
  ]);
}

/** The headers of a part of a file, and of a file that has not changed. */
export function partHeaders(facts: EndpointFacts): HeaderReferences {
  return { ...successHeaders('get', facts), ...references(['Content-Range']) };
}

export function unchangedHeaders({ produces: _produces, ...facts }: EndpointFacts): HeaderReferences {
  return successHeaders('get', facts);
}

/** Answers with these statuses are kept for their idempotency key. */
const kept = [401, 403, 404, 409];
const laterAgain = [429, 503, 507];

/** The headers of a response with one of these problems, which share a status. */
export function problemHeaders(codes: readonly ProblemCode[]): HeaderReferences {
  const { status } = problemCatalogue[codes[0]!];
  return references([
    ...everywhere,
    ...counted,
    ...(kept.includes(status) ? (['Idempotency-Replayed'] as const) : []),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ...(laterAgain.includes(status) ? (['Retry-After'] as const) : []),
    ...(status === 416 ? (['Content-Range'] as const) : []),
    ...(codes.includes('idempotency_in_flight')
      ? ([['Retry-After', 'Retry-After-In-Flight']] as [string, HeaderComponent][])
      : []),
  ]);
}
