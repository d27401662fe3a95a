import { ConnectionError, errorFor, TimeoutError, UnreadableAnswerError, WaybillError } from './errors.js';
import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';
import type { OpenAPIConfig } from './generated/core/OpenAPI.js';
import type { Problem } from './generated/models/Problem.js';
import type { Session } from './generated/models/Session.js';
import type { RequestOptions, TransportSettings } from './options.js';
import { definedEntries, requestBody, requestUrl } from './request-parts.js';
import { describeResponse, remember } from './response-info.js';
import { delayBefore, isRepeatable, isWorthRetrying, pause } from './retry.js';

/** The generated configuration, with ours riding along. */
export interface TransportConfig extends OpenAPIConfig {
  settings: TransportSettings;
}

const defaults = { timeout: 60_000, maxRetries: 2, retryDelay: 500 };
const isNode = typeof process !== 'undefined' && typeof process.versions?.node === 'string';

/** Signing in needs no token; its answers are neither remembered by key nor renewed. */
const isSignIn = (url: string) => url.startsWith('/v1/auth/');

/**
 * Makes one call: its tries, the renewal of its token, its answer.
 * @throws WaybillError, or the reason of the signal that ended it
 */
export async function send<T>(
  config: OpenAPIConfig,
  options: ApiRequestOptions,
  cancelled: AbortSignal,
): Promise<T> {
  const { settings } = config as TransportConfig;
  const { signal, ...request } = settings.request;
  return new Call(settings, options, {
    ...defaults,
    ...request,
    signal: signal ? AbortSignal.any([signal, cancelled]) : cancelled,
  }).run<T>();
}

class Call {
  private readonly url: string;
  private readonly headers = new Headers();
  private readonly body: FormData | string | undefined;
  private readonly repeatable: boolean;
  private attempts = 0;

  constructor(
    private readonly settings: TransportSettings,
    private readonly options: ApiRequestOptions,
    private readonly request: RequestOptions & typeof defaults & { signal: AbortSignal },
  ) {
    const { method, headers } = options;
    this.url = requestUrl(settings.baseUrl, options);
    if (isNode) this.headers.set('user-agent', 'waybill-sdk');
    this.headers.set('accept', 'application/json, */*;q=0.5');
    for (const [name, value] of definedEntries(headers)) this.headers.set(name, String(value));
    this.body = requestBody(options, this.headers);
    const key = this.idempotencyKey();
    if (key !== undefined) this.headers.set('idempotency-key', key);
    if (request.ifMatch !== undefined) this.headers.set('if-match', request.ifMatch);
    this.repeatable = isRepeatable(method, key);
  }

  async run<T>(): Promise<T> {
    let renewed = false;
    for (;;) {
      const token = this.settings.credentials.token;
      try {
        this.attempts += 1;
        return await this.attempt<T>(token);
      } catch (error) {
        if (!renewed && this.canRenew(error)) {
          renewed = true;
          await this.settings.credentials.renew(token, (refreshToken) => this.exchange(refreshToken));
          continue;
        }
        const retry = this.attempts;
        if (retry > this.request.maxRetries || !isWorthRetrying(error, this.repeatable)) throw error;
        await pause(delayBefore(retry, this.request.retryDelay, error), this.request.signal);
      }
    }
  }

  private idempotencyKey(): string | undefined {
    const { method, url } = this.options;
    if (method === 'GET' || method === 'HEAD') return undefined;
    const isKept = method === 'POST' && this.settings.credentials.token !== undefined && !isSignIn(url);
    const given = this.headers.get('idempotency-key') ?? this.request.idempotencyKey;
    return given ?? (isKept ? crypto.randomUUID() : undefined);
  }

  private canRenew(error: unknown): boolean {
    const { code } = error as Partial<WaybillError>;
    return code === 'token_invalid' && this.settings.credentials.renewable && !isSignIn(this.options.url);
  }

  /** A refresh token works once, so this is tried once. */
  private exchange(refreshToken: string): Promise<Session> {
    return new Call(
      this.settings,
      { method: 'POST', url: '/v1/auth/refresh', body: { refreshToken } },
      {
        ...defaults,
        timeout: this.request.timeout,
        headers: this.request.headers,
        maxRetries: 0,
        signal: new AbortController().signal,
      },
    ).run<Session>();
  }

  private async attempt<T>(token: string | undefined): Promise<T> {
    const { signal, timeout } = this.request;
    signal.throwIfAborted();
    const late = timeout > 0 ? AbortSignal.timeout(timeout) : undefined;
    const headers = new Headers(this.headers);
    if (token !== undefined && !isSignIn(this.options.url)) headers.set('authorization', `Bearer ${token}`);
    for (const [name, value] of definedEntries(this.request.headers)) headers.set(name, value);
    const sent = this.settings.fetch(this.url, {
      method: this.options.method,
      headers,
      body: this.body,
      signal: late ? AbortSignal.any([signal, late]) : signal,
    });
    const response = await this.overNetwork(sent, late);
    const info = describeResponse(response, this.attempts);
    this.request.onResponse?.(info);
    if (!response.ok) throw await this.overNetwork(toError(response), late);
    const answer = await this.overNetwork(readBody(response), late);
    remember(answer, info);
    return answer as T;
  }

  /** Tells apart who ended it: the caller, the clock or the network. */
  private async overNetwork<R>(work: Promise<R>, late: AbortSignal | undefined): Promise<R> {
    try {
      return await work;
    } catch (error) {
      this.request.signal.throwIfAborted();
      if (late?.aborted) throw timedOut(this.request.timeout, error);
      throw isNetworkFailure(error) ? connectionFailed(this.settings.baseUrl, error) : error;
    }
  }
}

/** JSON as its value, nothing as undefined, everything else as a Blob. */
async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204 || response.status === 205) return undefined;
  if (!/[/+]json\b/.test(response.headers.get('content-type') ?? '')) return response.blob();
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableAnswerError({
      status: response.status,
      code: 'answer_not_readable',
      detail: 'The answer says that it is JSON but is not; look at what stands between here and the API.',
      requestId: response.headers.get('x-request-id') ?? undefined,
      headers: response.headers,
      cause,
    });
  }
}

/** A problem as the API writes it. A proxy's page is none: then the status alone has to do. */
async function toError(response: Response): Promise<WaybillError> {
  const text = await response.text();
  let problem: Partial<Problem> = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) problem = parsed;
  } catch {
    // Told by the code `unknown`.
  }
  return errorFor({
    status: response.status,
    code: problem.code ?? 'unknown',
    detail: problem.detail ?? (response.statusText || `The server answered ${response.status}.`),
    requestId: problem.requestId ?? response.headers.get('x-request-id') ?? undefined,
    errors: problem.errors,
    headers: response.headers,
  });
}

/** `fetch` says TypeError for a network that failed, and some runtimes their own errors with a code. */
function isNetworkFailure(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof WaybillError) return false;
  return ('name' in error && error.name === 'TypeError') || 'code' in error;
}

function connectionFailed(baseUrl: string, cause: unknown): ConnectionError {
  const reason = (cause as { cause?: { code?: string } }).cause?.code ?? (cause as Error).message;
  return new ConnectionError({
    status: 0,
    code: 'connection_failed',
    detail: `${baseUrl} could not be reached (${reason}).`,
    cause,
  });
}

function timedOut(timeout: number, cause: unknown): TimeoutError {
  return new TimeoutError({
    status: 0,
    code: 'timeout',
    detail: `There was no whole answer within ${timeout} ms.`,
    cause,
  });
}
