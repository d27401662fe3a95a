import type { Shown } from './shown.js';

/** A command that cannot be run as it was typed. */
export class UsageError extends Error {
  constructor(
    readonly what: Shown,
    /** What to ask for help about, where that is not the command that runs. */
    readonly about?: string,
  ) {
    super(what.plain);
  }
}

/** A command that failed for a reason of this machine’s. */
export class Failure extends Error {
  constructor(
    readonly what: Shown,
    readonly advice?: Shown,
    /** Stable, for programs. */
    readonly code = 'failed',
  ) {
    super(what.plain);
  }
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {}
