import pg from 'pg';
import { coalesceBy } from '../../common/coalesce.js';
import { isConflict, outageOf } from '../../common/problems/outages.js';

/** Whether PostgreSQL itself said that it did not do it, and goes on. */
export function wasRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !/^(08|57P)/.test(error.code ?? '');
}

/**
 * Makes one call of many, as {@link coalesceBy}. Where one of several items fails for a reason of its own, and with it
 * all, each is called alone.
 */
export function together<T, R extends object>(
  keyOf: (item: T) => string,
  call: (items: T[]) => Promise<R>,
  patience: number,
): (item: T) => Promise<R> {
  const ask = coalesceBy(keyOf, (items: T[]) => unlessOneFails(items, () => call(items)), patience);
  return async (item) => (await ask(item)) ?? call([item]);
}

/** Undefined where one of several items failed for a reason of its own. */
async function unlessOneFails<T>(items: readonly unknown[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (items.length > 1 && (isConflict(error) || !outageOf(error))) return undefined;
    throw error;
  }
}
