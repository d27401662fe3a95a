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
