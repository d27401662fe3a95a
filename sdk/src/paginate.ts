import { UnexpectedAnswerError } from './errors.js';

/** One page of any list. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What a list call takes to answer the next page. */
export interface PageRequest {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/**
 * Every item of a list, page after page, fetched as they are needed:
 * `for await (const order of paginate((page) => waybill.orders.listOrders({ ...page, status: ['draft'] })))`.
 * @param options.limit items per page, 1 to 200
 * @throws UnexpectedAnswerError when the server gives a cursor again, which would have no end
 */
export async function* paginate<T>(
  list: (page: PageRequest) => PromiseLike<Page<T>>,
  options: { limit?: number | undefined } = {},
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await list({ limit: options.limit, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
    if (cursor !== undefined && seen.has(cursor)) throw repeated(cursor);
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
}

function repeated(cursor: string): UnexpectedAnswerError {
  const detail = `The cursor “${cursor}” came a second time, so that the list would have no end.`;
  return new UnexpectedAnswerError({ status: 200, code: 'cursor_repeated', detail });
}
