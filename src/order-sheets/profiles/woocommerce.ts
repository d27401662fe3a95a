import { type FieldName } from '../../order-fields/catalogue.js';
import { type ColumnTarget } from '../sheet-columns.js';
import { defineProfile, otherwise, part } from './order-profile.js';

/** Where the buyer gave no other address to ship to, the billing address is the one. The phone is that of the bill. */
const people: Record<string, FieldName | ColumnTarget> = {
  shipping_first_name: part('recipient.name'),
  shipping_last_name: part('recipient.name'),
  shipping_company: 'address.addressName',
  shipping_address_1: 'address.addressLineOne',
  shipping_address_2: 'address.addressLineTwo',
  shipping_postcode: 'address.zip',
  shipping_city: 'address.city',
  shipping_state: 'address.state',
  shipping_country: 'address.country',
  shipping_phone: 'recipient.phone',
  billing_first_name: otherwise(part('recipient.name')),
  billing_last_name: otherwise(part('recipient.name')),
  billing_company: otherwise('address.addressName'),
  billing_address_1: otherwise('address.addressLineOne'),
  billing_address_2: otherwise('address.addressLineTwo'),
  billing_postcode: otherwise('address.zip'),
  billing_city: otherwise('address.city'),
  billing_state: otherwise('address.state'),
  billing_country: otherwise('address.country'),
  billing_phone: otherwise('recipient.phone'),
  billing_email: 'recipient.email',
  customer_note: 'notes',
};

const MONEY =
  'date | status | shipping_total | shipping_tax_total | fee_total | fee_tax_total | tax_total | discount_total | order_total | ' +
  'refunded_total | order_currency | payment_method | shipping_method | customer_id | shipping_items | fee_items | tax_items | ' +
  'coupon_items | order_notes | download_permissions_granted';

export const woocommerceOrders = defineProfile({
  name: 'woocommerce-orders',
  label: 'WooCommerce orders (Customer/Order CSV Export)',
  description:
    'SkyVerge’s export with its default columns: one row an order; its items in one cell are left out',
  signature: 'order_number | billing_first_name | shipping_address_1 | line_items | customer_note',
  columns: { order_number: 'externalId', ...people },
  others: `order_id | order_number_formatted | line_items | refunds | ${MONEY}`,
});

export const woocommerceOrderItems = defineProfile({
  name: 'woocommerce-order-items',
  label: 'WooCommerce order items (Customer/Order CSV Export)',
  description: 'SkyVerge’s export with one row an item',
  signature: 'order_number | billing_first_name | shipping_address_1 | item_name | item_quantity',
  rowsPerOrder: 'many',
  columns: { order_number: 'externalId', ...people, item_name: 'products', item_quantity: 'packageCount' },
  others:
    `order_id | item_id | item_product_id | item_sku | item_subtotal | item_subtotal_tax | item_total | item_total_tax | ` +
    `item_refunded | item_refunded_qty | item_meta | ${MONEY}`,
});

export const woocommerceWebtoffee = defineProfile({
  name: 'woocommerce-webtoffee',
  label: 'WooCommerce orders (WebToffee)',
  description: 'WebToffee’s order export: one row an order; its items are left out',
  signature: 'order_number | billing_first_name | shipping_address_1 | wt_import_key',
  columns: { order_number: 'externalId', ...people },
  others:
    `order_id | order_date | paid_date | cart_discount | order_discount | order_subtotal | payment_method_title | transaction_id | ` +
    `customer_ip_address | customer_user_agent | customer_user | customer_email | wt_import_key | refund_items | ` +
    `download_permissions | line_item_1 | line_item_2 | line_item_3 | line_item_4 | line_item_5 | ${MONEY}`,
});

export const woocommerceAdvancedExport = defineProfile({
  name: 'woocommerce-advanced-export',
  label: 'WooCommerce orders (Advanced Order Export)',
  description:
    'AlgolPlus’s export: one row an item, with the columns of the order on each row or on the first only',
  signature: 'Order Number | First Name (Billing) | Address 1&2 (Billing) | Address 1&2 (Shipping)',
  rowsPerOrder: 'many',
  continued: true,
  columns: {
    'Order Number': 'externalId',
    'Customer Note': 'notes',
    'First Name (Shipping)': part('recipient.name'),
    'Last Name (Shipping)': part('recipient.name'),
    'Company (Shipping)': 'address.addressName',
    'Address 1&2 (Shipping)': 'address.addressLineOne',
    'City (Shipping)': 'address.city',
    'State Code (Shipping)': 'address.state',
    'Postcode (Shipping)': 'address.zip',
    'Country Code (Shipping)': 'address.country',
    'Phone (Shipping)': 'recipient.phone',
    'First Name (Billing)': otherwise(part('recipient.name')),
    'Last Name (Billing)': otherwise(part('recipient.name')),
    'Company (Billing)': otherwise('address.addressName'),
    'Address 1&2 (Billing)': otherwise('address.addressLineOne'),
    'City (Billing)': otherwise('address.city'),
    'State Code (Billing)': otherwise('address.state'),
    'Postcode (Billing)': otherwise('address.zip'),
    'Country Code (Billing)': otherwise('address.country'),
    'Phone (Billing)': otherwise('recipient.phone'),
    'Email (Billing)': 'recipient.email',
    'Item Name': 'products',
    Name: otherwise('products'),
    'Quantity (- Refund)': 'packageCount',
    Quantity: otherwise('packageCount'),
  },
  others:
    'Order Status | Order Date | Payment Method Title | Cart Discount Amount | Order Subtotal Amount | Shipping Method Title | ' +
    'Order Tax Amount | Order Shipping Amount | Order Refund Amount | Order Total Amount | Order Total Tax Amount | SKU | Item # | ' +
    'Item Cost | Product Variation | Order Line (w/o tax) | Order Line Tax | Order Line Total | Order Line Total Refunded | ' +
    'Order Line Total (- Refund) | Image URL | Coupon Code | Coupons Used | Discount Amount | Discount Amount Tax | ' +
    'Total items | Total products',
});

export const woocommerceAnalytics = defineProfile({
  name: 'woocommerce-analytics',
  label: 'WooCommerce Analytics',
  description: 'WooCommerce’s own orders report. It has no addresses: use one of the export plugins',
  signature: 'Order # | N. Revenue (formatted) | Customer | Product(s) | Items sold',
  columns: {
    'Order #': 'externalId',
    Customer: 'recipient.name',
    'Product(s)': 'products',
    'Items sold': 'packageCount',
  },
  others:
    'Date | N. Revenue (formatted) | N. Revenue | Net Sales | Status | Customer type | Coupon(s) | Attribution',
});
