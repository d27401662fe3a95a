import { problem, type Problem } from './problems.js';

/** Whether an error's code is one of SQL's; all of those in use have a digit, unlike `EPIPE` or `EPERM`. */
export const isSqlState = (code: unknown): code is string =>
  typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);

/** SQLSTATEs of a server that cannot run a correct statement right now. */
const passingStates = new Set([
  '57014', // the statement took too long
  '57P01', // ended by an administrator
  '57P02', // another session crashed
  '57P03', // starting, stopping or recovering
  '57P04', // the database was dropped
  '57P05',
  '25P03', // the transaction was idle too long
  '25P04',
  '53200', // out of memory
  '53300', // too many connections
  '53400',
  '58030', // the server's disk failed
  '28000', // our own login was rejected, which is no caller's fault
  '28P01',
  '3D000',
]);
/**
 * Serialization failures, deadlocks, locks that others hold, and rows deleted between being read and being referred to: a
 * retry succeeds or gets its proper answer.
 */
const conflictStates = new Set(['40001', '40P01', '55P03', '23503']);
const networkErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EMFILE',
  'ENFILE',
]);
/** Errors of pg and kysely that have no code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed) and is not queryable|Query read timeout|Cannot use a pool after calling end|driver has already been destroyed)/;

/** The connection was lost during a commit, so that nobody knows whether the database carried it out. */
export class InDoubtError extends Error {
  constructor(cause: unknown) {
    super('The database was lost during a commit', { cause });
    this.name = 'InDoubtError';
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', '53100']);
const readOnly = new Set(['EROFS', 'EACCES', 'EPERM', '25006']);

/** Whether a statement failed because of what others change at the same moment. */
export function isConflict(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && conflictStates.has(code);
}

/**
 * The response to a failure of the database or the storage: nothing the request could change, so it asks
 * clients to retry, and must never sign anybody out. Undefined for any other error.
 */
export function outageOf(error: unknown): Problem | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof InDoubtError) return inDoubt();
  const { code, syscall, message = '', cause } = error as Partial<NodeJS.ErrnoException>;
  if (typeof code === 'string') {
    if (full.has(code)) return storageFull();
    if (readOnly.has(code) && syscall !== 'connect') return storageReadOnly();
    if (isConflict(error)) return unavailable('Others changed the same at this moment.', 1);
    if (code.startsWith('08') || passingStates.has(code) || networkErrors.has(code)) return unavailable();
  }
  if (lostConnection.test(message)) return unavailable();
  return outageOf(cause);
}

/** @param why a sentence for the caller, who is asked to retry in any case */
export function unavailable(why = 'Nothing is wrong with the request.', seconds = 2): Problem {
  return problem('unavailable', `${why} Send it again in a moment.`, undefined, {
    'retry-after': String(seconds),
  });
}

function inDoubt(): Problem {
  return problem(
    'unavailable',
    'The database was lost while it confirmed this request, which may or may not have been carried out. ' +
      'Send it again under the same `Idempotency-Key`; if it had none, look first.',
    undefined,
    { 'retry-after': '2' },
  );
}

/** Somebody has to free space or fix permissions first, so callers are asked to wait longer. */
const forPeople = { 'retry-after': '120' };

function storageFull(): Problem {
  return problem(
    'insufficient_storage',
    'The disk of this server is full; nothing was stored. Tell its operators.',
    undefined,
    forPeople,
  );
}

function storageReadOnly(): Problem {
  return problem(
    'storage_read_only',
    'The storage of this server takes no changes at present; nothing was stored. Tell its operators.',
    undefined,
    forPeople,
  );
}
