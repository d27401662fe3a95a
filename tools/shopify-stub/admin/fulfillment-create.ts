import { announceOrder } from '../webhooks/announce.ts';
import { gid } from '../store/ids.ts';
import { fulfill, type Sending, touch } from '../store/order-changes.ts';
import { type FulfillmentOrderLine, type TrackingInfo } from '../store/order-types.ts';
import { fulfillmentOrderScopes, reaches, requireScope } from './access.ts';
import { type AdminContext, type Fields, type UserError } from './context.ts';
import { idOf } from './resolve-orders.ts';

interface FulfillmentInput {
  lineItemsByFulfillmentOrder: {
    fulfillmentOrderId: string;
    fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null;
  }[];
  notifyCustomer?: boolean | null;
  trackingInfo?: {
    company?: string | null;
    number?: string | null;
    numbers?: string[] | null;
    url?: string | null;
    urls?: string[] | null;
  } | null;
}

interface EventInput {
  fulfillmentId: string;
  status: string;
  message?: string | null;
  happenedAt?: string | null;
  estimatedDeliveryAt?: string | null;
  address1?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
  zip?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

export const fulfillmentMutations: Fields = {
  fulfillmentCreate: (_: unknown, { fulfillment: input }: { fulfillment: FulfillmentInput }, context) => {
    requireScope(context, 'fulfillmentCreate', ...fulfillmentOrderScopes('write'));
    const refused = (userErrors: UserError[]) => ({ fulfillment: null, userErrors });
    if (context.fault) return refused(faultErrors(context));
    const { sendings, errors } = sendingsOf(context, input);
    if (errors.length > 0) return refused(errors);
    return { fulfillment: record(context, input, sendings), userErrors: [] };
  },

  fulfillmentEventCreate: (
    _: unknown,
    { fulfillmentEvent: input }: { fulfillmentEvent: EventInput },
    context,
  ) => {
    requireScope(context, 'fulfillmentEventCreate', 'write_fulfillments');
    if (context.fault) return { fulfillmentEvent: null, userErrors: faultErrors(context) };
    const { store, world } = context;
    const fulfillment = store.fulfillments.get(idOf(input.fulfillmentId, 'Fulfillment'));
    if (!fulfillment) {
      const message = 'Fulfillment does not exist';
      return {
        fulfillmentEvent: null,
        userErrors: [{ field: ['fulfillmentEvent', 'fulfillmentId'], message }],
      };
    }
    const now = touch(fulfillment.order);
    const { fulfillmentId, happenedAt, ...rest } = input;
    const event = {
      ...emptyEvent,
      ...rest,
      id: store.ids.next(),
      happenedAt: happenedAt ?? now,
      createdAt: now,
    };
    fulfillment.events.push(event);
    fulfillment.updatedAt = now;
    const { status, message, estimatedDeliveryAt } = event;
    const order = fulfillment.order.name;
    world.log.add(store.shop, 'fulfillmentEvent', {
      order,
      fulfillmentId,
      status,
      message,
      estimatedDeliveryAt,
    });
    announceOrder(world, store, 'orders/updated', fulfillment.order);
    return { fulfillmentEvent: event, userErrors: [] };
  },
};

const emptyEvent = {
  message: null,
  estimatedDeliveryAt: null,
  address1: null,
  city: null,
  province: null,
  country: null,
  zip: null,
  latitude: null,
  longitude: null,
};

const faultErrors = ({ fault }: AdminContext): UserError[] =>
  (fault?.messages ?? ['Something went wrong']).map((message) => ({ field: ['fulfillment'], message }));

/** What is to be sent, or why it may not be; the messages are Shopify's. */
function sendingsOf(
  context: AdminContext,
  input: FulfillmentInput,
): { sendings: Sending[]; errors: UserError[] } {
  const sendings: Sending[] = [];
  const fail = (message: string, ...path: string[]) => ({
    sendings: [],
    errors: [{ field: ['fulfillment', ...path], message }],
  });
  const groups = input.lineItemsByFulfillmentOrder;
  if (groups.length === 0) return fail('Line items by fulfillment order must contain at least one item.');
  for (const group of groups) {
    const owner = context.store.fulfillmentOrders.get(idOf(group.fulfillmentOrderId, 'FulfillmentOrder'));
    if (!owner || !reaches(context, 'write', owner)) return fail('Fulfillment order does not exist.');
    if (owner.status !== 'OPEN' && owner.status !== 'IN_PROGRESS')
      return fail(
        `Fulfillment order ${owner.id} has an unfulfillable status= ${owner.status.toLowerCase()}.`,
      );
    if (sendings.some((one) => one.owner === owner)) return fail('Fulfillment orders must be unique.');
    const [first] = sendings;
    if (first && first.owner.order !== owner.order)
      return fail('All fulfillment orders must belong to the same order.');
    if (first && first.owner.location !== owner.location)
      return fail('All fulfillment orders must be assigned to the same location.');
    const wanted = group.fulfillmentOrderLineItems;
    const quantities = wanted && new Map<FulfillmentOrderLine, number>();
    for (const { id, quantity } of wanted ?? []) {
      const line = owner.lines.find((one) => one.id === idOf(id, 'FulfillmentOrderLineItem'));
      if (!line) return fail('Fulfillment order line item does not exist.');
      if (quantity <= 0) return fail('Quantity must be greater than 0');
      if (quantity > line.remainingQuantity)
        return fail('Invalid fulfillment order line item quantity requested.');
      quantities?.set(line, quantity);
    }
    sendings.push({ owner, ...(quantities && quantities.size > 0 && { quantities }) });
  }
  return { sendings, errors: [] };
}

function record({ store, world }: AdminContext, input: FulfillmentInput, sendings: Sending[]) {
  const notifyCustomer = input.notifyCustomer ?? false;
  const trackingInfo = trackingOf(input.trackingInfo);
  const made = fulfill(store, sendings, { trackingInfo, notifyCustomer });
  const { order } = made;
  world.log.add(store.shop, 'fulfillment', {
    id: gid('Fulfillment', made.id),
    orderId: gid('Order', order.id),
    order: order.name,
    location: made.location.name,
    fulfillmentOrderIds: sendings.map(({ owner }) => gid('FulfillmentOrder', owner.id)),
    lines: made.lines.map(({ lineItem, quantity }) => ({
      title: lineItem.title,
      sku: lineItem.sku,
      quantity,
    })),
    notifyCustomer,
    trackingInfo,
  });
  if (notifyCustomer)
    world.log.add(store.shop, 'notification', {
      order: order.name,
      to: order.email ?? order.phone,
      about: 'shipping confirmation',
      trackingUrl: trackingInfo[0]?.url ?? null,
    });
  announceOrder(world, store, 'orders/updated', order);
  return made;
}

function trackingOf(input: FulfillmentInput['trackingInfo']): TrackingInfo[] {
  if (!input) return [];
  const company = input.company ?? null;
  const numbers = input.numbers ?? (input.number == null ? [] : [input.number]);
  const urls = input.urls ?? (input.url == null ? [] : [input.url]);
  const length = Math.max(numbers.length, urls.length, company === null ? 0 : 1);
  return Array.from({ length }, (_, index) => ({
    company,
    number: numbers[index] ?? null,
    url: urls[index] ?? null,
  }));
}
