import pg from 'pg';

/** Whether PostgreSQL itself said that it did not do it, and goes on. */
export function wasRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !/^(08|57P)/.test(error.code ?? '');
}

/** Undefined where one of several items was refused, and with it all: then each has to be tried alone. */
export async function unlessOneIsRefused<T>(
  items: readonly unknown[],
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (items.length > 1 && wasRefused(error)) return undefined;
    throw error;
  }
}
