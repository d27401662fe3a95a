import { GraphQLError } from 'graphql';
import { gid, readGid } from '../store/ids.ts';
import { fulfillmentStatusOf } from '../store/order-changes.ts';
import { type Address, type Customer, type LineItem, type Order } from '../store/order-types.ts';
import { isVisible, personal, reaches, requireOrders, requireScope } from './access.ts';
import { connect, type ConnectionArgs, type SortKey } from './connections.ts';
import { type AdminContext, type Fields } from './context.ts';
import { orderTest } from './order-search.ts';

interface OrdersArgs extends ConnectionArgs {
  query?: string | null;
  sortKey: string;
}

const sortKeys: Record<string, (order: Order) => SortKey> = {
  ID: ({ id }) => id,
  ORDER_NUMBER: ({ number }) => number,
  CREATED_AT: ({ createdAt }) => createdAt,
  PROCESSED_AT: ({ createdAt }) => createdAt,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  FINANCIAL_STATUS: ({ financialStatus }) => financialStatus,
  FULFILLMENT_STATUS: fulfillmentStatusOf,
  CUSTOMER_NAME: ({ customer }) => `${customer?.lastName ?? ''} ${customer?.firstName ?? ''}`,
  TOTAL_ITEMS_QUANTITY: (order) => quantityOf(order),
  TOTAL_PRICE: (order) => totalOf(order),
  CURRENT_TOTAL_PRICE: (order) => totalOf(order),
};

export const orderQueries: Fields = {
  orders: (_: unknown, args: OrdersArgs, context) => {
    requireOrders(context, 'orders');
    const orders = visibleOrders(context).filter(orderTest(context, 'orders', args.query));
    return connect(orders, args, sortKeys[args.sortKey] ?? sortKeys.ID);
  },
  ordersCount: (_: unknown, { query, limit }: { query?: string; limit?: number }, context) => {
    requireOrders(context, 'ordersCount');
    const { length } = visibleOrders(context).filter(orderTest(context, 'ordersCount', query));
    const isOver = limit != null && length > limit;
    return { count: isOver ? limit : length, precision: isOver ? 'AT_LEAST' : 'EXACT' };
  },
  order: (_: unknown, { id }: { id: string }, context) => {
    requireOrders(context, 'order');
    return orderById(context, id);
  },
  orderByIdentifier: (_: unknown, { identifier }: { identifier: { id?: string } }, context) => {
    requireOrders(context, 'orderByIdentifier');
    return identifier.id ? orderById(context, identifier.id) : null;
  },
};

const visibleOrders = (context: AdminContext): Order[] =>
  [...context.store.orders.values()].filter((order) => isVisible(context, order));

function orderById(context: AdminContext, id: string): Order | null {
  const order = context.store.orders.get(idOf(id, 'Order'));
  return order && isVisible(context, order) ? order : null;
}

/** The number in a global id. One of another type finds nothing; what is no global id is an error. */
export function idOf(value: string, type: string): number {
  const id = readGid(value);
  if (id) return id.type === type ? id.id : -1;
  throw new GraphQLError(`Invalid global id '${value}'`, {
    extensions: { code: 'argumentLiteralsIncompatible', typeName: 'CoercionError' },
  });
}

const quantityOf = (order: Order): number => order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0);
const totalOf = (order: Order): number =>
  order.lineItems.reduce((sum, { quantity, price }) => sum + quantity * Number(price), 0);

const money = (amount: number | string) => {
  const one = { amount: Number(amount).toFixed(2), currencyCode: 'USD' };
  return { shopMoney: one, presentmentMoney: one };
};

export const orderFields: Fields = {
  id: ({ id }: Order) => gid('Order', id),
  legacyResourceId: ({ id }: Order) => String(id),
  email: ({ email }: Order, _: never, context) => personal(context, 'email', email),
  phone: ({ phone }: Order, _: never, context) => personal(context, 'phone', phone),
  poNumber: () => null,
  test: () => false,
  customer: ({ customer }: Order, _: never, context) => {
    requireScope(context, 'customer', 'read_customers');
    return customer;
  },
  shippingAddress: ({ shippingAddress, id }: Order) => shippingAddress && { ...shippingAddress, id },
  billingAddress: ({ shippingAddress, id }: Order) => shippingAddress && { ...shippingAddress, id },
  shippingLine: ({ shippingTitle, id }: Order) =>
    shippingTitle && {
      id: gid('ShippingLine', id),
      title: shippingTitle,
      code: shippingTitle,
      source: 'shopify',
    },
  requiresShipping: ({ lineItems }: Order) => lineItems.some((line) => line.requiresShipping),
  closed: ({ closedAt }: Order) => closedAt !== null,
  confirmed: () => true,
  processedAt: ({ createdAt }: Order) => createdAt,
  displayFinancialStatus: ({ financialStatus }: Order) => financialStatus,
  displayFulfillmentStatus: (order: Order) => fulfillmentStatusOf(order),
  fulfillable: ({ fulfillmentOrders }: Order) =>
    fulfillmentOrders.some(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS'),
  statusPageUrl: ({ id }: Order, _: never, { store }) => `https://${store.shop}/orders/${id}/authenticate`,
  subtotalLineItemsQuantity: quantityOf,
  currentSubtotalLineItemsQuantity: quantityOf,
  totalWeight: ({ lineItems }: Order) =>
    String(lineItems.reduce((sum, { grams, quantity }) => sum + grams * quantity, 0)),
  totalPriceSet: (order: Order) => money(totalOf(order)),
  currentTotalPriceSet: (order: Order) => money(totalOf(order)),
  fulfillments: ({ fulfillments }: Order, { first }: { first?: number | null }) =>
    fulfillments.slice(0, first ?? undefined),
  fulfillmentsCount: ({ fulfillments }: Order) => ({ count: fulfillments.length, precision: 'EXACT' }),
  // Those that the scopes do not reach are left out without a word.
  fulfillmentOrders: ({ fulfillmentOrders }: Order, args: ConnectionArgs, context) =>
    connect(
      fulfillmentOrders.filter((one) => reaches(context, 'read', one)),
      args,
    ),
  lineItems: ({ lineItems }: Order, args: ConnectionArgs) => connect(lineItems, args),
};

export const customerFields: Fields = {
  id: ({ id }: Customer) => gid('Customer', id),
  legacyResourceId: ({ id }: Customer) => String(id),
  displayName: (customer: Customer, _: never, { store }) =>
    store.settings.customerData === 'full' ? nameOf(customer) : '',
  firstName: ({ firstName }: Customer, _: never, context) => personal(context, 'firstName', firstName),
  lastName: ({ lastName }: Customer, _: never, context) => personal(context, 'lastName', lastName),
  defaultEmailAddress: ({ email }: Customer, _: never, context) =>
    personal(context, 'email', email && { emailAddress: email }),
  defaultPhoneNumber: ({ phone }: Customer, _: never, context) =>
    personal(context, 'phone', phone && { phoneNumber: phone }),
};

const nameOf = ({ firstName, lastName }: Pick<Customer, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');

type MailingAddress = Address & { id: number };

export const addressFields: Fields = {
  id: ({ id }: MailingAddress) => gid('MailingAddress', id),
  name: (address: MailingAddress, _: never, context) => personal(context, 'name', nameOf(address)),
  firstName: ({ firstName }: MailingAddress, _: never, context) => personal(context, 'firstName', firstName),
  lastName: ({ lastName }: MailingAddress, _: never, context) => personal(context, 'lastName', lastName),
  address1: ({ address1 }: MailingAddress, _: never, context) => personal(context, 'address1', address1),
  address2: ({ address2 }: MailingAddress, _: never, context) => personal(context, 'address2', address2),
  phone: ({ phone }: MailingAddress, _: never, context) => personal(context, 'phone', phone),
  latitude: ({ latitude }: MailingAddress, _: never, context) => personal(context, 'latitude', latitude),
  longitude: ({ longitude }: MailingAddress, _: never, context) => personal(context, 'longitude', longitude),
  countryCodeV2: ({ countryCode }: MailingAddress) => countryCode,
  coordinatesValidated: ({ latitude }: MailingAddress) => latitude !== null,
  formatted: (address: MailingAddress, { withName }: { withName?: boolean }, { store }) => {
    if (store.settings.customerData !== 'full') return [];
    const { address1, address2, city, provinceCode, zip, country } = address;
    const place = [city, provinceCode, zip].filter(Boolean).join(' ');
    return [withName ? nameOf(address) : null, address1, address2, place, country].filter(Boolean);
  },
};

const fullName = ({ title, variantTitle }: LineItem): string =>
  variantTitle ? `${title} - ${variantTitle}` : title;

export const weightOf = (grams: number) => ({ unit: 'GRAMS', value: grams });

export const lineItemFields: Fields = {
  id: ({ id }: LineItem) => gid('LineItem', id),
  name: fullName,
  currentQuantity: ({ quantity }: LineItem) => quantity,
  unfulfilledQuantity: ({ quantity, fulfilledQuantity }: LineItem) => quantity - fulfilledQuantity,
  customAttributes: () => [],
  originalUnitPriceSet: ({ price }: LineItem) => money(price),
  variant: (line: LineItem) => ({
    id: gid('ProductVariant', line.variantId),
    title: line.variantTitle ?? 'Default Title',
    sku: line.sku,
    barcode: null,
    inventoryItem: {
      id: gid('InventoryItem', line.variantId),
      requiresShipping: line.requiresShipping,
      measurement: { id: gid('InventoryItemMeasurement', line.variantId), weight: weightOf(line.grams) },
    },
  }),
};
