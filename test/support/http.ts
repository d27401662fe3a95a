import { setTimeout as delay } from 'node:timers/promises';
import type { TestApp } from './test-app.js';

/** After which a stream has no more to say. */
const quietMilliseconds = 100;

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, where it is JSON. */
  json: Record<string, unknown>;
}

interface RawRequest {
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** One request as the wire carries it, for what the SDK would not send. A string or buffer is sent as it is. */
export async function call(
  app: Pick<TestApp, 'url'>,
  method: string,
  path: string,
  { token, headers = {}, body }: RawRequest = {},
): Promise<RawAnswer> {
  const isRaw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
  const response = await fetch(app.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || isRaw ? (body as string | FormData | undefined) : JSON.stringify(body),
  });
  const text = await textOf(response);
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

/** Of a stream that does not end, what comes until nothing does for a while. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const piece = await Promise.race([reader.read(), delay(quietMilliseconds, undefined)]);
    if (piece?.value === undefined) break;
    text += piece.value;
  }
  await reader.cancel();
  return text;
}
