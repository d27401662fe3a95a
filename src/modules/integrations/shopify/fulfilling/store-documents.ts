/**
 * What is asked of a store to mark an order as fulfilled. Shopify refuses a query that may cost more than 1000 points,
 * one for each object asked for and two for each list, as long as the list may be. Locations themselves are not asked
 * for, since that takes a scope of its own.
 */

const maxParts = 10;
const maxFulfillments = 5;
const maxEvents = 100;

const fulfillmentFields = 'id status displayStatus createdAt trackingInfo(first: 3) { number }';

export const orderDocument = `
  query WaybillOrderToFulfil($id: ID!, $after: String) {
    order(id: $id) {
      id cancelledAt
      fulfillmentOrders(first: ${maxParts}, after: $after) {
        nodes {
          id status fulfillAt
          supportedActions { action }
          fulfillmentHolds { reason displayReason reasonNotes }
          assignedLocation { name address1 city zip }
          deliveryMethod { methodType }
          fulfillments(first: ${maxFulfillments}) { nodes { ${fulfillmentFields} } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

export const fulfilDocument = `
  mutation WaybillFulfil($fulfillment: FulfillmentInput!) {
    fulfillmentCreate(fulfillment: $fulfillment) {
      fulfillment { ${fulfillmentFields} }
      userErrors { field message }
    }
  }`;

export const eventsDocument = `
  query WaybillFulfillmentEvents($id: ID!) {
    fulfillment(id: $id) { events(first: ${maxEvents}, reverse: true) { nodes { status happenedAt } } }
  }`;

export const tellDocument = `
  mutation WaybillTellEvent($event: FulfillmentEventInput!) {
    fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } }
  }`;

/** What was made of (a part of) an order; names and types are Shopify's. */
export interface StoreFulfillment {
  id: string;
  status: string;
  displayStatus: string | null;
  createdAt: string;
  trackingInfo: { number: string | null }[];
}

/** What one location has to send of an order: a fulfilment order. */
export interface StorePart {
  id: string;
  status: string;
  fulfillAt: string | null;
  supportedActions: { action: string }[];
  fulfillmentHolds: { reason: string; displayReason: string; reasonNotes: string | null }[];
  assignedLocation: { name: string; address1: string | null; city: string | null; zip: string | null };
  /** Null for orders of a time before Shopify told how they travel. */
  deliveryMethod: { methodType: string } | null;
  fulfillments: { nodes: StoreFulfillment[] };
}

export interface StoreOrder {
  id: string;
  cancelledAt: string | null;
  parts: StorePart[];
}

export interface OrderAnswer {
  order:
    | (Omit<StoreOrder, 'parts'> & {
        fulfillmentOrders: {
          nodes: StorePart[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      })
    | null;
}

interface UserErrors {
  userErrors: { message: string }[];
}

export interface FulfilAnswer {
  fulfillmentCreate: (UserErrors & { fulfillment: StoreFulfillment | null }) | null;
}

export interface EventsAnswer {
  fulfillment: { events: { nodes: { status: string; happenedAt: string }[] } } | null;
}

export interface TellAnswer {
  fulfillmentEventCreate: (UserErrors & { fulfillmentEvent: { id: string } | null }) | null;
}
