/** One page of any list. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What a list call takes to answer the next page. */
export interface PageRequest {
  cursor?: string;
  limit?: number;
}

/**
 * Every item of a list, page after page, fetched as they are needed:
 * `for await (const order of paginate((page) => waybill.orders.listOrders({ ...page, status: ['draft'] })))`.
 * @param options.limit items per page, 1 to 200
 */
export async function* paginate<T>(
  list: (page: PageRequest) => PromiseLike<Page<T>>,
  options: { limit?: number } = {},
): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await list({ limit: options.limit, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
