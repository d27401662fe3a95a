import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem } from './problems/problems.js';
import { storableMoment } from './schemas/schemas.js';

/** A position in a list: the sort keys of the last row seen. */
export type CursorKeys = readonly (string | number | null)[];

/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The types of sort keys in cursors. */
export const cursorKey = {
  id: z.uuid(),
  moment: storableMoment,
  /** For `bigint` columns, which exceed JSON's numbers. */
  sequence: z.string().regex(/^\d{1,18}$/),
  integer: z.int32().nonnegative(),
  /** The largest distance between two places on earth. */
  metres: z.number().nonnegative().max(20_100_000),
};

/** The key of lists whose rows are found by their id. */
export const byId = z.tuple([cursorKey.id]);

/** What the pages before have seen, as a place in the database's log. */
const seenSchema = z.string().regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/);
const anything = 'FFFFFFFF/FFFFFFFF';
const cursorSchema = z.object({ k: z.unknown(), f: z.string(), s: seenSchema.optional() });

/**
 * The pages of one list. A cursor is only base64, so its content is validated like any input: it must come
 * from the list of this name with the same filters and sort, and its keys must have this list's types.
 */
export class ListPages<Keys extends CursorKeys> {
  /**
   * @param list a name that no other list has
   * @param keys the types of its sort keys, the tie-break last
   */
  constructor(
    private readonly list: string,
    private readonly keys: z.ZodType<Keys>,
  ) {}

  /**
   * The keys to continue after, or undefined for the first page.
   * @throws Problem `cursor_invalid`, or `cursor_mismatch` when the list or its filters differ
   */
  decode(cursor: string | undefined, filters: object): Keys | undefined {
    if (cursor === undefined) return undefined;
    const parsed = parse(cursor);
    if (!parsed.success) throw invalid();
    if (parsed.data.f !== this.fingerprint(filters)) {
      throw problem(
        'cursor_mismatch',
        'A cursor only goes on in the list it came from: keep filters and sort the same.',
      );
    }
    const keys = this.keys.safeParse(parsed.data.k);
    if (!keys.success || this.encode(keys.data, filters, parsed.data.s) !== cursor) throw invalid();
    return keys.data;
  }

  /** What the pages before a cursor have seen: nothing without one, and anything where it does not say. */
  seenBy(cursor: string | undefined): string | undefined {
    return cursor === undefined ? undefined : (parse(cursor).data?.s ?? anything);
  }

  /** Cuts `limit + 1` rows to a page; `seen` is for {@link seenBy} of its cursor. */
  page<T, R>(
    rows: T[],
    limit: number,
    filters: object,
    keys: (row: T) => Keys,
    map: (row: T) => R,
    seen?: string,
  ): Page<R> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(map),
      nextCursor: rows.length > limit && last !== undefined ? this.encode(keys(last), filters, seen) : null,
    };
  }

  /** The cursor of a position, for lists that are not cut from rows. */
  encode(keys: Keys, filters: object, seen?: string): string {
    const content = { k: keys, f: this.fingerprint(filters), s: seen };
    return Buffer.from(JSON.stringify(content)).toString('base64url');
  }

  /** Identifies the list, its filters and sort, so that a cursor does not work with others. */
  private fingerprint(filters: object): string {
    const entries = Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const named = JSON.stringify([this.list, ...entries]);
    return createHash('sha256').update(named).digest('base64url').slice(0, 12);
  }
}

const invalid = () => problem('cursor_invalid');

const parse = (cursor: string) =>
  cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
