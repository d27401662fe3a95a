import { errorFor, type WaybillError } from '../errors.js';
import type { Problem } from '../generated/models/Problem.js';
import { piecesOf, unexpected, type Reading } from './read.js';

/** As much of an answer that says no as is looked at. */
const longestProblem = 1_000_000;

/** A problem as the API writes it. A proxy's page is none: then the status alone has to do. */
export async function refusalOf(response: Response, reading: Reading): Promise<WaybillError> {
  const problem = parsed(await startOf(response, reading));
  return errorFor({
    status: response.status,
    code: problem.code ?? 'unknown',
    detail: problem.detail ?? (response.statusText || `The server answered ${response.status}.`),
    requestId: problem.requestId ?? response.headers.get('x-request-id') ?? undefined,
    errors: problem.errors,
    headers: response.headers,
  });
}

/** Browsers hide where a redirect leads, and its status. */
export function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** Redirects are not followed: a POST would be sent again as a GET, and the token to whoever is named. */
export function redirected(response: Response, method: string, url: string): WaybillError {
  void response.body?.cancel().catch(() => undefined);
  const location = response.headers.get('location');
  const target = location && URL.canParse(location, url) ? new URL(location, url).href : 'elsewhere';
  const what = `${method} ${url} was sent on to ${target}, which is not followed; make baseUrl the address that answers itself`;
  return unexpected(response, 'redirected', what);
}

async function startOf(response: Response, reading: Reading): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of piecesOf(response, reading, 0, false)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longestProblem) break;
  }
  return text;
}

function parsed(text: string): Partial<Problem> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {}; // Told by the code `unknown`.
  }
}
