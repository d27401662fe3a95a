import type { NestInterceptor, Type } from '@nestjs/common';
import { z } from 'zod';
import type { ProblemCode } from '../../common/problems/problems.js';
import type { Permission } from './permissions.js';

export const ENDPOINT = Symbol('ENDPOINT');

/** Under this extension the document finds what each operation declares. */
export const DECLARED = 'x-declared';

/** Content type of a success that never ends by itself: server-sent events. */
export const eventStream = 'text/event-stream';

interface UploadField {
  description: string;
  enum?: string[];
  default?: string;
  example?: string;
  required?: boolean;
}

export interface EndpointOptions {
  /** Who may call; `public` needs no credentials. */
  permission: Permission | 'public';
  summary: string;
  /** What it does beyond what the summary says, and what to know before calling it. */
  description: string;
  /** What a success answers, in words; without a response, what has happened. */
  returns: string;
  /** What the SDK calls it, where its operationId without its tag's name would not do; `me.update` names another resource. */
  sdkName?: string;
  /** Body of the success response; without one the status is 204. */
  response?: z.ZodType;
  /** Body of the success response where `fields` asked for less; it has a media type of its own. */
  sparse?: z.ZodType;
  /** Success status; default 200 with a response, 204 without. */
  status?: number;
  /** Error codes besides those that every endpoint may return. With `stale_version`, If-Match is honoured. */
  errors?: readonly ProblemCode[];
  /** Sends the version of what is returned as ETag. */
  etag?: boolean;
  /** The path under which what it returns is found by its id, when that is not the path of the request. */
  location?: string;
  /** Content type of the success response when it is not JSON. */
  produces?: string | string[];
  /** What it produces is a file with a strong ETag, of which a part may be asked for. */
  ranges?: boolean;
  /** A header of its own that it takes, as the document's component describes it. */
  header?: 'Last-Event-ID';
  /** A multipart upload: its `file` and these text fields. */
  upload?: { file: string; fields?: Record<string, UploadField> };
  /** A POST that changes nothing, and so takes no Idempotency-Key. */
  safe?: boolean;
  /** Asks another system first: with an Idempotency-Key its transaction opens when it says so, by `BeginWork`. */
  asksFirst?: boolean;
  /** All that it does is one change by `TenantChanges.together`: with Idempotency-Keys several may share a transaction. */
  sharesWork?: boolean;
  /** What it answers in words where it is accepted for later, with status 202 and the same body as else. */
  later?: string;
  interceptors?: Type<NestInterceptor>[];
  /** Not rate limited, for probes. */
  unlimited?: boolean;
}

/** What the document is told of a declaration; it copies what it is told, which schemas do not survive. */
export interface EndpointFacts extends Pick<
  EndpointOptions,
  'permission' | 'errors' | 'etag' | 'produces' | 'ranges' | 'header' | 'safe' | 'later' | 'unlimited'
> {
  status: number;
  sendsLocation: boolean;
  isSparse: boolean;
}

export function factsOf(options: EndpointOptions): EndpointFacts {
  const { permission, errors, etag, produces, ranges, header, safe, later, unlimited } = options;
  const told = { permission, errors, etag, produces, ranges, header, safe, later, unlimited };
  return {
    ...told,
    status: successStatus(options),
    sendsLocation: sendsLocation(options),
    isSparse: options.sparse !== undefined,
  };
}

// What follows from a declaration: the server acts by these rules, and the document is written by them.

export function successStatus({ status, response, produces }: EndpointOptions): number {
  return status ?? (response || produces ? 200 : 204);
}

/** Public operations have no tenant to scope keys by, and their responses contain tokens. */
export function takesIdempotencyKey(
  method: string,
  { permission, safe }: Pick<EndpointOptions, 'permission' | 'safe'>,
): boolean {
  return method.toUpperCase() === 'POST' && permission !== 'public' && !safe;
}

export function honoursIfMatch({ errors = [] }: Pick<EndpointOptions, 'errors'>): boolean {
  return errors.includes('stale_version');
}

/** Whether it makes something that has an id, and answers its URL. */
export function sendsLocation(options: EndpointOptions): boolean {
  const status = successStatus(options);
  return (status === 201 || status === 202) && hasId(options.response);
}

function hasId(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject && 'id' in schema.shape;
}

const everywhere: ProblemCode[] = [
  'validation_failed',
  'rate_limited',
  'internal_error',
  'unavailable',
  'storage_read_only',
  'insufficient_storage',
];
const signedIn: ProblemCode[] = ['authentication_required', 'token_invalid', 'permission_denied'];
const withBody: ProblemCode[] = ['too_large', 'unsupported_media_type'];
const withKey: ProblemCode[] = ['idempotency_in_flight', 'idempotency_mismatch'];

/** Every error that an operation may answer. */
export function problemsOf(
  method: string,
  body: 'json' | 'upload' | undefined,
  options: Pick<EndpointOptions, 'permission' | 'safe' | 'errors'>,
): ProblemCode[] {
  return [
    ...new Set([
      ...everywhere,
      ...(options.permission === 'public' ? [] : signedIn),
      ...(options.errors ?? []),
      ...(body === 'json' ? (['malformed_json'] as const) : []),
      ...(body ? withBody : []),
      ...(takesIdempotencyKey(method, options) ? withKey : []),
    ]),
  ];
}
