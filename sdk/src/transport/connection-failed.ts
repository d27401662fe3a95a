import { ConnectionError } from '../errors.js';
import { inBrowser } from './runtime.js';

const hints: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; see that the server runs, and the port is right',
  ENOTFOUND: 'the name does not resolve; see how it is spelt',
  EAI_AGAIN: 'the name could not be looked up',
};

/** Codes of connections that never came about: whatever was to be sent was not. */
const neverSent = new Set([...Object.keys(hints), 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused']);

/** A network that failed, in words; browsers keep the cause to themselves, so the likely one is named. */
export function connectionFailed(baseUrl: string, cause: unknown): ConnectionError {
  const code = codeOf(cause);
  const { message, cause: inner } = cause as Error & { cause?: { message?: string } };
  const reason = code ?? (inner?.message || message);
  const hint = inBrowser() ? corsHint() : hints[code ?? ''];
  return new ConnectionError({
    status: 0,
    code: 'connection_failed',
    detail: `${baseUrl} could not be reached (${reason})${hint ? `: ${hint}` : ''}.`,
    cause,
  });
}

/** Whether a call surely had no effect, since it never left. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof ConnectionError && neverSent.has(codeOf(error.cause) ?? '');
}

function codeOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const found = cause?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

function corsHint(): string {
  const { origin } = (globalThis as { location?: { origin?: string } }).location ?? {};
  const page = origin && origin !== 'null' ? origin : 'this page’s origin';
  return (
    `in a browser the likely cause is CORS: add ${page} to CORS_ORIGINS of the server; ` +
    'else it is down or its certificate is refused. The browser’s console says which'
  );
}
