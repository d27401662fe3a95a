import { defineProfile, otherwise, part } from './order-profile.js';

export const dhlGeschaeftskunden = defineProfile({
  name: 'dhl-geschaeftskunden',
  label: 'DHL Geschäftskundenportal',
  description: 'The shipments file of DHL’s German business portal: one row a shipment',
  signature: 'Sendungsreferenz | Empfänger Name 1 | Empfänger Straße | Empfänger PLZ | Empfänger Ort',
  columns: {
    Sendungsreferenz: 'externalId',
    'Empfänger Name 1': 'recipient.name',
    'Empfänger Name 2 / Postnummer': part('address.addressName', ', '),
    'Empfänger Name 3': part('address.addressName', ', '),
    'Empfänger Straße': part('address.addressLineOne'),
    'Empfänger Hausnummer': part('address.addressLineOne'),
    'Empfänger PLZ': 'address.zip',
    'Empfänger Ort': 'address.city',
    'Empfänger Provinz': 'address.state',
    'Empfänger Land': 'address.country',
    'Empfänger E-Mail-Adresse': 'recipient.email',
    'Empfänger Telefonnummer': 'recipient.phone',
  },
  others:
    'Sendungsdatum | Absender Name 1 | Absender Name 2 | Absender Name 3 | Absender Straße | Absender Hausnummer | Absender PLZ | ' +
    'Absender Ort | Absender Provinz | Absender Land | Absenderreferenz | Absender E-Mail-Adresse | Absender Telefonnummer | ' +
    'Empfängerreferenz | Gewicht | Produkt- und Servicedetails | Abrechnungsnummer | Sendungsnummer | ' +
    'Service - Nachnahme - Betrag | Service - Nachnahme - IBAN | Service - Nachnahme - BIC | ' +
    'Service - Nachnahme - Zahlungsempfänger | Service - Nachnahme - Bankname | Service - Nachnahme - Verwendungszweck 1',
});

export const mydhlShipments = defineProfile({
  name: 'mydhl-shipments',
  label: 'MyDHL+ shipments',
  description: 'The shipment upload of MyDHL+: one row a shipment, with the number of its pieces',
  signature:
    'Name (Ship TO) (Required) | Address 1 (Ship TO) (Required) | City (Ship TO) (Required) | Country Code (Ship TO) (Required)',
  columns: {
    'Name (Ship TO) (Required)': 'recipient.name',
    'Company (Ship TO) (Required)': 'address.addressName',
    'Address 1 (Ship TO) (Required)': 'address.addressLineOne',
    'Address 2 (Ship TO)': part('address.addressLineTwo', ', '),
    'Address 3 (Ship TO)': part('address.addressLineTwo', ', '),
    'ZIP/Postal Code (Ship TO)': 'address.zip',
    'City (Ship TO) (Required)': 'address.city',
    'State/Province (Ship TO)': 'address.state',
    'Country Code (Ship TO) (Required)': 'address.country',
    'Phone Number (Ship TO) (Required)': 'recipient.phone',
    'Email Address (Ship TO)': 'recipient.email',
    'Summary of Contents (Required)': 'products',
    'Total Shipment Pieces (Required)': 'packageCount',
    'Shipment Reference 1': 'externalId',
    'Shipment Type (Required) P = Package | D = Document': null,
  },
  others:
    'Name (Ship FROM) (Required) | Company (Ship FROM) (Required) | Address 1 (Ship FROM) (Required) | Address 2 (Ship FROM) | ' +
    'Address 3 (Ship FROM) | ZIP/Postal Code (Ship FROM) | City (Ship FROM) (Required) | Country Code (Ship FROM) (Required) | ' +
    'Email Address (Ship FROM) (Required) | Phone Country Code (Ship From) (Required) | Phone Number (Ship FROM) (Required) | ' +
    'Suburb (Ship TO) | State/Province Code (Ship TO) | Phone Country Code (Ship To) (Required) | ' +
    'Account Number (Shipper) (Required) | Total Weight (Required) | Product Code (3 Letter) (Required) | Piece Length | ' +
    'Piece Width | Piece Height | Shipment Date (YYYYMMDD)',
});

/** UPS’s fields of a batch file that say how a shipment is to be sent, notified and paid. */
const UPS_SERVICE =
  'Ext | Residential Ind | Packaging Type | Customs Value | Weight | Length | Width | Height | Unit of Measure | ' +
  'Documents of No Commercial Value | GNIFC | Pkg Decl Value | Service | Delivery Confirm | Shipper Release | ' +
  'Ret of Documents | Saturday Deliver | Carbon Neutral | Large Package | Addl handling | Reference 2 | Reference 3 | ' +
  'QV Notif 1-Addr | QV Notif 1-Ship | QV Notif 1-Excp | QV Notif 1-Delv | QV Notif 2-Addr | QV Notif 3-Addr | ' +
  'QV Notif 4-Addr | QV Notif 5-Addr | QV Notif Msg | QV Failure Addr | UPS Premium Care | ADL Location ID | ' +
  'ADL Notification Addr | ADL Failure Addr | ADL Shipper Notification Addr';

export const upsBatchShipments = defineProfile({
  name: 'ups-batch-shipments',
  label: 'UPS batch shipments',
  description: 'The batch file of UPS.com, CampusShip and WorldShip: one row a package',
  signature: 'Contact Name | Company or Name | State/Prov/Other | Residential Ind | Packaging Type',
  columns: {
    'Contact Name': 'recipient.name',
    'Company or Name': 'address.addressName',
    Country: 'address.country',
    'Address 1': 'address.addressLineOne',
    'Address 2': part('address.addressLineTwo', ', '),
    'Address 3': part('address.addressLineTwo', ', '),
    City: 'address.city',
    'State/Prov/Other': 'address.state',
    'Postal Code': 'address.zip',
    Telephone: 'recipient.phone',
    'Consignee Email': 'recipient.email',
    'Description of Goods': 'products',
    'Reference 1': 'externalId',
  },
  others: UPS_SERVICE,
});

/** `recipient_note` is for the recipient, `recipient_information` for the driver. */
export const dpdShipper = defineProfile({
  name: 'dpd-shipper',
  label: 'DPD Shipper',
  description: 'The shipment import of DPD Shipper (Belgium, Netherlands, Luxembourg): one row a shipment',
  signature:
    'recipient_name | recipient_street | recipient_zip | recipient_city | recipient_country | delisid',
  columns: {
    recipient_name: 'recipient.name',
    recipient_name2: 'address.addressName',
    recipient_street: part('address.addressLineOne'),
    recipient_house_no: part('address.addressLineOne'),
    recipient_street2: 'address.addressLineTwo',
    recipient_zip: 'address.zip',
    recipient_city: 'address.city',
    recipient_state: 'address.state',
    recipient_country: 'address.country',
    recipient_phone: 'recipient.phone',
    recipient_email: 'recipient.email',
    recipient_reference: 'externalId',
    recipient_information: 'notes',
  },
  others:
    'id_address_sender | delisid | recipient_type | recipient_language | recipient_fax | recipient_note',
});

/** Its third and fourth line of an address are the town and the county. */
export const dpdShipAtEase = defineProfile({
  name: 'dpd-ship-at-ease',
  label: 'DPD Ship@Ease',
  description: 'The shipment import of DPD in the United Kingdom: one row a shipment',
  signature: 'Organisation | Address Line 3 | Address Line 4 | Service Code | No. Parcels | Customer Ref 1',
  columns: {
    Organisation: 'address.addressName',
    'Address Line 1': 'address.addressLineOne',
    'Address Line 2': 'address.addressLineTwo',
    'Address Line 3': 'address.city',
    'Address Line 4': 'address.state',
    Postcode: 'address.zip',
    'Country Code': 'address.country',
    'No. Parcels': 'packageCount',
    'Contact Name': 'recipient.name',
    'Contact Telephone': 'recipient.phone',
    'Additional Info': 'notes',
    'Customer Ref 1': 'externalId',
    'Notification SMS': otherwise('recipient.phone'),
    'Notification Email': 'recipient.email',
  },
  others:
    'Shipment Date | Service Code | Total Weight | Collection on Del. | Delivery VAT No. | Customer Ref 2 | Customer Ref 3 | ' +
    'Customs Value | Extended Liability | Extended Liability Val | Return VAT No. | Return Additional Info | Return Address Line 1 | ' +
    'Return Address Line 2 | Return Address Line 3 | Return Address Line 4 | Return Contact Name | Return Telephone | ' +
    'Return Country Code | Return Customer Ref 1 | Return Customer Ref 2 | Return Customer Ref 3 | Return Description | ' +
    'Return No Parcels | Return Organisation | Return Postcode | Return Service Code | Return Total Weight',
});
