import { ArgumentError, isWaybillError, type AnyWaybillError } from '../errors.js';

/** The error of a call that cannot be sent as it is. */
export function wrong(detail: string, cause?: unknown): ArgumentError {
  return new ArgumentError({ status: 0, code: 'argument_invalid', detail, cause });
}

/** What went wrong before anything was sent, as an error of the SDK: a body that is no JSON, an id that is no text. */
export function unsendable(cause: unknown): AnyWaybillError {
  if (isWaybillError(cause)) return cause;
  return wrong(
    `The call cannot be sent as it is: ${cause instanceof Error ? cause.message : 'no reason told'}`,
    cause,
  );
}

/** Sets a header. Its value is kept out of the error, since it may be a secret. */
export function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw wrong(
      `The header “${name}” cannot be sent: a name is of ASCII letters, a value one line of Latin-1.`,
    );
  }
}
