import { WaybillError } from './errors.js';
import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';
import type { OpenAPIConfig } from './generated/core/OpenAPI.js';
import type { Problem } from './generated/models/Problem.js';

/** What the client hands to its transport, beside the generated configuration. */
export interface TransportConfig extends OpenAPIConfig {
  fetch?: typeof fetch;
}

/** Sends one request and reads its answer. @throws WaybillError */
export async function send<T>(config: TransportConfig, options: ApiRequestOptions): Promise<T> {
  const headers = new Headers(definedEntries(options.headers));
  if (typeof config.TOKEN === 'string') headers.set('authorization', `Bearer ${config.TOKEN}`);
  const body = requestBody(options, headers);
  const response = await (config.fetch ?? fetch)(requestUrl(config.BASE, options), {
    method: options.method,
    headers,
    body,
  });
  if (!response.ok) throw await toError(response);
  if (response.status === 204) return undefined as T;
  const isJson = response.headers.get('content-type')?.includes('json');
  return (isJson ? await response.json() : await response.blob()) as T;
}

function requestUrl(base: string, { url, path = {}, query = {} }: ApiRequestOptions): string {
  const filled = url.replace(/{(\w+)}/g, (_, name: string) => segment(String(path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of definedEntries(query)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
      search.append(name, queryValue(item));
  }
  const tail = search.toString();
  return base.replace(/\/+$/, '') + filled + (tail ? `?${tail}` : '');
}

/** One path segment; dot segments would climb out of the path. */
function segment(value: string): string {
  if (value === '' || value === '.' || value === '..')
    throw new TypeError(`“${value}” cannot stand in a path`);
  return encodeURIComponent(value);
}

function queryValue(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

function requestBody({ body, formData }: ApiRequestOptions, headers: Headers): FormData | string | undefined {
  if (formData) {
    const form = new FormData();
    for (const [name, value] of definedEntries(formData)) form.append(name, value as string | Blob);
    return form;
  }
  if (body === undefined) return undefined;
  headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

async function toError(response: Response): Promise<WaybillError> {
  const text = await response.text();
  let problem: Partial<Problem> = {};
  try {
    problem = JSON.parse(text) as Partial<Problem>;
  } catch {
    // A proxy's page, not ours: the status alone has to do.
  }
  const requestId = problem.requestId ?? response.headers.get('x-request-id') ?? undefined;
  return new WaybillError(
    response.status,
    problem.code ?? 'unknown',
    problem.detail ?? response.statusText,
    requestId,
    problem.errors ?? [],
    response.headers,
  );
}

function definedEntries<T>(values: Record<string, T> | undefined): [string, NonNullable<T>][] {
  return Object.entries(values ?? {}).filter((entry): entry is [string, NonNullable<T>] => entry[1] != null);
}
