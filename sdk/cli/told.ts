import { AuthenticationError, ConnectionError, isWaybillError, RateLimitError } from '../src/index.js';
import type { Command, OptionSpec } from './command.js';
import { exits, type Exit } from './exits.js';
import { Failure, Interrupted, UsageError } from './failures.js';
import { optionsOf } from './parse.js';
import { marks, show, shown, visible, type Shown } from './shown.js';

interface Circumstances {
  /** By its options, what the API says of a field is told. */
  command: Command | undefined;
  /** Whether it went by the key of the environment. */
  hasKey: boolean;
}

/** What went wrong as people read it: what, where, and what to do; and the exit status. */
export function told(error: unknown, { command, hasKey }: Circumstances): { lines: Shown[]; exit: Exit } {
  if (error instanceof UsageError) {
    const help = show`${['waybill help', error.about ?? command?.name].filter(Boolean).join(' ')}`.styled(
      'bold',
    );
    return { lines: [bad(error.what), show`  See ${help}.`], exit: exits.usage };
  }
  if (error instanceof Interrupted) return { lines: [], exit: exits.interrupted };
  if (error instanceof Failure)
    return {
      lines: [bad(error.what), ...(error.advice ? [indented(error.advice)] : [])],
      exit: exits.failed,
    };
  if (!isWaybillError(error)) return { lines: [bad(show`${messageOf(error)}`)], exit: exits.failed };
  const fields = error.errors.map(
    ({ pointer, detail }) => show`${show`${placeOf(pointer, optionsOf(command))}`.styled('bold')}: ${detail}`,
  );
  // What it says itself are its fields once more.
  const isOfFields = error.code === 'validation_failed' && fields.length > 0;
  const detail = shown(error.detail.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase()));
  const lines = isOfFields ? fields.map(bad) : [bad(detail), ...fields.map(indented)];
  const advice = adviceOn(error, hasKey);
  if (advice) lines.push(indented(advice));
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
  const code = error instanceof UsageError ? 'usage' : error instanceof Failure ? error.code : 'failed';
  return { error: { code, detail: messageOf(error) } };
}

const bad = (what: Shown) => show`${marks.bad} ${what}`;
const indented = (text: Shown) => show`  ${text}`;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : visible(error);
}

/** `query/limit` is an option here, `/address/city` a field. */
function placeOf(pointer: string, options: Record<string, OptionSpec>): string {
  const field = pointer.replace(/^(query)?\//, '').replaceAll('/', '.');
  const option = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const found = Object.entries(options).find(
    ([name, spec]) => (spec.field ?? name) === field || name === option,
  );
  return found ? `--${found[0]}` : field || 'The request';
}

function adviceOn(error: unknown, hasKey: boolean): Shown | undefined {
  if (error instanceof AuthenticationError && error.code !== 'credentials_invalid')
    return hasKey
      ? show`See that WAYBILL_API_KEY is right.`
      : show`Sign in: ${show`waybill login`.styled('bold')}.`;
  if (error instanceof RateLimitError && error.retryAfter)
    return show`Try again in ${Math.ceil(error.retryAfter)} seconds.`;
  if (error instanceof ConnectionError) return show`Another address is given by --url or WAYBILL_URL.`;
  return undefined;
}
