/**
 * What Waybill asks of a store's orders. Shopify refuses a query that may cost more than 1000 points: one for each
 * object asked for and two for each list, as long as the list may be. The sizes of pages follow from that.
 * Customers themselves are not asked for, since that takes a scope of its own; their name stands in the address.
 */

const sharedFields = `
  id legacyResourceId name createdAt cancelledAt displayFulfillmentStatus requiresShipping
  currentSubtotalLineItemsQuantity`;

const lineFields = 'productTitle variantTitle sku requiresShipping totalQuantity remainingQuantity';

const partsOf = (parts: number, lines: number) => `
  fulfillmentOrders(first: ${parts}) {
    nodes {
      status
      deliveryMethod { methodType }
      lineItems(first: ${lines}) { nodes { ${lineFields} } pageInfo { hasNextPage } }
    }
    pageInfo { hasNextPage }
  }`;

/** Few orders have more parts or lines than this; the others are asked for again, each by itself. */
const wholeFields = `
  ${sharedFields}
  number email phone note totalWeight
  customAttributes { key value }
  shippingAddress {
    name company address1 address2 city province provinceCode zip country countryCodeV2 phone latitude longitude
  }
  ${partsOf(3, 10)}`;

const listedFields = `
  ${sharedFields}
  shippingAddress { name address1 city zip countryCodeV2 }
  fulfillmentOrders(first: 4) { nodes { status deliveryMethod { methodType } } }`;

const pageVariables = '$first: Int!, $after: String, $query: String, $reverse: Boolean';
const page = 'first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: $reverse';

/** How many whole orders one query may ask for: 47 points each, a few more where pages count. */
export const wholeOrdersPerQuery = 18;
/** How many orders of a list one query may ask for: 12 points each. */
export const listedOrdersPerQuery = 60;

export const listDocument = `
  query WaybillOrderList(${pageVariables}) {
    orders(${page}) { edges { cursor node { ${listedFields} } } pageInfo { hasNextPage endCursor } }
  }`;

export const pageDocument = `
  query WaybillOrderPage(${pageVariables}) {
    orders(${page}) { nodes { ${wholeFields} } pageInfo { hasNextPage endCursor } }
  }`;

export const byIdsDocument = `
  query WaybillOrdersById($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { ${wholeFields} } } }`;

export const byNameDocument = `
  query WaybillOrdersByName($first: Int!, $query: String!) {
    orders(first: $first, query: $query) { nodes { ${wholeFields} } }
  }`;

/** All parts of one order with as many lines as one query may ask for. */
export const partsDocument = `
  query WaybillOrderParts($id: ID!) { order(id: $id) { ${partsOf(10, 90)} } }`;
