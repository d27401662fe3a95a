import { defineProfile } from './order-profile.js';

export const etsySoldOrders = defineProfile({
  name: 'etsy-sold-orders',
  label: 'Etsy sold orders',
  description: 'Etsy’s download of orders: one row an order, with the number of its items',
  signature: 'Sale Date | Order ID | Full Name | Number of Items | Street 1 | Ship Zipcode',
  columns: {
    'Order ID': 'externalId',
    'Full Name': 'recipient.name',
    'Number of Items': 'packageCount',
    'Street 1': 'address.addressLineOne',
    'Street 2': 'address.addressLineTwo',
    'Ship City': 'address.city',
    'Ship State': 'address.state',
    'Ship Zipcode': 'address.zip',
    'Ship Country': 'address.country',
  },
  others:
    'Sale Date | Buyer User ID | First Name | Last Name | Payment Method | Date Shipped | Currency | Order Value | Coupon Code | ' +
    'Coupon Details | Discount Amount | Shipping Discount | Shipping | Sales Tax | Order Total | Status | Card Processing Fees | ' +
    'Order Net | Adjusted Order Total | Adjusted Card Processing Fees | Adjusted Net Order Amount | Buyer | Order Type | ' +
    'Payment Type | InPerson Discount | InPerson Location | SKU',
});

export const etsySoldOrderItems = defineProfile({
  name: 'etsy-sold-order-items',
  label: 'Etsy sold order items',
  description: 'Etsy’s download of order items: one row an item',
  signature: 'Sale Date | Item Name | Ship Name | Ship Address1 | Order ID | Listing ID',
  rowsPerOrder: 'many',
  columns: {
    'Item Name': 'products',
    Quantity: 'packageCount',
    'Ship Name': 'recipient.name',
    'Ship Address1': 'address.addressLineOne',
    'Ship Address2': 'address.addressLineTwo',
    'Ship City': 'address.city',
    'Ship State': 'address.state',
    'Ship Zipcode': 'address.zip',
    'Ship Country': 'address.country',
    'Order ID': 'externalId',
  },
  others:
    'Sale Date | Buyer | Price | Coupon Code | Coupon Details | Discount Amount | Shipping Discount | Order Shipping | ' +
    'Order Sales Tax | Item Total | Currency | Transaction ID | Listing ID | Date Paid | Date Shipped | Variations | Order Type | ' +
    'Listings Type | Payment Type | InPerson Discount | InPerson Location | VAT Paid by Buyer | SKU',
});
