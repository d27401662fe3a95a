import { type FieldName } from '../../order-fields/catalogue.js';
import { type ColumnTarget } from '../sheet-columns.js';
import { defineProfile, otherwise, part } from './order-profile.js';

const shipTo: Record<string, FieldName | ColumnTarget> = {
  'Ship To - Name': 'recipient.name',
  'Ship To - Company': 'address.addressName',
  'Ship To - Address 1': 'address.addressLineOne',
  'Ship To - Address 2': part('address.addressLineTwo', ', '),
  'Ship To - Address 3': part('address.addressLineTwo', ', '),
  'Ship To - City': 'address.city',
  'Ship To - Postal Code': 'address.zip',
  'Ship To - Country': 'address.country',
  'Ship To - Phone': 'recipient.phone',
};

export const shipstationOrders = defineProfile({
  name: 'shipstation-orders',
  label: 'ShipStation order import',
  description: 'The file that ShipStation imports orders from: one row an item',
  signature:
    'Order # | Order Created Date | Recipient Full Name | Address Line 1 | Item Name | Item Quantity',
  rowsPerOrder: 'many',
  columns: {
    'Order #': 'externalId',
    'Order Notes from Buyer': 'notes',
    'Buyer Email': 'recipient.email',
    'Buyer Phone': otherwise('recipient.phone'),
    'Recipient Full Name': 'recipient.name',
    'Recipient First Name': otherwise(part('recipient.name')),
    'Recipient Last Name': otherwise(part('recipient.name')),
    'Recipient Phone': 'recipient.phone',
    'Recipient Company': 'address.addressName',
    'Address Line 1': 'address.addressLineOne',
    'Address Line 2': part('address.addressLineTwo', ', '),
    'Address Line 3': part('address.addressLineTwo', ', '),
    City: 'address.city',
    State: 'address.state',
    'Postal Code': 'address.zip',
    'Country Code': 'address.country',
    'Item Name': 'products',
    'Item Quantity': 'packageCount',
  },
  others:
    'Order Created Date | Order Date Paid | Order Total | Order Amount Paid | Order Tax Paid | Order Shipping Paid | ' +
    'Order Requested Shipping Service | Order Total Weight (oz) | Order Custom Field 1 | Order Custom Field 2 | ' +
    'Order Custom Field 3 | Order Source | Order Notes to Buyer | Order Internal Notes | Order Gift Message | Order Gift - Flag | ' +
    'Buyer Full Name | Buyer First Name | Buyer Last Name | Buyer Username | Item SKU | Item Unit Price | Item Weight (oz) | ' +
    'Item Options | Item Warehouse Location | Item Marketplace ID',
});

export const shipstationExport = defineProfile({
  name: 'shipstation-export',
  label: 'ShipStation order export',
  description: 'Orders exported from ShipStation: one row an item',
  signature: 'Order - Number | Ship To - Name | Ship To - Address 1 | Item - Name | Item - Qty',
  rowsPerOrder: 'many',
  columns: {
    'Order - Number': 'externalId',
    'Customer - Email': 'recipient.email',
    ...shipTo,
    'Ship To - State': 'address.state',
    'Item - Name': 'products',
    'Item - Qty': 'packageCount',
    'Notes - From Buyer': 'notes',
  },
  others:
    'Date - Order Date | Date - Paid Date | Date - Ship By Date | Date - Shipped Date | Order - Status | Source | ' +
    'Market - Store Name | Market - Markeplace Name | Bill To - Name | Item - SKU | Item - Price | Amount - Order Total | ' +
    'Amount - Order Shipping | Amount - Shipping Cost | Order - Weight | Service - Package Type | Service - Confirmation Type | ' +
    'Carrier - Name | Carrier - Service Sel | Carrier - Service Selected | Shipment - Tracking Number | Notes - Internal | ' +
    'Custom - Field 1 | Custom - Field 2 | Custom - Field 3',
});

export const stampsComOrders = defineProfile({
  name: 'stamps-com-orders',
  label: 'Stamps.com order import',
  description: 'The file that Stamps.com imports orders from: one row an order',
  signature: 'Order ID (required) | Ship To - Name | Ship To - Address 1 | Ship To - Postal Code',
  columns: {
    'Order ID (required)': 'externalId',
    ...shipTo,
    'Ship To - State/Province': 'address.state',
    'Ship To - Email': 'recipient.email',
    'Notes - From Customer': 'notes',
  },
  others:
    'Order Date | Order Value | Requested Service | Total Weight in Oz | Dimensions - Length | Dimensions - Width | ' +
    'Dimensions - Height | Notes - Internal | Gift Wrap? | Gift Message',
});
