import { AuthenticationError, ConnectionError, isWaybillError, RateLimitError } from '../src/index.js';
import { exits, type Exit } from './exits.js';
import { marks, show, shown, visible, type Shown } from './shown.js';

/** A command that cannot be run as it was typed. */
export class UsageError extends Error {
  constructor(
    readonly what: Shown,
    /** The command to ask for help about; none for the whole program. */
    readonly command = '',
  ) {
    super(what.plain);
  }
}

/** A command that failed for a reason of this machine’s. */
export class Failure extends Error {
  constructor(
    readonly what: Shown,
    readonly advice?: Shown,
  ) {
    super(what.plain);
  }
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {}

/** What went wrong as people read it: what, where, and what to do; and the exit status. */
export function told(error: unknown, options: readonly string[] = []): { lines: Shown[]; exit: Exit } {
  if (error instanceof UsageError) {
    const help = show`waybill help${error.command ? ` ${error.command}` : ''}`.styled('bold');
    return { lines: [bad(error.what), show`  See ${help}.`], exit: exits.usage };
  }
  if (error instanceof Interrupted) return { lines: [], exit: exits.interrupted };
  if (error instanceof Failure)
    return { lines: [bad(error.what), ...indented(error.advice)], exit: exits.failed };
  if (!isWaybillError(error)) return { lines: [bad(show`${messageOf(error)}`)], exit: exits.failed };
  const fields = error.errors.map(
    ({ pointer, detail }) => show`  ${show`${placeOf(pointer, options)}`.styled('bold')}: ${detail}`,
  );
  const detail = shown(error.detail.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase()));
  const lines = [bad(detail), ...fields, ...indented(adviceOn(error))];
  if (error.requestId && error.status >= 500)
    lines.push(show`  Request ${error.requestId}, for whoever runs the server.`);
  return { lines, exit: exits.failed };
}

/** The same for programs. */
export function toldAsJson(error: unknown): object {
  if (isWaybillError(error)) {
    const { code, status, detail, errors, requestId } = error;
    return { error: { code, status, detail, errors, requestId } };
  }
  const code =
    error instanceof UsageError ? 'usage' : error instanceof Interrupted ? 'interrupted' : 'failed';
  return { error: { code, detail: messageOf(error) } };
}

const bad = (what: Shown) => show`${marks.bad} ${what}`;
const indented = (advice: Shown | undefined) => (advice ? [show`  ${advice}`] : []);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : visible(error);
}

/** `query/limit` is an option here, `/address/city` a field. */
function placeOf(pointer: string, options: readonly string[]): string {
  const [place, ...rest] = pointer.replace(/^\//, '').split('/');
  const option = rest.join('.').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (place === 'query' && options.includes(option)) return `--${option}`;
  return [place, ...rest].filter((part) => part !== 'query').join('.') || 'The request';
}

function adviceOn(error: unknown): Shown | undefined {
  if (error instanceof AuthenticationError && error.code !== 'credentials_invalid')
    return show`Sign in: ${show`waybill login`.styled('bold')}, or see that WAYBILL_API_KEY is right.`;
  if (error instanceof RateLimitError && error.retryAfter)
    return show`Try again in ${Math.ceil(error.retryAfter)} seconds.`;
  if (error instanceof ConnectionError) return show`Another address is given by --url or WAYBILL_URL.`;
  return undefined;
}
