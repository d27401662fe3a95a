import { isDeepStrictEqual } from 'node:util';

/** The names of the fields that `changes` would set to another value; null and absent are the same. */
export function changedFields<T extends object>(current: T, changes: Partial<T>): string[] {
  return Object.entries(changes)
    .filter(([name, value]) => !isDeepStrictEqual(current[name as keyof T] ?? null, value ?? null))
    .map(([name]) => name);
}
