import { gid } from '../store/ids.ts';
import {
  type DeliveryMethod,
  type Fulfillment,
  type FulfillmentEvent,
  type FulfillmentHold,
  type FulfillmentOrder,
  type FulfillmentOrderLine,
  type LineItem,
  type Location,
} from '../store/order-types.ts';
import { isVisible, personal, reaches } from './access.ts';
import { connect, type ConnectionArgs } from './connections.ts';
import { type Fields } from './context.ts';
import { idOf, weightOf } from './resolve-orders.ts';

export const fulfillmentQueries: Fields = {
  fulfillment: (_: unknown, { id }: { id: string }, context) => {
    const found = context.store.fulfillments.get(idOf(id, 'Fulfillment'));
    return found && isVisible(context, found.order) ? found : null;
  },
  fulfillmentOrder: (_: unknown, { id }: { id: string }, context) => {
    const found = context.store.fulfillmentOrders.get(idOf(id, 'FulfillmentOrder'));
    return found && reaches(context, 'read', found) ? found : null;
  },
};

const actions: Partial<Record<string, string[]>> = {
  OPEN: ['CREATE_FULFILLMENT', 'MOVE', 'HOLD', 'SPLIT'],
  IN_PROGRESS: ['CREATE_FULFILLMENT', 'HOLD', 'SPLIT'],
  ON_HOLD: ['RELEASE_HOLD', 'HOLD', 'MOVE'],
  SCHEDULED: ['MARK_AS_OPEN'],
};

export const fulfillmentOrderFields: Fields = {
  id: ({ id }: FulfillmentOrder) => gid('FulfillmentOrder', id),
  orderId: ({ order }: FulfillmentOrder) => gid('Order', order.id),
  orderName: ({ order }: FulfillmentOrder) => order.name,
  requestStatus: () => 'UNSUBMITTED',
  fulfillBy: () => null,
  assignedLocation: ({ location }: FulfillmentOrder) => ({
    ...location.address,
    name: location.name,
    location,
  }),
  destination: ({ id, order }: FulfillmentOrder) =>
    order.shippingAddress && { ...order.shippingAddress, email: order.email, id },
  fulfillmentHolds: ({ holds }: FulfillmentOrder) => holds,
  supportedActions: ({ status }: FulfillmentOrder) =>
    (actions[status] ?? []).map((action) => ({ action, externalUrl: null })),
  lineItems: ({ lines }: FulfillmentOrder, args: ConnectionArgs) => connect(lines, args),
  fulfillments: (one: FulfillmentOrder, args: ConnectionArgs) =>
    connect(
      one.order.fulfillments.filter(({ fulfillmentOrders }) => fulfillmentOrders.includes(one)),
      args,
    ),
};

type Destination = Record<string, string | number | null> & { id: number };

export const destinationFields: Fields = {
  id: ({ id }: Destination) => gid('FulfillmentOrderDestination', id),
  ...Object.fromEntries(
    ['firstName', 'lastName', 'address1', 'address2', 'email', 'phone'].map(
      (field): [string, Fields[string]] => [
        field,
        (destination: Destination, _: never, context) => personal(context, field, destination[field] ?? null),
      ],
    ),
  ),
};

export const holdFields: Fields = {
  id: ({ id }: FulfillmentHold) => gid('FulfillmentHold', id),
  handle: () => null,
  heldByRequestingApp: () => false,
};

export const deliveryMethodFields: Fields = {
  id: ({ id }: DeliveryMethod) => gid('DeliveryMethod', id),
  additionalInformation: ({ instructions, phone }: DeliveryMethod) =>
    (instructions ?? phone) === null ? null : { instructions, phone },
};

export const fulfillmentOrderLineFields: Fields = {
  id: ({ id }: FulfillmentOrderLine) => gid('FulfillmentOrderLineItem', id),
  productTitle: ({ lineItem }: FulfillmentOrderLine) => lineItem.title,
  variantTitle: ({ lineItem }: FulfillmentOrderLine) => lineItem.variantTitle,
  sku: ({ lineItem }: FulfillmentOrderLine) => lineItem.sku,
  requiresShipping: ({ lineItem }: FulfillmentOrderLine) => lineItem.requiresShipping,
  weight: ({ lineItem }: FulfillmentOrderLine) => weightOf(lineItem.grams),
};

const eventAt = ({ events }: Fulfillment, ...statuses: string[]): string | null =>
  events.findLast(({ status }) => statuses.includes(status))?.happenedAt ?? null;

export const fulfillmentFields: Fields = {
  id: ({ id }: Fulfillment) => gid('Fulfillment', id),
  legacyResourceId: ({ id }: Fulfillment) => String(id),
  status: () => 'SUCCESS',
  displayStatus: ({ events }: Fulfillment) => events.at(-1)?.status ?? 'FULFILLED',
  deliveredAt: (one: Fulfillment) => eventAt(one, 'DELIVERED'),
  inTransitAt: (one: Fulfillment) => eventAt(one, 'IN_TRANSIT', 'OUT_FOR_DELIVERY'),
  estimatedDeliveryAt: ({ events }: Fulfillment) =>
    events.findLast(({ estimatedDeliveryAt }) => estimatedDeliveryAt)?.estimatedDeliveryAt ?? null,
  requiresShipping: ({ lines }: Fulfillment) => lines.some(({ lineItem }) => lineItem.requiresShipping),
  totalQuantity: ({ lines }: Fulfillment) => lines.reduce((sum, { quantity }) => sum + quantity, 0),
  trackingInfo: ({ trackingInfo }: Fulfillment, { first }: { first?: number | null }) =>
    trackingInfo.slice(0, first ?? undefined),
  events: ({ events }: Fulfillment, args: ConnectionArgs) =>
    connect(events, args, ({ happenedAt }) => happenedAt),
  fulfillmentLineItems: ({ lines }: Fulfillment, args: ConnectionArgs) => connect(lines, args),
  fulfillmentOrders: ({ fulfillmentOrders }: Fulfillment, args: ConnectionArgs, context) =>
    connect(
      fulfillmentOrders.filter((one) => reaches(context, 'read', one)),
      args,
    ),
};

export const fulfillmentLineFields: Fields = {
  id: ({ id }: { id: number; lineItem: LineItem }) => gid('FulfillmentLineItem', id),
};

export const fulfillmentEventFields: Fields = {
  id: ({ id }: FulfillmentEvent) => gid('FulfillmentEvent', id),
};

export const locationFields: Fields = {
  id: ({ id }: Location) => gid('Location', id),
  isActive: () => true,
  fulfillsOnlineOrders: () => true,
  shipsInventory: () => true,
};
