import type { Order, Page, PagePromise, Stop } from '../src/index.js';
import { Failure } from './failures.js';
import { show } from './shown.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As much of the calls of orders, and of stops, as finds one. */
interface Finding {
  list(query: { externalId?: string; q?: string; limit: number }): PagePromise<Page<Order | Stop>>;
}

/** The id of an order that people name by its UUID, its own Id or its tracking code. @throws Failure when there is none */
export async function orderId(calls: Finding, named: string): Promise<string> {
  if (uuid.test(named)) return named.toLowerCase();
  const own = (await calls.list({ externalId: named, limit: 2 })).items;
  const found =
    own.length > 0 ? own : (await calls.list({ q: named, limit: 20 })).items.filter(isCalled(named));
  if (found.length === 1) return found[0]!.id;
  if (found.length > 1)
    throw new Failure(show`Several are “${named}”.`, show`Name it by its tracking code or UUID.`);
  throw new Failure(
    show`There is no “${named}”.`,
    show`An order is named by its Id, its tracking code or its UUID; waybill orders list shows them.`,
  );
}

const isCalled = (named: string) => {
  const code = named.replaceAll('-', '').toUpperCase();
  return ({ trackingCode }: Order | Stop) => trackingCode.replaceAll('-', '') === code;
};

/** The ids of several, each once. */
export async function orderIds(calls: Finding, named: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of named) ids.push(await orderId(calls, one));
  return [...new Set(ids)];
}
