import { fulfillmentStatusOf } from '../store/order-changes.ts';
import { gid } from '../store/ids.ts';
import { type Address, type LineItem, type Order } from '../store/order-types.ts';
import { type Store } from '../store/store.ts';

/** An order as Shopify's webhooks tell it, which use the names of its REST API. */
export function orderPayload(store: Store, order: Order): Record<string, unknown> {
  const isFull = store.settings.customerData === 'full';
  const personal = <T>(value: T): T | null => (isFull ? value : null);
  const status = fulfillmentStatusOf(order);
  const { customer } = order;
  return {
    id: order.id,
    admin_graphql_api_id: gid('Order', order.id),
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    created_at: order.createdAt,
    processed_at: order.createdAt,
    updated_at: order.updatedAt,
    cancelled_at: order.cancelledAt,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    closed_at: order.closedAt,
    email: personal(order.email),
    contact_email: personal(order.email),
    phone: personal(order.phone),
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    tags: order.tags.join(', '),
    test: false,
    currency: 'USD',
    financial_status: order.financialStatus.toLowerCase(),
    fulfillment_status:
      status === 'FULFILLED' ? 'fulfilled' : status === 'PARTIALLY_FULFILLED' ? 'partial' : null,
    customer: customer && {
      id: customer.id,
      admin_graphql_api_id: gid('Customer', customer.id),
      email: personal(customer.email),
      phone: personal(customer.phone),
      first_name: personal(customer.firstName),
      last_name: personal(customer.lastName),
    },
    shipping_address: order.shippingAddress && addressPayload(order.shippingAddress, personal),
    billing_address: order.shippingAddress && addressPayload(order.shippingAddress, personal),
    shipping_lines: order.shippingTitle ? [{ title: order.shippingTitle, code: order.shippingTitle }] : [],
    line_items: order.lineItems.map(linePayload),
    fulfillments: order.fulfillments.map((one) => ({
      id: one.id,
      admin_graphql_api_id: gid('Fulfillment', one.id),
      name: one.name,
      order_id: order.id,
      status: 'success',
      created_at: one.createdAt,
      location_id: one.location.id,
      tracking_company: one.trackingInfo[0]?.company ?? null,
      tracking_number: one.trackingInfo[0]?.number ?? null,
      tracking_url: one.trackingInfo[0]?.url ?? null,
    })),
  };
}

const linePayload = (line: LineItem) => ({
  id: line.id,
  admin_graphql_api_id: gid('LineItem', line.id),
  variant_id: line.variantId,
  title: line.title,
  name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
  variant_title: line.variantTitle,
  sku: line.sku,
  quantity: line.quantity,
  current_quantity: line.quantity,
  fulfillable_quantity: line.quantity - line.fulfilledQuantity,
  grams: line.grams,
  price: line.price,
  requires_shipping: line.requiresShipping,
  gift_card: line.isGiftCard,
});

function addressPayload(address: Address, personal: <T>(value: T) => T | null): Record<string, unknown> {
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ');
  return {
    first_name: personal(address.firstName),
    last_name: personal(address.lastName),
    name: personal(name),
    company: address.company,
    address1: personal(address.address1),
    address2: personal(address.address2),
    city: address.city,
    province: address.province,
    province_code: address.provinceCode,
    zip: address.zip,
    country: address.country,
    country_code: address.countryCode,
    phone: personal(address.phone),
    latitude: personal(address.latitude),
    longitude: personal(address.longitude),
  };
}
