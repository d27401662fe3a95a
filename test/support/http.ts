import type { TestApp } from './test-app.js';

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
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
