/** Errors narrow by their code: each `switch` branch knows its error's kind. */
import {
  isWaybillError,
  WaybillError,
  type AbortError,
  type AnyWaybillError,
  type ConflictError,
  type ErrorCode,
  type StaleVersionError,
  type UnexpectedAnswerError,
  type ValidationError,
} from 'waybill-sdk';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T => true as T;

export function told(error: unknown): string {
  if (!isWaybillError(error)) throw error;
  switch (error.code) {
    case 'stale_version':
      holds<Same<typeof error, StaleVersionError>>();
      return 'read it again';
    case 'order_not_editable':
      holds<Same<typeof error, ConflictError>>();
      return error.detail;
    case 'validation_failed':
      holds<Same<typeof error, ValidationError>>();
      return error.errors.map(({ pointer }) => pointer).join();
    case 'aborted':
      holds<Same<typeof error, AbortError>>();
      return '';
    case 'redirected':
      holds<Same<typeof error, UnexpectedAnswerError>>();
      return '';
    case 'rate_limited':
      return `${error.retryAfter ?? 1} s`;
    default:
      holds<Same<typeof error, AnyWaybillError> extends true ? false : true>();
      return error.code;
  }
}

// @ts-expect-error no error has this code
export const misspelt = (error: AnyWaybillError) => error.code === 'stale_versoin';

/** A newer API's codes can be compared with as well. */
export const unknown = (error: unknown) => error instanceof WaybillError && error.code === 'from_the_future';

export const code: ErrorCode = 'connection_failed';
