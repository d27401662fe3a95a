import type { FieldProblem } from './generated/models/FieldProblem.js';
import type { ProblemCodes } from './generated/models/ProblemCode.js';

/** Codes of answers that are not the API's: usually something between here and the API. */
export type UnexpectedAnswerCode =
  'answer_not_readable' | 'answer_of_wrong_type' | 'answer_too_large' | 'redirected' | 'cursor_repeated';

/** Codes of calls that cannot be sent as they are. */
export type ArgumentCode = 'argument_invalid' | 'file_not_readable';

/** The API's codes, and those of calls that got no usable answer. */
export type ErrorCode =
  | ProblemCodes[keyof ProblemCodes]
  | UnexpectedAnswerCode
  | ArgumentCode
  | 'connection_failed'
  | 'timeout'
  | 'aborted'
  | 'unknown';

export interface ErrorParts {
  /** HTTP status; 0 when there was no answer. */
  status: number;
  /** Stable: write your programs against it. */
  code: string;
  /** A sentence for people: what is wrong and what to do next. */
  detail: string;
  /** Names the request in the server's log. */
  requestId?: string | undefined;
  /** What is wrong field by field. */
  errors?: FieldProblem[] | undefined;
  headers?: Headers | undefined;
  cause?: unknown;
}

/**
 * An answer that says no, or a call that got no usable answer.
 * @typeParam Code the codes it may have; a newer API may answer others, so keep a default branch
 */
export class WaybillError<Code extends string = ErrorCode | (string & {})> extends Error {
  override name = 'WaybillError';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Stable: write your programs against it. */
  readonly code: Code;
  /** A sentence for people: what is wrong and what to do next. */
  readonly detail: string;
  /** Names the request in the server's log. */
  readonly requestId: string | undefined;
  /** What is wrong field by field: `pointer`, `code` and `detail` of each. */
  readonly errors: FieldProblem[];
  /** The answer's headers. */
  readonly headers: Headers;

  constructor({ status, code, detail, requestId, errors, headers, cause }: ErrorParts) {
    super(`${status ? `${status} ` : ''}${code}: ${detail}`, { cause });
    this.status = status;
    this.code = code as Code;
    this.detail = detail;
    this.requestId = requestId;
    this.errors = errors ?? [];
    this.headers = headers ?? new Headers();
  }

  /** Seconds the server asks to wait before another try. */
  get retryAfter(): number | undefined {
    return retryAfterOf(this.headers);
  }
}

/** 400, 413, 415, 422 and the like: the request itself has to change. `errors` says where. */
export class ValidationError extends WaybillError<ProblemCodes[400 | 413 | 415 | 422 | 431] | 'unknown'> {
  override name = 'ValidationError' as const;
}

/** 401: sign in, or send another token or key. */
export class AuthenticationError extends WaybillError<ProblemCodes[401]> {
  override name = 'AuthenticationError' as const;
}

/** 403: signed in, but not allowed. */
export class PermissionError extends WaybillError<ProblemCodes[403]> {
  override name = 'PermissionError' as const;
}

/** 404: not there, or not yours. */
export class NotFoundError extends WaybillError<ProblemCodes[404]> {
  override name = 'NotFoundError' as const;
}

/** 409: the state of things does not allow it; read `code`. */
export class ConflictError extends WaybillError<ProblemCodes[409]> {
  override name = 'ConflictError' as const;
}

/** 412: read the resource again and send its ETag as `ifMatch`. */
export class StaleVersionError extends WaybillError<ProblemCodes[412]> {
  override name = 'StaleVersionError' as const;
}

/** 429, after the retries: wait `retryAfter` seconds. */
export class RateLimitError extends WaybillError<ProblemCodes[429]> {
  override name = 'RateLimitError' as const;
}

/** 5xx: not the caller's fault. */
export class ServerError extends WaybillError<ProblemCodes[500 | 503 | 507]> {
  override name = 'ServerError' as const;
}

/** No answer at all: the network, a name that does not resolve, a server that hung up. */
export class ConnectionError<
  Code extends 'connection_failed' | 'timeout' = 'connection_failed',
> extends WaybillError<Code> {
  override name: string = 'ConnectionError';
}

/** No whole answer within `timeout`. */
export class TimeoutError extends ConnectionError<'timeout'> {
  override name = 'TimeoutError';
}

/** The caller's signal ended the call; `cause` is the signal's reason. Named as the platform names it. */
export class AbortError extends WaybillError<'aborted'> {
  override name = 'AbortError' as const;
}

/** An answer that is not one of the API's: usually something between here and the API. */
export class UnexpectedAnswerError extends WaybillError<UnexpectedAnswerCode> {
  override name = 'UnexpectedAnswerError' as const;
}

/** The call cannot be sent as it is: an option, an id or a file. Nothing was sent. */
export class ArgumentError extends WaybillError<ArgumentCode> {
  override name = 'ArgumentError' as const;
}

/** Every kind of error, told apart by `code`. */
export type AnyWaybillError =
  | ValidationError
  | AuthenticationError
  | PermissionError
  | NotFoundError
  | ConflictError
  | StaleVersionError
  | RateLimitError
  | ServerError
  | ConnectionError
  | TimeoutError
  | AbortError
  | UnexpectedAnswerError
  | ArgumentError;

/** Whether a call failed; the error's kind then follows from its `code`: `if (error.code === 'stale_version') …`. */
export function isWaybillError(error: unknown): error is AnyWaybillError {
  return error instanceof WaybillError;
}

/** The error of an answer with this status. */
export function errorFor(parts: ErrorParts): WaybillError {
  const { status } = parts;
  if (status >= 500) return new ServerError(parts);
  switch (status) {
    case 401:
      return new AuthenticationError(parts);
    case 403:
      return new PermissionError(parts);
    case 404:
      return new NotFoundError(parts);
    case 409:
      return new ConflictError(parts);
    case 412:
      return new StaleVersionError(parts);
    case 429:
      return new RateLimitError(parts);
    default:
      return new ValidationError(parts);
  }
}

/** `Retry-After` in seconds, whether it is sent as seconds or as a date; dates by the server's own clock. */
function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  if (Number.isNaN(date)) return undefined;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return Math.max(0, (date - now) / 1000);
}
