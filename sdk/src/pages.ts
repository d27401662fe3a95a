import { UnexpectedAnswerError } from './errors.js';
import type { Answer } from './transport/response-info.js';

/** One page of any list. */
export interface Page<T> {
  items: T[];
  /** Where the next page begins; null at the end. */
  nextCursor: string | null;
}

/**
 * A list. `await` gives its first page; `for await` walks over the items of all pages, asking for each page when it
 * is needed.
 */
export interface PagePromise<P extends Page<unknown>>
  extends Promise<Answer<P>>, AsyncIterable<P['items'][number]> {
  /** Page after page, each with its `lastResponse`. */
  pages(): AsyncGenerator<Answer<P>, void, undefined>;
  /** The items of all pages, or the first so many of them. */
  toArray(most?: number): Promise<P['items']>;
}

/**
 * @param first the first page, already asked for
 * @param next asks for the page at this cursor
 * @throws UnexpectedAnswerError when the server gives a cursor again, which would have no end
 */
export function pagePromise<P extends Page<unknown>>(
  first: Promise<Answer<P>>,
  next: (cursor: string) => Promise<Answer<P>>,
): PagePromise<P> {
  // A list may be walked over later, or never: until then its failure must not end the program.
  first.catch(() => undefined);
  async function* pages(): AsyncGenerator<Answer<P>, void, undefined> {
    const seen = new Set<string>();
    let page = await first;
    for (;;) {
      yield page;
      const cursor = page.nextCursor;
      if (cursor === null) return;
      if (seen.has(cursor)) throw repeated(cursor);
      seen.add(cursor);
      page = await next(cursor);
    }
  }
  async function* items(): AsyncGenerator<P['items'][number], void, undefined> {
    for await (const page of pages()) yield* page.items as P['items'][number][];
  }
  async function toArray(most = Infinity): Promise<P['items']> {
    const kept: P['items'] = [];
    if (most > 0)
      for await (const item of items()) {
        kept.push(item);
        if (kept.length >= most) break;
      }
    return kept;
  }
  return Object.assign(first, { pages, toArray, [Symbol.asyncIterator]: items });
}

function repeated(cursor: string): UnexpectedAnswerError {
  const detail = `The cursor “${cursor}” came a second time, so that the list would have no end.`;
  return new UnexpectedAnswerError({ status: 200, code: 'cursor_repeated', detail });
}
