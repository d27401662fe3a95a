import { Injectable } from '@nestjs/common';
import { allOrdersScope } from '../api/shopify-scopes.js';
import type { ShopifyStore } from '../shopify-store.entity.js';
import { notFoundDetail, type ImportedItem } from './import-outcomes.js';
import { plainName, type OrderReference } from './order-references.js';
import { ShopifyOrderReader, type ReadOptions } from './shopify-order-reader.js';
import type { ShopifyOrderData } from './shopify-order.js';

/** What a reference was found to mean: an order, or why none. */
export type Resolved = { input: string } & ({ order: ShopifyOrderData } | { item: ImportedItem });

/** From here on digits alone may be an id; names of orders are far shorter. */
const shortestId = 9;

/** Finds the orders that somebody named in the store. */
@Injectable()
export class ReferenceResolver {
  constructor(private readonly reader: ShopifyOrderReader) {}

  /** In the order of the references. @throws ShopifyUnavailable, ShopifyAccessLost, ShopifyRefused */
  async resolve(
    store: ShopifyStore,
    references: readonly OrderReference[],
    options: ReadOptions,
  ): Promise<Resolved[]> {
    const ids = new Set(references.flatMap((one) => idOf(one, store.shop) ?? []));
    const byId = await this.reader.byIds(store.id, [...ids], options);
    const names = new Set(
      references.filter((one) => !byId.has(idOf(one, store.shop) ?? '')).flatMap(namesOf),
    );
    const byName = await this.reader.byNames(store.id, [...names], options);
    return references.map((one) => {
      const { input } = one;
      const item = (outcome: ImportedItem['outcome'], detail: string): Resolved => ({
        input,
        item: { input, shopifyOrderId: null, name: null, outcome, orderId: null, detail },
      });
      if (one.kind === 'unknown') return item('not_understood', one.why);
      if (one.kind === 'id' && one.shop !== null && one.shop !== store.shop)
        return item('not_found', `It is an order of ${one.shop}, not of ${store.shop}.`);
      const named = byId.get(idOf(one, store.shop) ?? '');
      if (named) return { input, order: named };
      const found =
        namesOf(one)
          .map((name) => byName.get(name))
          .find((some) => some !== undefined) ?? [];
      if (found.length === 0 && one.kind === 'name' && one.why) return item('not_understood', one.why);
      if (found.length === 0) return item('not_found', notFoundDetail(store.scopes.includes(allOrdersScope)));
      if (found.length === 1) return { input, order: found[0]! };
      const meant = found.map(({ legacyResourceId }) => legacyResourceId);
      return item(
        'ambiguous',
        `Orders ${new Intl.ListFormat('en').format(meant)} are meant by it. Name one by its id.`,
      );
    });
  }
}

function idOf(reference: OrderReference, shop: string): string | undefined {
  if (reference.kind === 'id')
    return reference.shop === null || reference.shop === shop ? reference.id : undefined;
  return reference.kind === 'number' && reference.digits.length >= shortestId
    ? reference.digits.replace(/^0+(?=\d)/, '')
    : undefined;
}

/** What it may be called, the likeliest first. */
function namesOf(reference: OrderReference): string[] {
  if (reference.kind === 'number') return [reference.digits];
  if (reference.kind !== 'name') return [];
  const { name, number } = reference;
  return [plainName(name), ...(number === undefined ? [] : [number])];
}
