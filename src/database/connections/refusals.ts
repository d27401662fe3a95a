import pg from 'pg';
import { isConflict, outageOf } from '../../common/problems/outages.js';

/** Whether PostgreSQL itself said that it did not do it, and goes on. */
export function wasRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !/^(08|57P)/.test(error.code ?? '');
}

/** Undefined where one of several items failed for a reason of its own, and with it all: then each is tried alone. */
export async function unlessOneFails<T>(
  items: readonly unknown[],
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (items.length > 1 && (isConflict(error) || !outageOf(error))) return undefined;
    throw error;
  }
}
