import { defineProfile } from './order-profile.js';

const SALE =
  'Sales record number | Buyer username | Buyer name | Buyer address 1 | Buyer address 2 | Buyer city | Item number | Custom label | ' +
  'Sold via promoted listings | Sold for | Seller collected tax | eBay collected tax | Total price | ' +
  'eBay collected tax included in total | Payment method | Sale date | Paid on date | Minimum estimated delivery date | ' +
  'Maximum estimated delivery date | Feedback left | Feedback received | My item note | PayPal transaction ID | Tracking number | ' +
  'Transaction ID | Variation details | Global shipping program | Global shipping reference ID | Click and collect | ' +
  'Click and collect reference number | eBay plus | Buyer country';

export const ebayOrders = defineProfile({
  name: 'ebay-orders',
  label: 'eBay orders',
  description:
    'The orders report of eBay’s Seller Hub: an order of several items has a row of its own above them',
  signature:
    'Sales Record Number | Order Number | Buyer Username | Ship To Name | Ship To Address 1 | Ship To Zip',
  rowsPerOrder: 'many',
  totalFirst: true,
  columns: {
    'Order Number': 'externalId',
    'Buyer Email': 'recipient.email',
    'Buyer Note': 'notes',
    'Ship To Name': 'recipient.name',
    'Ship To Phone': 'recipient.phone',
    'Ship To Address 1': 'address.addressLineOne',
    'Ship To Address 2': 'address.addressLineTwo',
    'Ship To City': 'address.city',
    'Ship To State': 'address.state',
    'Ship To Zip': 'address.zip',
    'Ship To Country': 'address.country',
    'Item Title': 'products',
    Quantity: 'packageCount',
  },
  others: `Buyer State | Buyer Zip | Shipping And Handling | Ship By Date | Shipped On Date | Shipping Service | ${SALE}`,
});

export const ebayOrdersUk = defineProfile({
  name: 'ebay-orders-uk',
  label: 'eBay orders (UK and Australia)',
  description: 'The orders report of eBay’s Seller Hub as British and Australian sellers get it',
  signature: 'Sales record number | Order number | Buyer username | Post to name | Post to address 1',
  rowsPerOrder: 'many',
  totalFirst: true,
  columns: {
    'Order number': 'externalId',
    'Buyer email': 'recipient.email',
    'Buyer note': 'notes',
    'Post to name': 'recipient.name',
    'Post to phone': 'recipient.phone',
    'Post to address 1': 'address.addressLineOne',
    'Post to address 2': 'address.addressLineTwo',
    'Post to city': 'address.city',
    'Post to county': 'address.state',
    'Post to state': 'address.state',
    'Post to postcode': 'address.zip',
    'Post to postal code': 'address.zip',
    'Post to country': 'address.country',
    'Item title': 'products',
    Quantity: 'packageCount',
  },
  others:
    `Buyer county | Buyer postcode | Buyer state | Buyer postal code | Buyer tax identifier name | Buyer tax identifier value | ` +
    `Postage and packaging | Postage and handling | Included VAT rate | Post by date | Dispatched on date | Posted on date | ` +
    `Delivery service | Postage service | ${SALE}`,
});
