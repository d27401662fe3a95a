import { AuthenticationError } from '../errors.js';
import type { Session } from '../generated/models/Session.js';
import type { RequestOptions, TransportSettings } from '../options.js';
import { setHeader, unsendable } from './argument.js';
import { callHeaders, isSignIn } from './call-headers.js';
import { callOptions, type CallOptions } from './call-options.js';
import type { CallSpec, SentBody } from './call-spec.js';
import { Deadline, pause, throwIfAborted, unlessAborted } from './deadline.js';
import { json, readBody, type Reader, type Reading } from './read.js';
import { isRedirect, redirected, refusalOf } from './refusal.js';
import { bodyOf, definedEntries, requestUrl } from './request-parts.js';
import { describeResponse, remember, type ResponseInfo } from './response-info.js';
import { delayBefore, isRepeatable, isWorthRetrying, triesAfter } from './retry.js';

/**
 * Makes one call: its tries, the renewal of its token, its answer.
 * @throws WaybillError
 */
export function send<T>(
  settings: TransportSettings,
  spec: CallSpec,
  options: RequestOptions = {},
  read: Reader<unknown> = readBody,
): Promise<T> {
  const sent: Promise<T> = start(settings, spec, options, read, (info) => remember(sent, info));
  return sent;
}

async function start<T>(
  settings: TransportSettings,
  spec: CallSpec,
  options: RequestOptions,
  read: Reader<unknown>,
  told: (info: ResponseInfo) => void,
): Promise<T> {
  let call: Call;
  try {
    const request = callOptions(settings, options);
    throwIfAborted(request.signal);
    const url = requestUrl(settings.baseUrl, spec);
    const body = await bodyOf(spec, options.onUploadProgress);
    call = new Call(settings, spec, request, url, body, read, told);
  } catch (error) {
    throw unsendable(error);
  }
  return call.run<T>();
}

class Call {
  private readonly headers: Headers;
  private readonly repeatable: boolean;
  private attempts = 0;

  constructor(
    private readonly settings: TransportSettings,
    private readonly spec: CallSpec,
    private readonly request: CallOptions,
    private readonly url: string,
    private readonly body: SentBody | undefined,
    private readonly read: Reader<unknown>,
    private readonly told: (info: ResponseInfo) => void,
  ) {
    this.headers = callHeaders(spec, request, body, settings.credentials.isSignedIn);
    this.repeatable = isRepeatable(spec.method, this.headers.has('idempotency-key'));
  }

  async run<T>(): Promise<T> {
    let renewed = false;
    let retries = 0;
    for (;;) {
      const token = this.settings.credentials.token;
      try {
        return (await this.attempt(token)) as T;
      } catch (error) {
        if (!renewed && this.canRenew(error, token)) {
          renewed = true;
          await this.renew(token);
          continue;
        }
        retries += 1;
        if (!isWorthRetrying(error, this.repeatable) || retries > triesAfter(error, this.request.maxRetries))
          throw error;
        await pause(delayBefore(retries, this.request.retryDelay, error), this.request.signal);
      }
    }
  }

  /** Whether the token has ended, or there was none yet. */
  private canRenew(error: unknown, token: string | undefined): boolean {
    return (
      error instanceof AuthenticationError &&
      (error.code === 'token_invalid' || token === undefined) &&
      this.settings.credentials.renewable &&
      !isSignIn(this.spec.url)
    );
  }

  /** Others may wait for the same renewal, so that no signal ends it; a refresh token works once, so it is tried once. */
  private async renew(refused: string | undefined): Promise<void> {
    const { settings } = this;
    const { timeout, headers } = this.request;
    const alone = { ...settings, request: { ...settings.request, signal: undefined } };
    const exchange = (refreshToken: string) => {
      const spec = { method: 'POST', url: '/v1/auth/refresh', body: { refreshToken } } as const;
      return send<Session>(alone, spec, { timeout, headers, maxRetries: 0 });
    };
    await unlessAborted(settings.credentials.renew(refused, exchange), this.request.signal);
  }

  private async attempt(token: string | undefined): Promise<unknown> {
    const { signal, timeout, maxAnswerBytes: limit } = this.request;
    const { baseUrl } = this.settings;
    const { method } = this.spec;
    this.attempts += 1;
    throwIfAborted(signal);
    const request = { method, url: this.url, attempts: this.attempts };
    const headers = this.headersWith(token);
    await this.request.onRequest?.({ ...request, headers });
    const deadline = new Deadline(signal, timeout);
    let info: ResponseInfo | undefined;
    try {
      const init = {
        ...request,
        headers,
        signal: deadline.signal,
        redirect: 'manual',
        ...this.body?.init(),
      } as const;
      const response = await deadline.over(baseUrl, this.settings.fetch(this.url, init));
      this.body?.answered?.();
      info = describeResponse(response, request);
      this.told(info);
      await this.request.onResponse?.(info);
      const reading: Reading = { baseUrl, deadline, limit, accept: this.spec.accept ?? json };
      if (isRedirect(response)) throw redirected(response, method, this.url);
      if (!response.ok) throw await refusalOf(response, reading);
      const answer = await this.read(response, reading);
      remember(answer, info);
      return answer;
    } catch (error) {
      if (info) remember(error, info);
      throw error;
    } finally {
      deadline.stop();
    }
  }

  private headersWith(token: string | undefined): Headers {
    const headers = new Headers(this.headers);
    if (token !== undefined && !isSignIn(this.spec.url)) headers.set('authorization', `Bearer ${token}`);
    for (const [name, value] of definedEntries(this.request.headers)) setHeader(headers, name, value);
    return headers;
  }
}
