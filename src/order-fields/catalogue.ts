import {
  choice,
  clientCode,
  clockTime,
  code,
  day,
  degrees,
  duration,
  email,
  line,
  names,
  text,
  wholeNumber,
} from './field-kinds.js';
import { LATITUDE, LONGITUDE, MAX_LENGTH, PACKAGE_COUNT } from './limits.js';
import { ACTIVITIES, ACTIVITY_MEANINGS, parseActivity } from './parsers/activity.js';
import { parseCountry } from './parsers/country.js';
import { parsePhone } from './parsers/phone.js';
import { parseZip } from './parsers/zip.js';

/**
 * Every field of an order, in the order of the template. The key is the field's path in the order. Everything
 * that reads, validates, stores, returns and documents orders derives from this list.
 *
 * `synonyms` are other names of the column in English, in lower case with single spaces, the likeliest first (other
 * languages: `synonyms/`); none belongs to two fields.
 */
export const CATALOGUE = {
  'address.addressName': line({
    header: 'Unit/Flat/Unit Name',
    description: 'Unit, flat or building name',
    example: 'Schwarzman Building',
    max: MAX_LENGTH.name,
    synonyms:
      'unit, flat, unit name, unit/flat, unit number, unit no, flat number, flat no, apartment, apartment name, ' +
      'apartment number, apt, apt no, suite, suite number, apt/suite, apartment/suite, building, building name, ' +
      'address name, place name, location name, site, site name, house name, company, company name, business, ' +
      'business name, organization, organisation, organization name, organisation name',
  }),
  'address.addressLineOne': line({
    header: 'Address Line 1',
    description: 'Street and house number',
    example: '476 5th Ave',
    max: MAX_LENGTH.addressLine,
    mandatory: true,
    synonyms:
      'address, address 1, address1, address line one, addr, addr1, address line, street address, ' +
      'street address 1, street address line 1, line 1, line1, street, street 1, street line 1, street name, ' +
      'street and number, street name and number, house number and street, ' +
      'full address, delivery address, shipping address, ship to address, stop address, shipping address 1, ' +
      'shipping street, complete address, road',
  }),
  'address.addressLineTwo': line({
    header: 'Address Line 2',
    description: 'What the street line has no room for',
    example: 'Floor 2',
    max: MAX_LENGTH.addressLine,
    synonyms:
      'address 2, address2, addr2, address line two, line 2, line2, street 2, street line 2, street address 2, ' +
      'street address line 2, shipping address 2, address complement, additional address, additional address line, ' +
      'extra address line',
  }),
  'address.city': line({
    header: 'City',
    description: 'City or town',
    example: 'New York',
    max: MAX_LENGTH.city,
    synonyms:
      'town, city name, city/town, town/city, city or town, locality, suburb, municipality, post town, ' +
      'shipping city, ship to city',
  }),
  'address.state': line({
    header: 'State',
    description: 'State, province or region',
    example: 'NY',
    max: MAX_LENGTH.state,
    synonyms:
      'province, state/province, province/state, state or province, state/region, state/county, region, county, ' +
      'prefecture, state name, state code, province name, province code, shipping province, shipping state, ' +
      'ship to state',
  }),
  'address.zip': code({
    header: 'Zip',
    description: 'Postal code, as text: `02115` keeps its zero',
    example: '10018',
    max: MAX_LENGTH.zip,
    parse: (zip, { countryCode }) => parseZip(zip, countryCode),
    synonyms:
      'zip code, zipcode, zip/postal code, zip or postal code, zip/postcode, postcode/zip, postal code/zip, ' +
      'postal, postal code, postalcode, postcode, post code, postal zip, pin code, pincode, eircode, shipping zip, ' +
      'shipping postal code, ship to zip',
  }),
  'address.country': line({
    header: 'Country',
    description:
      'Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed',
    format: 'A country name or ISO 3166-1 code; kept as the two-letter code',
    example: 'US',
    max: MAX_LENGTH.country,
    parse: parseCountry,
    synonyms:
      'country code, country name, country/region, country/territory, country iso code, iso country code, nation, ' +
      'shipping country, ship to country',
  }),
  notes: text({
    header: 'Notes',
    description: 'What the driver should know',
    example: 'Deliver to the loading dock',
    max: MAX_LENGTH.notes,
    synonyms:
      'note, comment, comments, delivery instructions, delivery instruction, delivery notes, delivery comments, ' +
      'driver notes, driver instructions, notes for driver, instructions for driver, notes for the driver, courier instructions, ' +
      'courier notes, special instructions, special delivery instructions, additional instructions, ' +
      'additional notes, order notes, instruction, instructions, remark, remarks, memo, access notes, access instructions, observations, customer note, customer notes, customer comments',
  }),
  size: line({
    header: 'Size',
    description: 'Size of the packages, in the client’s own words',
    example: 'M',
    max: MAX_LENGTH.size,
    synonyms:
      'package size, parcel size, box size, order size, dimensions, dims, package dimensions, parcel dimensions',
  }),
  'recipient.name': line({
    header: 'Recipient Name',
    description: 'Who receives or hands over',
    example: 'Ada Reader',
    max: MAX_LENGTH.name,
    synonyms:
      'recipient, name, full name, recipient full name, consignee, consignee name, receiver, receiver name, ' +
      'addressee, name of recipient, contact, contact name, contact person, customer, customer name, ship to, ' +
      'ship to name, shipping name, delivery name, deliver to, attention, attn',
  }),
  activity: choice({
    header: 'Type of stop',
    description: 'What happens at the stop',
    format: 'delivery or pickup',
    example: 'delivery',
    values: ACTIVITIES,
    meanings: ACTIVITY_MEANINGS,
    id: 'Activity',
    usual: 'delivery',
    parse: parseActivity,
    synonyms:
      'type, stop type, activity, activity type, order type, job type, task type, delivery type, delivery/pickup, ' +
      'delivery or pickup, pickup or delivery, pickup/delivery, p/d, d/p',
  }),
  'recipient.email': email({
    header: 'Recipient Email Address',
    description: 'E-mail address of the recipient',
    format: 'An e-mail address',
    example: 'ada@example.org',
    synonyms:
      'email, e mail, email address, e mail address, mail, recipient email, recipient e mail, customer email, ' +
      'contact email, shipping email',
  }),
  'recipient.phone': code({
    header: 'Recipient Phone Number',
    description:
      'Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed',
    format: 'A phone number, with +country code or as dialled in the country of the address; kept as E.164',
    example: '+12125550142',
    max: MAX_LENGTH.phone,
    parse: (phone, { countryCode }) => parsePhone(phone, countryCode),
    synonyms:
      'phone, phone number, phone no, phone 1, telephone, telephone number, telephone no, tel, tel no, tel number, ' +
      'mobile, mobile number, mobile phone, mobile phone number, mobile no, cell, cell phone, cell number, ' +
      'cellphone, contact number, contact no, contact phone, customer phone, recipient phone, recipient mobile, ' +
      'recipient tel, shipping phone',
  }),
  externalId: code({
    header: 'Id',
    label: 'Your order id',
    description: 'The client’s own id of the order; unique among its orders',
    example: 'EXAMPLE-1',
    max: MAX_LENGTH.externalId,
    synonyms:
      'order id, order no, order number, order #, order nr, order num, order ref, order reference, ' +
      'order reference number, order code, sales order, sales order number, order, external id, shipment id, ' +
      'shipment reference, shipment number, delivery id, delivery number, job id, job number, stop id, reference, ' +
      'reference id, reference number, reference no, ref, ref no, client reference, customer reference, ' +
      'your reference, job ref, job reference, consignment number, consignment no, po number, purchase order number, invoice, invoice no, invoice number, tracking number, tracking no',
  }),
  packageCount: wholeNumber({
    header: 'Package Count',
    description: 'How many packages',
    example: '1',
    range: PACKAGE_COUNT,
    usual: 1,
    synonyms:
      'packages, package, package qty, package quantity, number of packages, no of packages, total packages, ' +
      'parcels, parcel count, parcel qty, number of parcels, no of parcels, total parcels, boxes, box count, ' +
      'box qty, number of boxes, no of boxes, total boxes, cartons, carton count, number of cartons, ' +
      'no of cartons, colli, pieces, number of pieces, no of pieces, pcs, pkgs, ctns, count, qty, quantity, ' +
      'order quantity, total quantity, items count, item count, number of items, cases, number of cases, crates, bags, number of bags',
  }),
  products: names({
    header: 'Products',
    description: 'Names of what is in the packages',
    example: 'Maps|Atlases',
    synonyms:
      'product, product name, product names, product title, items, item, item name, item names, items ordered, ' +
      'order items, line items, lineitem name, item description, product description, goods, goods description, ' +
      'description of goods, contents, content, package contents, articles, sku, skus',
  }),
  'address.latitude': degrees({
    header: 'Latitude',
    description: 'Latitude in WGS-84 degrees; together with longitude or not at all',
    example: '40.7532',
    range: LATITUDE,
    synonyms: 'lat, latitude (lat), gps lat, gps latitude, geo lat, y',
  }),
  'address.longitude': degrees({
    header: 'Longitude',
    description: 'Longitude in WGS-84 degrees; together with latitude or not at all',
    example: '-73.9822',
    range: LONGITUDE,
    synonyms: 'lng, lon, long, longitude (lng), gps lng, gps lon, gps longitude, geo lng, geo lon, x',
  }),
  requestedDate: day({
    header: 'Delivery Date',
    label: 'Requested date',
    description: 'The day on which the client wants it done, as YYYY-MM-DD',
    example: '2026-12-24',
    synonyms:
      'requested delivery date, preferred delivery date, desired delivery date, required delivery date, ' +
      'scheduled delivery date, planned delivery date, expected delivery date, date of delivery, delivery day, ' +
      'deliver on, requested date, requested day, preferred date, desired date, required date, scheduled date',
  }),
  clientCode: clientCode({
    header: 'Client ID',
    description: "The client's code",
    format: "The client's code, as shown in its portal",
    example: 'CL-7K2M9Q',
    audience: 'dispatcher',
    synonyms:
      'client code, client, client id number, client number, client no, portal id, spoke connect id, account code',
  }),
  'timing.earliestTime': clockTime({
    header: 'Earliest Time',
    description: 'Not before this time of day, as HH:MM in the time zone of the depot',
    example: '09:00',
    audience: 'dispatcher',
    synonyms:
      'earliest, earliest arrival, earliest arrival time, earliest delivery time, time window start, ' +
      'delivery window start, window start, start time, from time, time from, not before, open time, opening time, ' +
      'deliver after',
  }),
  'timing.latestTime': clockTime({
    header: 'Latest Time',
    description:
      'Not after this time of day, as HH:MM in the time zone of the depot; not before `earliestTime`',
    example: '17:00',
    audience: 'dispatcher',
    synonyms:
      'latest, latest arrival, latest arrival time, latest delivery time, time window end, delivery window end, ' +
      'window end, end time, to time, time to, not after, close time, closing time, deliver before, deliver by, ' +
      'due time',
  }),
  'timing.serviceSeconds': duration({
    header: 'Time at stop',
    description: 'Seconds spent at the stop',
    example: '5',
    audience: 'dispatcher',
    synonyms:
      'service time, service duration, service minutes, stop time, stop duration, time on site, minutes at stop, ' +
      'duration, unloading time, visit duration, estimated time at stop',
  }),
};

/** A field's path in the order, e.g. `address.zip`. */
export type FieldName = keyof typeof CATALOGUE;
