import { type FieldName } from '../../order-fields/catalogue.js';
import { type ColumnTarget } from '../sheet-columns.js';
import { defineProfile, otherwise, part } from './order-profile.js';

const delivery: Record<string, FieldName | ColumnTarget> = {
  'order-id': 'externalId',
  'buyer-email': 'recipient.email',
  'buyer-phone-number': otherwise('recipient.phone'),
  'product-name': 'products',
  'recipient-name': 'recipient.name',
  'ship-address-1': 'address.addressLineOne',
  'ship-address-2': part('address.addressLineTwo', ', '),
  'ship-address-3': part('address.addressLineTwo', ', '),
  'ship-city': 'address.city',
  'ship-state': 'address.state',
  'ship-postal-code': 'address.zip',
  'ship-country': 'address.country',
  'ship-phone-number': 'recipient.phone',
  'delivery-Instructions': 'notes',
};

const SALE =
  'order-item-id | purchase-date | payments-date | buyer-name | sku | ship-service-level | sales-channel';

export const amazonOrders = defineProfile({
  name: 'amazon-orders',
  label: 'Amazon order report',
  description: 'The order report of Seller Central, tab-separated: one row an item',
  signature: 'order-id | order-item-id | quantity-purchased | recipient-name | ship-address-1',
  rowsPerOrder: 'many',
  columns: { ...delivery, 'quantity-purchased': 'packageCount' },
  others:
    `currency | item-price | item-tax | shipping-price | shipping-tax | item-promotion-discount | item-promotion-id | ` +
    `ship-promotion-discount | ship-promotion-id | bill-address-1 | bill-address-2 | bill-address-3 | bill-city | bill-state | ` +
    `bill-postal-code | bill-country | delivery-start-date | delivery-end-date | delivery-time-zone | ${SALE}`,
});

export const amazonUnshippedOrders = defineProfile({
  name: 'amazon-unshipped-orders',
  label: 'Amazon unshipped orders',
  description:
    'The report of unshipped orders of Seller Central, tab-separated: one row an item, with what is still to ship',
  signature:
    'order-id | order-item-id | quantity-purchased | quantity-to-ship | recipient-name | ship-address-1',
  rowsPerOrder: 'many',
  columns: { ...delivery, 'quantity-to-ship': 'packageCount' },
  others:
    `reporting-date | promise-date | days-past-promise | quantity-purchased | quantity-shipped | is-business-order | ` +
    `purchase-order-number | price-designation | is-iba | verge-of-cancellation | verge-of-lateShipment | ${SALE}`,
});
