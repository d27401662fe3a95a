import type { FieldProblem } from './generated/models/FieldProblem.js';

/** An answer that says no, or a request that got none (`status` 0). */
export class WaybillError extends Error {
  override readonly name = 'WaybillError';

  constructor(
    readonly status: number,
    /** Stable; see the API's error catalogue. */
    readonly code: string,
    readonly detail: string,
    readonly requestId: string | undefined,
    readonly errors: FieldProblem[],
    readonly headers: Headers,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}
