import type { ShopifyStub, StoreControl } from '../support/shopify-stub.js';

/** What the Admin API of the stub answered. */
export interface Answered<T> {
  status: number;
  headers: Headers;
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
  extensions?: {
    cost?: {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
    };
    search?: { path: string[]; query: string; warnings: { field: string; code: string }[] }[];
  };
}

export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<Answered<T>>;

/** Asks as an app does, with a token that it holds. */
export function asker(stubUrl: string, shop: string, accessToken: string, version = '2026-10'): Ask {
  return async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const response = await fetch(`${stubUrl}/${shop}/admin/api/${version}/graphql.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': accessToken },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Omit<Answered<T>, 'status' | 'headers'>;
    return { ...body, status: response.status, headers: response.headers };
  };
}

export const allScopes = [
  'read_orders',
  'read_customers',
  'write_merchant_managed_fulfillment_orders',
  'write_fulfillments',
];

/** Asks with a token of the store's that has these scopes. */
export async function askWith({ url }: ShopifyStub, store: StoreControl, scopes: string[]): Promise<Ask> {
  const { accessToken } = await store.tokens(scopes);
  return asker(url, store.shop, accessToken);
}

let stores = 0;

/** A store of the test's own, and how to ask it for all there is. */
export async function newStore(stub: ShopifyStub): Promise<{ store: StoreControl; ask: Ask }> {
  const store = stub.store(`shop-${++stores}.myshopify.com`);
  return { store, ask: await askWith(stub, store, allScopes) };
}
