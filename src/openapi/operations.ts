import {
  DECLARED,
  honoursIfMatch,
  problemsOf,
  takesIdempotencyKey,
  type EndpointFacts,
} from '../auth/access/endpoint-options.js';
import { sparseJson } from '../common/schemas/fields.js';
import { maxKeyLength } from '../idempotency/idempotency-store.js';
import type { Operation, Parameter, Reference, Response } from './document-types.js';
import { partHeaders, successHeaders, unchangedHeaders } from './headers.js';
import type { ProblemResponses } from './problem-responses.js';

export const parameterComponents = {
  'Idempotency-Key': {
    in: 'header' as const,
    name: 'Idempotency-Key',
    required: false,
    description:
      'Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.',
    schema: { type: 'string', minLength: 1, maxLength: maxKeyLength },
    example: '5f0c2b1e-6b1f-4c53-9a57-0f5b8d6c4e21',
  },
  'If-Match': {
    in: 'header' as const,
    name: 'If-Match',
    required: false,
    description:
      'The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.',
    schema: { type: 'string', maxLength: 1000 },
    example: '"7"',
  },
  'Last-Event-ID': {
    in: 'header' as const,
    name: 'Last-Event-ID',
    required: false,
    description:
      'The id of the last event that came; the stream goes on with the next one. All zeros: with the oldest event that is kept.',
    schema: { type: 'string', format: 'uuid' },
    example: '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e',
  },
};

/** Writes what the operation's `@Endpoint` declares into it: its parameters, headers and problems. */
export function declare(method: string, operation: Operation, problems: ProblemResponses): void {
  const declared = operation as Operation & { [DECLARED]?: EndpointFacts };
  const facts = declared[DECLARED]!;
  delete declared[DECLARED];
  operation.security ??= [];
  operation.parameters = [
    ...(operation.parameters ?? []).map(withStyle),
    ...(honoursIfMatch(facts) ? [{ $ref: '#/components/parameters/If-Match' }] : []),
    ...(facts.header ? [{ $ref: `#/components/parameters/${facts.header}` }] : []),
    ...(takesIdempotencyKey(method, facts) ? [{ $ref: '#/components/parameters/Idempotency-Key' }] : []),
  ];
  const success = withSparse(operation.responses, facts);
  operation.responses = {
    [facts.status]: { ...success, headers: successHeaders(method, facts) },
    ...(facts.later !== undefined && {
      202: {
        ...success,
        description: facts.later,
        headers: successHeaders(method, { ...facts, sendsLocation: true }),
      },
    }),
    ...(facts.ranges && {
      206: { ...success, description: 'The part that `Range` asked for.', headers: partHeaders(facts) },
      304: {
        description: 'It has not changed since the `ETag` in `If-None-Match`.',
        headers: unchangedHeaders(facts),
      },
    }),
    ...problems.of(problemsOf(method, bodyOf(operation), facts)),
  };
}

/** The success, with the body of answers to `fields`, which decorators left at the default, under its own media type. */
function withSparse(responses: Operation['responses'], { status, isSparse }: EndpointFacts): Response {
  const success = responses[status] as Response;
  if (!isSparse) return success;
  const { content } = responses.default as Response;
  return { ...success, content: { ...success.content, [sparseJson]: content!['application/json']! } };
}

/** Fields of an object are parameters of their own: `metadata[key]=value`. */
function withStyle(parameter: Parameter | Reference): Parameter | Reference {
  const isObject = 'in' in parameter && parameter.in === 'query' && parameter.schema?.type === 'object';
  return isObject ? { ...parameter, style: 'deepObject', explode: true } : parameter;
}

function bodyOf({ requestBody }: Operation) {
  if (!requestBody) return undefined;
  return 'application/json' in (requestBody.content ?? {}) ? 'json' : 'upload';
}
