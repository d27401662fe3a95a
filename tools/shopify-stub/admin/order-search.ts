import { fulfillmentStatusOf } from '../store/order-changes.ts';
import { type Order } from '../store/order-types.ts';
import { type AdminContext } from './context.ts';
import { type Comparator, parseSearch, type Search } from './search-syntax.ts';

type Test = (order: Order, comparator: Comparator, value: string) => boolean;

/** The fields an app may search orders by. */
const fields: Record<string, Test> = {
  id: (order, comparator, value) => compare(order.id, Number(value.split('/').at(-1)), comparator),
  name: (order, _, value) => matches(order.name, value) || matches(order.name, `#${value}`),
  email: (order, _, value) => matches(order.email, value),
  status: (order, _, value) => statuses[value]?.(order) ?? false,
  fulfillment_status: (order, _, value) =>
    fulfillmentStatuses[value]?.includes(fulfillmentStatusOf(order)) ?? false,
  financial_status: (order, _, value) => order.financialStatus.toLowerCase() === value.toLowerCase(),
  created_at: (order, comparator, value) => compareTimes(order.createdAt, value, comparator),
  processed_at: (order, comparator, value) => compareTimes(order.createdAt, value, comparator),
  updated_at: (order, comparator, value) => compareTimes(order.updatedAt, value, comparator),
  tag: (order, _, value) => order.tags.some((tag) => matches(tag, value)),
  tag_not: (order, _, value) => !order.tags.some((tag) => matches(tag, value)),
  sku: (order, _, value) => order.lineItems.some(({ sku }) => matches(sku, value)),
  test: (_, __, value) => value === 'false',
  delivery_method: (order, _, value) =>
    order.fulfillmentOrders.some(
      ({ deliveryMethod }) => deliveryMethods[value] === deliveryMethod.methodType,
    ),
};

const statuses: Record<string, (order: Order) => boolean> = {
  any: () => true,
  open: (order) => !order.closedAt && !order.cancelledAt,
  closed: (order) => order.closedAt !== null && !order.cancelledAt,
  cancelled: (order) => order.cancelledAt !== null,
  not_closed: (order) => !order.closedAt,
};

/** What Shopify calls them in a search, and how the order shows them. */
const fulfillmentStatuses: Record<string, string[]> = {
  unfulfilled: ['UNFULFILLED', 'PARTIALLY_FULFILLED', 'ON_HOLD', 'SCHEDULED'],
  unshipped: ['UNFULFILLED'],
  partial: ['PARTIALLY_FULFILLED'],
  shipped: ['FULFILLED'],
  fulfilled: ['FULFILLED'],
  on_hold: ['ON_HOLD'],
  scheduled: ['SCHEDULED'],
};

const deliveryMethods: Record<string, string> = {
  shipping: 'SHIPPING',
  'pick-up': 'PICK_UP',
  local: 'LOCAL',
  retail: 'RETAIL',
  'pickup-point': 'PICKUP_POINT',
  none: 'NONE',
};

/** Whether an order is found by a search. Unknown fields find everything, with a warning, as Shopify has it. */
export function orderTest(
  context: AdminContext,
  path: string,
  query: string | null | undefined,
): (order: Order) => boolean {
  if (!query?.trim()) return () => true;
  const search = parseSearch(query);
  const unknown = [...unknownFields(search)];
  if (unknown.length > 0) {
    const warnings = unknown.map((field) => ({
      field,
      message: 'Invalid search field for this query.',
      code: 'invalid_field',
    }));
    context.searches.push({ path: [path], query, warnings });
  }
  return (order) => passes(order, search);
}

function passes(order: Order, search: Search): boolean {
  if ('all' in search) return search.all.every((one) => passes(order, one));
  if ('any' in search) return search.any.some((one) => passes(order, one));
  if ('not' in search) return !passes(order, search.not);
  if ('word' in search) return hasWord(order, search.word);
  return fields[search.field]?.(order, search.comparator, search.value) ?? true;
}

function* unknownFields(search: Search): Generator<string> {
  if ('all' in search) for (const one of search.all) yield* unknownFields(one);
  else if ('any' in search) for (const one of search.any) yield* unknownFields(one);
  else if ('not' in search) yield* unknownFields(search.not);
  else if ('field' in search && !(search.field in fields)) yield search.field;
}

/** Whole, without regard to case; a `*` at the end stands for anything. */
function matches(text: string | null, wanted: string): boolean {
  if (text === null) return false;
  const [has, wants] = [text.toLowerCase(), wanted.toLowerCase()];
  return wants.endsWith('*') ? has.startsWith(wants.slice(0, -1)) : has === wants;
}

/** Begins a word of the order's name, customer, address or goods. */
function hasWord(order: Order, word: string): boolean {
  const address = order.shippingAddress;
  const texts = [
    order.name,
    order.name.replace('#', ''),
    order.email,
    order.phone,
    order.note,
    order.customer?.firstName,
    order.customer?.lastName,
    address?.firstName,
    address?.lastName,
    address?.address1,
    address?.city,
    address?.zip,
    ...order.lineItems.flatMap(({ title, sku }) => [title, sku]),
  ];
  const wanted = word.toLowerCase().replace(/\*$/, '');
  return texts.some((text) => text != null && ` ${text.toLowerCase()}`.includes(` ${wanted}`));
}

function compareTimes(at: string, value: string, comparator: Comparator): boolean {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return false;
  if (comparator === ':' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return at.startsWith(value);
  return compare(Date.parse(at), time, comparator);
}

function compare(a: number, b: number, comparator: Comparator): boolean {
  if (comparator === '>') return a > b;
  if (comparator === '>=') return a >= b;
  if (comparator === '<') return a < b;
  return comparator === '<=' ? a <= b : a === b;
}
