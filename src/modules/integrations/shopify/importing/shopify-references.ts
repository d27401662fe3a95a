import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { filterScopeOf, rowsOf } from '../../../../database/database.js';
import { Statement } from '../../../../database/sql/statement.js';
import type { WrittenRow } from '../../../orders/order-row.js';
import type { OrderStatus } from '../../../orders/order-status.js';
import { isDraft } from '../../../orders/order-status-sql.js';

interface Owner {
  id: string;
  organizationId: string;
  clientId: string;
  shop: string;
}

interface Claim {
  orderId: string;
  shopifyOrderId: string;
  said: WrittenRow;
}

/** What an order of a store became here. */
export interface ImportedOrder {
  orderId: string;
  isDraft: boolean;
  /** Whether it was erased since, as privacy law asks. */
  isErased: boolean;
}

export interface Reference {
  id: string;
  orderId: string;
  /** What the store said last, by the columns of orders; null once it was erased. */
  said: Partial<WrittenRow> | null;
  toldHash: string | null;
}

export interface OrderStanding {
  status: OrderStatus;
  /** By its store. */
  isCancelled: boolean;
}

export interface OrderOrigin {
  storeId: string;
  shopifyOrderId: string;
}

/** Which orders of a client’s stores became which of its orders. Runs in the client’s transactions. */
@Injectable()
export class ShopifyReferences {
  /** The order here that an order of the store became; null where it became none, or was deleted. */
  async orderOf(em: EntityManager, shop: string, shopifyOrderId: string): Promise<string | null> {
    return (await this.ordersOf(em, shop, [shopifyOrderId])).get(shopifyOrderId) ?? null;
  }

  /** Ids of orders here, by those of the store. */
  async ordersOf(
    em: EntityManager,
    shop: string,
    shopifyOrderIds: readonly string[],
  ): Promise<Map<string, string>> {
    const imported = await this.importedOf(em, shop, shopifyOrderIds);
    return new Map([...imported].map(([id, { orderId }]) => [id, orderId]));
  }

  /** What became of orders of the store, by their ids. A deleted draft is none of them. */
  async importedOf(
    em: EntityManager,
    shop: string,
    shopifyOrderIds: readonly string[],
  ): Promise<Map<string, ImportedOrder>> {
    if (shopifyOrderIds.length === 0) return new Map();
    const { text, values } = own(
      em,
      (statement, tenant) => `
      select r.shopify_order_id as "shopifyOrderId", r.order_id as "orderId", ${isDraft} as "isDraft",
             r.said is null as "isErased"
        from shopify_orders r join orders o on o.organization_id = r.organization_id and o.id = r.order_id
       where ${tenant} and r.shop = ${statement.bind(shop)} and r.shopify_order_id = any(${statement.bind(shopifyOrderIds)})`,
    );
    const rows = await rowsOf<ImportedOrder & { shopifyOrderId: string }>(em, text, values);
    return new Map(rows.map(({ shopifyOrderId, ...imported }) => [shopifyOrderId, imported]));
  }

  /** How far the orders are that orders of the store became, by the store’s ids. */
  async standingOf(
    em: EntityManager,
    shop: string,
    shopifyOrderIds: readonly string[],
  ): Promise<Map<string, OrderStanding>> {
    const { text, values } = own(
      em,
      (statement, tenant) => `
      select r.shopify_order_id as "shopifyOrderId", o.status, o.store_cancelled_at is not null as "isCancelled"
        from shopify_orders r join orders o on o.organization_id = r.organization_id and o.id = r.order_id
       where ${tenant} and r.shop = ${statement.bind(shop)} and r.shopify_order_id = any(${statement.bind(shopifyOrderIds)})`,
    );
    const rows = await rowsOf<OrderStanding & { shopifyOrderId: string }>(em, text, values);
    return new Map(rows.map(({ shopifyOrderId, ...standing }) => [shopifyOrderId, standing]));
  }

  /** Which order of which store became this one; undefined where none did. */
  async originOf(em: EntityManager, orderId: string): Promise<OrderOrigin | undefined> {
    const sql = `
      select store_id as "storeId", shopify_order_id as "shopifyOrderId" from shopify_orders where order_id = $1`;
    return (await rowsOf<OrderOrigin>(em, sql, [orderId]))[0];
  }

  /**
   * Takes orders of a store for drafts that are about to be made; answers the ids of the drafts that are ours to make.
   * Waits for whoever takes the same.
   */
  async claim(em: EntityManager, store: Owner, claims: readonly Claim[]): Promise<Set<string>> {
    if (claims.length === 0) return new Set();
    const sorted = claims.toSorted((a, b) => (a.shopifyOrderId < b.shopifyOrderId ? -1 : 1));
    const rows = await rowsOf<{ orderId: string }>(
      em,
      `insert into shopify_orders (id, organization_id, client_id, store_id, shop, shopify_order_id, order_id, said, created_at, updated_at)
       select c.id, $1, $2, $3, $4, c.shopify_order_id, c.order_id, c.said::jsonb, now(), now()
         from unnest($5::uuid[], $6::text[], $7::uuid[], $8::text[]) with ordinality as c (id, shopify_order_id, order_id, said, n)
        order by c.n
           on conflict (client_id, shop, shopify_order_id, organization_id) do nothing
       returning order_id as "orderId"`,
      [
        store.organizationId,
        store.clientId,
        store.id,
        store.shop,
        sorted.map(() => uuidv7()),
        sorted.map(({ shopifyOrderId }) => shopifyOrderId),
        sorted.map(({ orderId }) => orderId),
        sorted.map(({ said }) => JSON.stringify(said)),
      ],
    );
    return new Set(rows.map(({ orderId }) => orderId));
  }

  /** Gives back what was claimed for drafts that could not be made. */
  async release(em: EntityManager, orderIds: readonly string[]): Promise<void> {
    if (orderIds.length === 0) return;
    const { text, values } = own(
      em,
      (statement, tenant) => `
      delete from shopify_orders r where ${tenant} and r.order_id = any(${statement.bind(orderIds)}::uuid[])`,
    );
    await rowsOf(em, text, values);
  }

  /** Locked until the transaction ends. */
  async lock(em: EntityManager, shop: string, shopifyOrderId: string): Promise<Reference | undefined> {
    const { text, values } = own(
      em,
      (statement, tenant) => `
      select r.id, r.order_id as "orderId", r.said, r.told_hash as "toldHash" from shopify_orders r
       where ${tenant} and r.shop = ${statement.bind(shop)} and r.shopify_order_id = ${statement.bind(shopifyOrderId)}
         for update of r`,
    );
    const [reference] = await rowsOf<Reference>(em, text, values);
    return reference;
  }

  /** What the store says now. */
  async keep(em: EntityManager, id: string, said: WrittenRow): Promise<void> {
    const { text, values } = own(
      em,
      (statement, tenant) => `
      update shopify_orders r set said = ${statement.bind(JSON.stringify(said))}::jsonb, updated_at = now()
       where ${tenant} and r.id = ${statement.bind(id)}`,
    );
    await rowsOf(em, text, values);
  }

  /** What was told of how the store differs. */
  async told(em: EntityManager, id: string, hash: string | null): Promise<void> {
    const { text, values } = own(
      em,
      (statement, tenant) => `
      update shopify_orders r set told_hash = ${statement.bind(hash)}, updated_at = now()
       where ${tenant} and r.id = ${statement.bind(id)}`,
    );
    await rowsOf(em, text, values);
  }

  /** Which of these Ids are of orders that came from a store. */
  async namesOfStores(em: EntityManager, externalIds: readonly string[]): Promise<Set<string>> {
    const { text, values } = own(
      em,
      (statement, tenant) => `
      select o.external_id as name from orders o
       where ${tenant} and o.source = 'shopify'
         and o.external_id = any(${statement.bind(externalIds)})`,
      'o',
    );
    return new Set((await rowsOf<{ name: string }>(em, text, values)).map(({ name }) => name));
  }

  /** The client’s order of this Id. */
  async orderNamed(em: EntityManager, externalId: string): Promise<string | null> {
    const { text, values } = own(
      em,
      (statement, tenant) => `
      select o.id from orders o
       where ${tenant} and o.external_id = ${statement.bind(externalId)}`,
      'o',
    );
    return (await rowsOf<{ id: string }>(em, text, values))[0]?.id ?? null;
  }
}

function own(
  em: EntityManager,
  build: (statement: Statement, tenant: string) => string,
  alias: 'r' | 'o' = 'r',
) {
  const statement = new Statement();
  const text = build(statement, statement.tenant(filterScopeOf(em), alias));
  return { text, values: statement.values };
}
