import { setImmediate, setTimeout } from 'node:timers/promises';
import { outsideContext } from './http/request-context.js';

/**
 * Makes one call of many: what comes in the same moment, or while a call is under way, goes into the next one together.
 * Every caller gets the outcome of the call that its item was in, which runs in the context of none of them.
 * @param patience milliseconds after which the next call no longer waits for the one under way; for ever by default
 */
export function coalesce<T, R>(call: (items: T[]) => Promise<R>, patience?: number): (item: T) => Promise<R> {
  let next: { items: T[]; outcome: Promise<R> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const open = () => {
    const items: T[] = [];
    const turn =
      patience === undefined ? last : Promise.race([last, setTimeout(patience, undefined, { ref: false })]);
    const outcome = turn
      .then(() => setImmediate())
      .then(() => {
        next = undefined;
        return call(items);
      });
    last = outcome.catch(() => undefined);
    return (next = { items, outcome });
  };
  return (item) => {
    const { items, outcome } = next ?? outsideContext(open);
    items.push(item);
    return outcome;
  };
}

/** The same for items of which only those with one key go into one call. */
export function coalesceBy<T, R>(
  keyOf: (item: T) => string,
  call: (items: T[]) => Promise<R>,
  patience?: number,
): (item: T) => Promise<R> {
  const kinds = new Map<string, { ask: (item: T) => Promise<R>; open: number }>();
  return async (item) => {
    const key = keyOf(item);
    const kind = kinds.get(key) ?? { ask: coalesce(call, patience), open: 0 };
    kinds.set(key, kind);
    kind.open += 1;
    try {
      return await kind.ask(item);
    } finally {
      kind.open -= 1;
      if (kind.open === 0) kinds.delete(key);
    }
  };
}
