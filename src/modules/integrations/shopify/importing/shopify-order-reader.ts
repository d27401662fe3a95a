import { Injectable } from '@nestjs/common';
import { ShopifyAdmin } from '../api/shopify-admin.js';
import { ShopifyRefused } from '../api/shopify-errors.js';
import {
  byIdsDocument,
  byNameDocument,
  listDocument,
  pageDocument,
  partsDocument,
  wholeOrdersPerQuery,
} from './order-documents.js';
import { plainName } from './order-references.js';
import { isDeliverable } from './shippable.js';
import type { ListedShopifyOrder, PageInfo, ShopifyOrderData } from './shopify-order.js';

export interface PageWanted {
  first: number;
  after?: string | null;
  /** In Shopify’s search syntax. */
  query?: string;
  /** Newest first. */
  reverse?: boolean;
}

export interface ReadOptions {
  signal?: AbortSignal;
  patienceSeconds?: number;
}

export interface ListedEdge {
  cursor: string;
  node: ListedShopifyOrder;
}

const gidOf = (id: string) => `gid://shopify/Order/${id}`;
/** How many names one search asks for; each may be that of more than one order. */
const namesPerQuery = 12;

/** Reads a store’s orders. Never within a database transaction. */
@Injectable()
export class ShopifyOrderReader {
  constructor(private readonly admin: ShopifyAdmin) {}

  /** A page of a list, without what only drafts need. */
  async list(storeId: string, wanted: PageWanted, options: ReadOptions = {}) {
    const { orders } = await this.ask<{ orders: { edges: ListedEdge[]; pageInfo: PageInfo } }>(
      storeId,
      listDocument,
      { ...wanted },
      options,
    );
    return orders;
  }

  /** A page of whole orders, the oldest first. */
  async page(storeId: string, wanted: PageWanted, options: ReadOptions = {}) {
    const { orders } = await this.ask<{ orders: { nodes: ShopifyOrderData[]; pageInfo: PageInfo } }>(
      storeId,
      pageDocument,
      { ...wanted },
      options,
    );
    return { ...orders, nodes: await this.completed(storeId, orders.nodes, options) };
  }

  /** Those of these ids that the store shows us, by id. */
  async byIds(
    storeId: string,
    ids: readonly string[],
    options: ReadOptions = {},
  ): Promise<Map<string, ShopifyOrderData>> {
    const found = new Map<string, ShopifyOrderData>();
    for (const some of chunks(ids, wholeOrdersPerQuery)) {
      const { nodes } = await this.ask<{ nodes: (ShopifyOrderData | null)[] }>(
        storeId,
        byIdsDocument,
        { ids: some.map(gidOf) },
        options,
      );
      const orders = nodes.filter((node) => node?.legacyResourceId !== undefined) as ShopifyOrderData[];
      for (const order of await this.completed(storeId, orders, options))
        found.set(order.legacyResourceId, order);
    }
    return found;
  }

  /**
   * The orders of each of these names, as `plainName` writes them; where none is called so, those of the number, to which
   * a store may put letters. Names need not be unique in a store.
   */
  async byNames(
    storeId: string,
    names: readonly string[],
    options: ReadOptions = {},
  ): Promise<Map<string, ShopifyOrderData[]>> {
    const [called, numbered] = [new Map<string, ShopifyOrderData[]>(), new Map<string, ShopifyOrderData[]>()];
    for (const some of chunks(names, namesPerQuery)) {
      const query = some.map((name) => `name:${quoted(name)}`).join(' OR ');
      const { orders } = await this.ask<{ orders: { nodes: ShopifyOrderData[] } }>(
        storeId,
        byNameDocument,
        { first: wholeOrdersPerQuery, query },
        options,
      );
      for (const order of await this.completed(storeId, orders.nodes, options)) {
        const [name, number] = [plainName(order.name), String(order.number)];
        if (some.includes(name)) called.set(name, [...(called.get(name) ?? []), order]);
        else if (some.includes(number)) numbered.set(number, [...(numbered.get(number) ?? []), order]);
      }
    }
    return new Map([...numbered, ...called]);
  }

  /** Reads all parts and lines of the few orders that have more of them than a page tells. */
  private async completed(
    storeId: string,
    orders: readonly ShopifyOrderData[],
    options: ReadOptions,
  ): Promise<ShopifyOrderData[]> {
    const whole: ShopifyOrderData[] = [];
    for (const order of orders) {
      const { nodes, pageInfo } = order.fulfillmentOrders;
      const isCut =
        pageInfo.hasNextPage ||
        nodes.some((part) => isDeliverable(part) && part.lineItems.pageInfo.hasNextPage);
      if (!isCut) {
        whole.push(order);
        continue;
      }
      const answer = await this.ask<{ order: Pick<ShopifyOrderData, 'fulfillmentOrders'> | null }>(
        storeId,
        partsDocument,
        { id: order.id },
        options,
      );
      whole.push({ ...order, ...answer.order });
    }
    return whole;
  }

  /** Where Shopify only keeps single fields back, they are null: what it answers is good all the same. */
  private async ask<T extends object>(
    storeId: string,
    document: string,
    variables: Record<string, unknown>,
    options: ReadOptions,
  ): Promise<T> {
    try {
      return await this.admin.query<T>(storeId, document, variables, options);
    } catch (error) {
      if (!(error instanceof ShopifyRefused) || error.codes.some((code) => code !== 'ACCESS_DENIED'))
        throw error;
      const data = error.data as T | null | undefined;
      if (!data || Object.values(data).some((root) => root === null)) throw error;
      return data;
    }
  }
}

/** A value of a search. */
export const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
