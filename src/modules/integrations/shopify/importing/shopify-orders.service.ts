import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ListPages } from '../../../../common/cursor.js';
import { problem } from '../../../../common/problems/problems.js';
import { isStorable } from '../../../../common/schemas/storable.js';
import { Database } from '../../../../database/database.js';
import { problemOfShopify, ShopifyRefused } from '../api/shopify-errors.js';
import { ShopifyStores } from '../shopify-stores.js';
import { listedOrdersPerQuery } from './order-documents.js';
import { quoted, ShopifyOrderReader, type ListedEdge } from './shopify-order-reader.js';
import { toListedOrder, type ShopifyOrdersQuery } from './shopify-orders.dto.js';
import { ShopifyReferences } from './shopify-references.js';

/** Shopify’s own cursor: letters of Base64. */
const storeCursor = z
  .string()
  .min(8)
  .max(500)
  .regex(/^[\w+/=-]+$/)
  .refine(isStorable);
const pages = new ListPages('orders of a store', z.tuple([storeCursor]));

/** Refusals that no cursor brings about. */
const otherCodes = new Set(['ACCESS_DENIED', '404']);

/** How many pages of the store are looked through for those that were, or were not, imported. */
const mostQueries = 10;

const conditions: Record<ShopifyOrdersQuery['status'], string | null> = {
  unfulfilled: 'status:open AND fulfillment_status:unfulfilled AND NOT fulfillment_status:partial',
  partial: 'status:open AND fulfillment_status:partial',
  fulfilled: 'fulfillment_status:fulfilled AND NOT status:cancelled',
  cancelled: 'status:cancelled',
  any: null,
};

/** Lists the orders of a connected store, as the store has them now. */
@Injectable()
export class ShopifyOrdersService {
  constructor(
    private readonly db: Database,
    private readonly stores: ShopifyStores,
    private readonly reader: ShopifyOrderReader,
    private readonly references: ShopifyReferences,
  ) {}

  /**
   * Newest first. Pages may be shorter than asked for where `imported` leaves many out.
   * @throws Problem `shopify_not_connected`, `shopify_unavailable`, `shopify_access_lost`
   */
  async listShopifyOrders({ limit, cursor, shop, ...asked }: ShopifyOrdersQuery, signal: AbortSignal) {
    const store = await this.db.transaction((em) => this.stores.require(em, shop));
    const filters = { ...asked, storeId: store.id };
    let [after] = pages.decode(cursor, filters) ?? [];
    const query = searchOf(asked);
    const items: ReturnType<typeof toListedOrder>[] = [];
    let hasMore = true;
    for (let queries = 0; hasMore && items.length < limit && queries < mostQueries; queries += 1) {
      const first = Math.min(
        listedOrdersPerQuery,
        asked.imported === undefined ? limit - items.length : limit,
      );
      const wanted = { first, after, query, reverse: true };
      const { edges, pageInfo } = await this.read(
        store.id,
        wanted,
        signal,
        queries === 0 && after !== undefined,
      );
      const ids = edges.map(({ node }) => node.legacyResourceId);
      const known = await this.db.transaction((em) => this.references.ordersOf(em, store.shop, ids));
      let at = 0;
      for (; at < edges.length && items.length < limit; at += 1) {
        const { cursor: here, node } = edges[at]!;
        after = here;
        const importedAs = known.get(node.legacyResourceId);
        if (asked.imported !== undefined && asked.imported !== (importedAs !== undefined)) continue;
        items.push(toListedOrder(node, store.scopes, importedAs));
      }
      hasMore = pageInfo.hasNextPage || at < edges.length;
    }
    return { items, nextCursor: hasMore && after !== undefined ? pages.encode([after], filters) : null };
  }

  private async read(
    storeId: string,
    wanted: Parameters<ShopifyOrderReader['list']>[1],
    signal: AbortSignal,
    isAsked: boolean,
  ): Promise<{ edges: ListedEdge[]; pageInfo: { hasNextPage: boolean } }> {
    try {
      return await this.reader.list(storeId, wanted, { signal });
    } catch (error) {
      // Only the store can tell whether a cursor is one of its own.
      const mayBeOfCursor =
        error instanceof ShopifyRefused && !error.codes.some((code) => otherCodes.has(code));
      throw isAsked && mayBeOfCursor ? problem('cursor_invalid') : problemOfShopify(error);
    }
  }
}

/** Words are searched for as words: what Shopify would read as an operator is quoted. */
function searchOf({ q, status }: Pick<ShopifyOrdersQuery, 'q' | 'status'>): string {
  const words = (q ?? '').split(/\s+/).filter(Boolean).map(quoted);
  return [conditions[status], ...words].filter((part) => part !== null).join(' AND ');
}
