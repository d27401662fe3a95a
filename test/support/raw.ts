import { checkedFetch } from './contract.js';
import type { TestApp } from './test-app.js';

/** A request that the SDK would not send, its answer held to the document all the same. */
export function send(
  app: TestApp,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  return checkedFetch(`${app.url}${path}`, {
    method,
    headers: {
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
}

/** A problem without what differs from request to request. */
export async function problemOf(response: Response): Promise<object> {
  const problem = (await response.json()) as { requestId?: string };
  delete problem.requestId;
  return problem;
}
