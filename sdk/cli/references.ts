import type { Order, Page, PagePromise, Stop, Waybill } from '../src/index.js';
import { Failure } from './failures.js';
import { show } from './shown.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As much of the calls of orders, and of stops, as finds one. */
interface Finding {
  list(query: { externalId?: string; q?: string; limit: number }): PagePromise<Page<Order | Stop>>;
}

/**
 * The id of an order, or stop, that people name by its UUID, its own Id or its tracking code.
 * @throws Failure when there is none
 */
export async function idOf(waybill: Waybill, what: 'orders' | 'stops', named: string): Promise<string> {
  if (uuid.test(named)) return named.toLowerCase();
  const calls: Finding = waybill[what];
  const own = (await calls.list({ externalId: named, limit: 2 })).items;
  const found =
    own.length > 0 ? own : (await calls.list({ q: named, limit: 20 })).items.filter(isCalled(named));
  if (found.length === 1) return found[0]!.id;
  if (found.length > 1)
    throw new Failure(show`Several are “${named}”.`, show`Name it by its tracking code or UUID.`);
  throw new Failure(
    show`There is no “${named}”.`,
    show`Its Id, its tracking code or its UUID names it; waybill ${what} list shows them.`,
    'not_found',
  );
}

const isCalled = (named: string) => {
  const code = named.replaceAll('-', '').toUpperCase();
  return ({ trackingCode }: Order | Stop) => trackingCode.replaceAll('-', '') === code;
};

/** Several by their ids, each once, with the names they were given. */
export async function namesById(
  waybill: Waybill,
  what: 'orders' | 'stops',
  named: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const name of named) names.set(await idOf(waybill, what, name), name);
  return names;
}
