import { defineProfile, otherwise } from './order-profile.js';

/**
 * An order without a shipping address has nothing to deliver, so the billing address never takes its place. `Shipping Street` repeats
 * both lines of the address.
 */
export const shopifyOrders = defineProfile({
  name: 'shopify-orders',
  label: 'Shopify orders',
  description:
    'Orders exported from Shopify’s admin: a row for each line item, the first with the whole order',
  signature: 'Financial Status | Lineitem quantity | Lineitem name | Shipping Address1 | Shipping Zip',
  rowsPerOrder: 'many',
  columns: {
    Name: 'externalId',
    Email: 'recipient.email',
    'Lineitem quantity': 'packageCount',
    'Lineitem name': 'products',
    'Shipping Name': 'recipient.name',
    'Shipping Address1': 'address.addressLineOne',
    'Shipping Address2': 'address.addressLineTwo',
    'Shipping Company': 'address.addressName',
    'Shipping City': 'address.city',
    'Shipping Zip': 'address.zip',
    'Shipping Province': 'address.state',
    'Shipping Country': 'address.country',
    'Shipping Phone': 'recipient.phone',
    'Billing Phone': otherwise('recipient.phone'),
    Notes: 'notes',
  },
  others:
    'Financial Status | Paid at | Fulfillment Status | Fulfilled at | Accepts Marketing | Currency | Subtotal | Shipping | Taxes | ' +
    'Total | Discount Code | Discount Amount | Shipping Method | Created at | Lineitem price | Lineitem compare at price | ' +
    'Lineitem sku | Lineitem requires shipping | Lineitem taxable | Lineitem fulfillment status | Lineitem discount | ' +
    'Billing Name | Billing Street | Billing Address1 | Billing Address2 | Billing Company | Billing City | Billing Zip | ' +
    'Billing Province | Billing Country | Billing Province Name | Shipping Street | Shipping Province Name | Note Attributes | ' +
    'Cancelled at | Payment Method | Payment Reference | Payment References | Payment ID | Payment Terms Name | ' +
    'Next Payment Due At | Refunded Amount | Vendor | Outstanding Balance | Employee | Location | Device ID | Id | Tags | ' +
    'Risk Level | Source | Tax 1 Name | Tax 1 Value | Tax 2 Name | Tax 2 Value | Tax 3 Name | Tax 3 Value | Tax 4 Name | ' +
    'Tax 4 Value | Tax 5 Name | Tax 5 Value | Phone | Receipt Number | Duties',
});
