import { GraphQLError } from 'graphql';

export interface ConnectionArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  reverse?: boolean | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** By which a list is sorted; the id settles what is equal. */
export type SortKey = string | number;

interface Cursor {
  last_id: number;
  last_value: SortKey;
}

const mostAtOnce = 250;

const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/** One page of a list, by Relay's rules, with cursors that hold the place even when the list changes. */
export function connect<T extends { id: number }>(
  items: readonly T[],
  args: ConnectionArgs,
  keyOf: (item: T) => SortKey = ({ id }) => id,
): Connection<T> {
  const { first, last } = args;
  if (first == null && last == null) throw badRequest('you must provide one of first or last');
  if (first != null && last != null) throw badRequest('providing both first and last is not supported');
  const size = (first ?? last)!;
  if (size < 0 || size > mostAtOnce)
    throw badRequest(`${first != null ? 'first' : 'last'} must be between 0 and ${mostAtOnce}`);
  const direction = args.reverse ? -1 : 1;
  const compare = (node: T, key: SortKey, id: number) =>
    direction * (compareKeys(keyOf(node), key) || node.id - id);
  const sorted = items.toSorted((a, b) => compare(a, keyOf(b), b.id));
  const after = args.after == null ? undefined : readCursor(args.after);
  const before = args.before == null ? undefined : readCursor(args.before);
  const place = (node: T, { last_value, last_id }: Cursor) => compare(node, last_value, last_id);
  const start = after ? firstIndex(sorted, (node) => place(node, after) > 0) : 0;
  const end = before ? firstIndex(sorted, (node) => place(node, before) >= 0) : sorted.length;
  const from = last == null ? start : Math.max(start, end - size);
  const to = first == null ? end : Math.min(end, start + size);
  const edges = sorted
    .slice(from, Math.max(from, to))
    .map((node) => ({ cursor: writeCursor({ last_id: node.id, last_value: keyOf(node) }), node }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: to < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const compareKeys = (a: SortKey, b: SortKey): number => (a < b ? -1 : a > b ? 1 : 0);

function firstIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  const index = list.findIndex(test);
  return index === -1 ? list.length : index;
}

const writeCursor = (place: Cursor): string => Buffer.from(JSON.stringify(place)).toString('base64');

function readCursor(cursor: string): Cursor {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64').toString()) as Partial<Cursor>;
    if (typeof place.last_id === 'number' && place.last_value !== undefined) return place as Cursor;
  } catch {
    // Told below, as anything else that is no cursor.
  }
  throw badRequest(`Invalid cursor for current pagination sort: ${cursor}.`);
}
