import { LATITUDE, LONGITUDE, MAX_LENGTH, MAX_PRODUCTS } from '../../../../order-fields/limits.js';
import { orderInput, type OrderInput } from '../../../../order-fields/order-input.schema.js';
import { isLongerThan, shorten, tidyLine, tidyText } from '../../../../common/schemas/tidy-text.js';
import { readAttributes } from './order-attributes.js';
import { isDeliverable } from './shippable.js';
import type { PartLine, ShopifyAddress, ShopifyOrderData } from './shopify-order.js';

/** What of a store's order becomes a draft. */
export interface DraftMade {
  content: OrderInput;
  /** What was cut, left out or is odd, as sentences. */
  warnings: string[];
  /** Whether Shopify kept the recipient's data back. */
  isRedacted: boolean;
}

/** Under these keys the draft's metadata name the order of the store. */
export const metadataKeys = { shop: 'shopifyShop', id: 'shopifyOrderId', name: 'shopifyOrderName' } as const;

/**
 * Makes a draft of what is left to deliver of an order: the products not sent yet that are shipped, not those that the
 * customer fetches or gets by e-mail. Texts that are too long are cut, and values that no order may hold left out, each
 * with a warning.
 */
export function draftOf(order: ShopifyOrderData, shop: string): DraftMade {
  const warnings: string[] = [];
  const line = (name: string, text: string | null | undefined, max: number) =>
    cut(name, tidyLine(text ?? ''), max, warnings);
  const { shippingAddress: address } = order;
  const attributes = readAttributes(order.customAttributes);
  if (!address && !isRedacted(order))
    warnings.push(
      'The store has no shipping address for it. Fill the address in before you submit the draft.',
    );
  warnings.push(...attributes.warnings, ...stateWarnings(order));
  const given = {
    externalId: line('The order’s name', order.name, MAX_LENGTH.externalId),
    address: {
      addressName: line('Company', address?.company, MAX_LENGTH.name),
      addressLineOne: line('Address Line 1', address?.address1, MAX_LENGTH.addressLine),
      addressLineTwo: line('Address Line 2', address?.address2, MAX_LENGTH.addressLine),
      city: line('City', address?.city, MAX_LENGTH.city),
      state: line('State', address?.provinceCode ?? address?.province, MAX_LENGTH.state),
      zip: line('Zip', address?.zip, MAX_LENGTH.zip),
      country: line('Country', address?.countryCodeV2 ?? address?.country, MAX_LENGTH.country),
      ...coordinatesOf(address),
    },
    recipient: {
      name: line('Recipient Name', address?.name, MAX_LENGTH.name),
      email: line('E-mail', order.email, MAX_LENGTH.email),
      phone: line('Phone', address?.phone || order.phone, MAX_LENGTH.phone),
    },
    notes: cut('Notes', notesOf(order.note, attributes.notes), MAX_LENGTH.notes, warnings),
    size: line('Size', attributes.size ?? weightOf(order), MAX_LENGTH.size),
    packageCount: attributes.packageCount ?? 1,
    products: productsOf(order, warnings),
    requestedDate: attributes.requestedDate,
    metadata: {
      [metadataKeys.shop]: shop,
      [metadataKeys.id]: order.legacyResourceId,
      [metadataKeys.name]: shorten(order.name, MAX_LENGTH.externalId),
    },
  };
  const content = checked(given, warnings);
  return { content, warnings, isRedacted: isRedacted(order) };
}

/** Shopify leaves the recipient out where an app is not approved for customers’ data, or the customer was erased. */
function isRedacted({ shippingAddress: address, email, phone }: ShopifyOrderData): boolean {
  return address ? !address.name?.trim() || !address.address1?.trim() : !email && !phone;
}

function stateWarnings({ fulfillmentOrders: { nodes } }: ShopifyOrderData): string[] {
  const statuses = new Set(nodes.filter(isDeliverable).map(({ status }) => status));
  return [
    ...(statuses.has('ON_HOLD') ? ['The store holds it, or a part of it, back for now.'] : []),
    ...(statuses.has('SCHEDULED') ? ['The store plans it, or a part of it, for a later day.'] : []),
  ];
}

/** Holds the order to the rules of every order. What breaks one is left out; an address may be filled in later. */
function checked(
  given: Record<string, unknown> & { address: Record<string, unknown> },
  warnings: string[],
): OrderInput {
  const { address } = given;
  const isPlaced = address.addressLineOne !== null || address.latitude !== null;
  // A draft may wait for its address, but no order may be written without: for the check it lies at 0, 0.
  const standIn = isPlaced ? address : { ...address, latitude: 0, longitude: 0 };
  const tried: Record<string, unknown> = { ...given, address: standIn };
  for (let round = 0; round < 5; round += 1) {
    const { success, data, error } = orderInput.safeParse(tried);
    if (success)
      return isPlaced ? data : { ...data, address: { ...data.address, latitude: null, longitude: null } };
    for (const { path, message } of error.issues) {
      warnings.push(`${message.replace(/\.?$/, '.')} It was left out.`);
      const [group, key] = path as [string, string?];
      tried[group] = key === undefined ? null : { ...(tried[group] as object), [key]: null };
    }
  }
  throw new Error('An order of a store does not fit the rules of orders');
}

/** Both or none, and none of those that stand for not known. */
function coordinatesOf(address: ShopifyAddress | null) {
  const { latitude = null, longitude = null } = address ?? {};
  const none = { latitude: null, longitude: null };
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return none;
  const isOnEarth = Math.abs(latitude) <= LATITUDE.max && Math.abs(longitude) <= LONGITUDE.max;
  return isOnEarth ? { latitude, longitude } : none;
}

function notesOf(note: string | null, lines: readonly string[]): string {
  return tidyText([note ?? '', ...lines.map(tidyLine)].filter((one) => one.trim() !== '').join('\n'));
}

/** The weight of the whole order, where nothing of it was sent and all of it is delivered. */
function weightOf({ totalWeight, fulfillmentOrders: { nodes } }: ShopifyOrderData): string | null {
  const grams = Number(totalWeight ?? 0);
  const isWhole = nodes.every(
    (part) =>
      part.deliveryMethod?.methodType === 'NONE' ||
      (isDeliverable(part) &&
        part.lineItems.nodes.every(
          ({ totalQuantity, remainingQuantity }) => remainingQuantity === totalQuantity,
        )),
  );
  return isWhole && grams > 0 ? `${Number((grams / 1000).toFixed(grams < 1000 ? 3 : 1))} kg` : null;
}

/** `2 × Title – Variant (SKU)`, the same product of two places once. */
function productsOf(
  { fulfillmentOrders: { nodes, pageInfo } }: ShopifyOrderData,
  warnings: string[],
): string[] {
  const parts = nodes.filter(isDeliverable);
  const quantities = new Map<string, number>();
  for (const line of parts.flatMap(({ lineItems }) => lineItems.nodes)) {
    if (!line.requiresShipping || line.remainingQuantity <= 0) continue;
    const label = labelOf(line);
    quantities.set(label, (quantities.get(label) ?? 0) + line.remainingQuantity);
  }
  const all = [...quantities].map(([label, quantity]) =>
    cut('Product', `${quantity} × ${label}`, MAX_LENGTH.product, warnings)!,
  );
  const isMore = pageInfo.hasNextPage || parts.some(({ lineItems }) => lineItems.pageInfo.hasNextPage);
  if (all.length <= MAX_PRODUCTS && !isMore) return all;
  const kept = all.slice(0, MAX_PRODUCTS - 1);
  const rest = isMore ? 'and more' : `and ${all.length - kept.length} more`;
  warnings.push(`An order holds ${MAX_PRODUCTS} products at most: only the first are named.`);
  return [...kept, rest];
}

function labelOf({ productTitle, variantTitle, sku }: PartLine): string {
  const variant = variantTitle && variantTitle !== 'Default Title' ? ` – ${variantTitle}` : '';
  return tidyLine(`${productTitle}${variant}${sku ? ` (${sku})` : ''}`);
}

function cut(name: string, text: string, max: number, warnings: string[]): string | null {
  if (text === '') return null;
  if (!isLongerThan(text, max)) return text;
  warnings.push(`${name} was cut to ${max} characters.`);
  return `${Array.from(text)
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}
