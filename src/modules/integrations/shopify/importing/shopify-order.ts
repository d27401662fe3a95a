/** An order as lists of the store's orders show it: names and types are Shopify's. */
export interface ListedShopifyOrder {
  id: string;
  legacyResourceId: string;
  name: string;
  createdAt: string;
  cancelledAt: string | null;
  displayFulfillmentStatus: string;
  requiresShipping: boolean;
  currentSubtotalLineItemsQuantity: number;
  shippingAddress: Pick<ShopifyAddress, 'name' | 'address1' | 'city' | 'zip' | 'countryCodeV2'> | null;
  fulfillmentOrders: { nodes: FulfilmentPart[] };
}

/** What one location sends of an order. Those that the app's scopes do not reach are left out without a word. */
export interface FulfilmentPart {
  status: string;
  deliveryMethod: { methodType: string } | null;
}

/** An order with all that a draft is made of. */
export interface ShopifyOrderData extends Omit<ListedShopifyOrder, 'shippingAddress' | 'fulfillmentOrders'> {
  number: number;
  email: string | null;
  phone: string | null;
  note: string | null;
  /** Of all that was ordered, in grams. */
  totalWeight: string | null;
  customAttributes: { key: string; value: string | null }[];
  shippingAddress: ShopifyAddress | null;
  fulfillmentOrders: { nodes: WholePart[]; pageInfo: PageInfo };
}

export interface WholePart extends FulfilmentPart {
  lineItems: { nodes: PartLine[]; pageInfo: PageInfo };
}

/** A product of a part. */
export interface PartLine {
  productTitle: string;
  variantTitle: string | null;
  sku: string | null;
  requiresShipping: boolean;
  totalQuantity: number;
  /** What has not been sent yet. */
  remainingQuantity: number;
}

export interface PageInfo {
  hasNextPage: boolean;
  endCursor?: string | null;
}

/** Any of it is null where the app is not allowed to see it. */
export interface ShopifyAddress {
  name: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  zip: string | null;
  country: string | null;
  countryCodeV2: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
}
