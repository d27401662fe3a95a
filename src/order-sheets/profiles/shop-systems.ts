import { defineProfile, otherwise, part } from './order-profile.js';

export const magentoOrders = defineProfile({
  name: 'magento-orders',
  label: 'Magento and Adobe Commerce orders',
  description: 'The orders grid of Magento 2 as CSV: one row an order, its address in one cell',
  signature: 'ID | Purchase Point | Ship-to Name | Shipping Address | Customer Email',
  columns: {
    ID: 'externalId',
    'Ship-to Name': 'recipient.name',
    'Shipping Address': { split: 'address' },
    'Customer Email': 'recipient.email',
  },
  others:
    'Purchase Point | Purchase Date | Bill-to Name | Grand Total (Base) | Grand Total (Purchased) | Status | Billing Address | ' +
    'Shipping Information | Customer Group | Subtotal | Shipping and Handling | Customer Name | Payment Method | Total Refunded | ' +
    'Allocated sources | Pickup Location Code | Braintree Transaction Source | Dispute State',
});

/** `Order Notes` are those of the staff; `Customer Message` is for whoever delivers. */
export const bigcommerceOrders = defineProfile({
  name: 'bigcommerce-orders',
  label: 'BigCommerce orders',
  description:
    'Orders exported with BigCommerce’s default template: one row an order; its products in one cell are left out',
  signature: 'Order ID | Customer Message | Shipping Street 1 | Shipping Suburb | Product Details',
  columns: {
    'Order ID': 'externalId',
    'Total Quantity': 'packageCount',
    'Customer Message': 'notes',
    'Shipping Name': otherwise('recipient.name'),
    'Shipping First Name': part('recipient.name'),
    'Shipping Last Name': part('recipient.name'),
    'Shipping Company': 'address.addressName',
    'Shipping Street 1': 'address.addressLineOne',
    'Shipping Street 2': 'address.addressLineTwo',
    'Shipping Suburb': 'address.city',
    'Shipping State': 'address.state',
    'Shipping Zip': 'address.zip',
    'Shipping Country': 'address.country',
    'Shipping Phone': 'recipient.phone',
    'Customer Phone': otherwise('recipient.phone'),
    'Shipping Email': 'recipient.email',
    'Customer Email': otherwise('recipient.email'),
  },
  others:
    'Customer ID | Customer Name | Order Date | Order Status | Subtotal (inc tax) | Subtotal (ex tax) | Tax Total | ' +
    'Shipping Cost (inc tax) | Shipping Cost (ex tax) | Ship Method | Handling Cost (inc tax) | Handling Cost (ex tax) | ' +
    'Order Total (inc tax) | Order Total (ex tax) | Payment Method | Total Shipped | Date Shipped | Order Currency Code | ' +
    'Exchange Rate | Order Notes | Billing Name | Billing First Name | Billing Last Name | Billing Company | Billing Street 1 | ' +
    'Billing Street 2 | Billing Suburb | Billing State | Billing State Abbreviation | Billing Zip | Billing Country | ' +
    'Billing Suburb + State + Zip | Billing Phone | Billing Email | Billing Purchase Order # | Shipping State Abbreviation | ' +
    'Shipping Suburb + State + Zip | Shipping Purchase Order # | Product Details | Store Credit Redeemed | ' +
    'Gift Certificate Amount Redeemed | Gift Certificate Code | Combined Product Weight',
});
