import type { FieldProblem } from './generated/models/FieldProblem.js';
import type { ProblemCode } from './generated/models/ProblemCode.js';

/** The API's codes, and those of requests that got no usable answer. The API may add more. */
export type ErrorCode =
  ProblemCode | 'connection_failed' | 'timeout' | 'answer_not_readable' | 'unknown' | (string & {});

export interface ErrorParts {
  /** HTTP status; 0 when there was no answer. */
  status: number;
  /** Stable: write your programs against it. */
  code: ErrorCode;
  /** A sentence for people: what is wrong and what to do next. */
  detail: string;
  /** Names the request in the server's log. */
  requestId?: string;
  /** What is wrong field by field. */
  errors?: FieldProblem[];
  headers?: Headers;
  cause?: unknown;
}

/** An answer that says no, or a request that got no usable answer. */
export class WaybillError extends Error {
  override name = 'WaybillError';
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly errors: FieldProblem[];
  readonly headers: Headers;

  constructor({ status, code, detail, requestId, errors, headers, cause }: ErrorParts) {
    super(`${status || 'no answer'} ${code}: ${detail}`, { cause });
    this.status = status;
    this.code = code;
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
export class ValidationError extends WaybillError {
  override name = 'ValidationError';
}

/** 401: sign in, or send another token or key. */
export class AuthenticationError extends WaybillError {
  override name = 'AuthenticationError';
}

/** 403: signed in, but not allowed. */
export class PermissionError extends WaybillError {
  override name = 'PermissionError';
}

/** 404: not there, or not yours. */
export class NotFoundError extends WaybillError {
  override name = 'NotFoundError';
}

/** 409: the state of things does not allow it; read `code`. */
export class ConflictError extends WaybillError {
  override name = 'ConflictError';
}

/** 412: read the resource again and send its ETag as `ifMatch`. */
export class StaleVersionError extends WaybillError {
  override name = 'StaleVersionError';
}

/** 429, after the retries: wait `retryAfter` seconds. */
export class RateLimitError extends WaybillError {
  override name = 'RateLimitError';
}

/** 5xx: not the caller's fault. */
export class ServerError extends WaybillError {
  override name = 'ServerError';
}

/** No answer at all: the network, a name that does not resolve, a server that hung up. */
export class ConnectionError extends WaybillError {
  override name = 'ConnectionError';
}

/** No whole answer within `timeout`. */
export class TimeoutError extends ConnectionError {
  override name = 'TimeoutError';
}

/** An answer that is not what it says it is, e.g. broken JSON: usually something between here and the API. */
export class UnreadableAnswerError extends WaybillError {
  override name = 'UnreadableAnswerError';
}

/** The error of an answer with this status. */
export function errorFor(parts: ErrorParts): WaybillError {
  const { status } = parts;
  if (status >= 500) return new ServerError(parts);
  const byStatus: Record<number, new (parts: ErrorParts) => WaybillError> = {
    401: AuthenticationError,
    403: PermissionError,
    404: NotFoundError,
    409: ConflictError,
    412: StaleVersionError,
    429: RateLimitError,
  };
  return new (byStatus[status] ?? (status >= 400 ? ValidationError : WaybillError))(parts);
}

/** `Retry-After` in seconds, whether it is sent as seconds or as a date. */
function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}
