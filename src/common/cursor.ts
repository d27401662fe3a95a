import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem } from './problems.js';

const cursorSchema = z.object({ k: z.array(z.union([z.string(), z.number(), z.null()])), f: z.string() });

/** A place in a list: the sort keys of the last row seen, and which list it was. */
export type CursorKeys = (string | number | null)[];

/** Names the list that filters and sort describe, so that a cursor is not used with another one. */
export function listFingerprint(filters: object): string {
  const entries = Object.entries(filters)
    .filter(([key, value]) => value !== undefined && key !== 'cursor' && key !== 'limit')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 12);
}

export function encodeCursor(keys: CursorKeys, filters: object): string {
  return Buffer.from(JSON.stringify({ k: keys, f: listFingerprint(filters) })).toString('base64url');
}

/**
 * The keys to go on behind, or undefined for the first page.
 * @throws Problem `cursor_invalid`, or `cursor_mismatch` when the filters are other ones.
 */
export function decodeCursor(cursor: string | undefined, filters: object): CursorKeys | undefined {
  if (cursor === undefined) return undefined;
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw problem('cursor_invalid', 'Use the `nextCursor` of the page before, unchanged.');
  if (parsed.data.f !== listFingerprint(filters)) {
    throw problem(
      'cursor_mismatch',
      'A cursor only goes on in the list it came from: keep filters and sort the same.',
    );
  }
  return parsed.data.k;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts `limit + 1` rows to a page. */
export function toPage<T, R>(
  rows: T[],
  limit: number,
  filters: object,
  keys: (row: T) => CursorKeys,
  map: (row: T) => R,
): { items: R[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(map),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keys(last), filters) : null,
  };
}
