import { type FieldName } from './field-info.js';

const words = (list: string): readonly string[] => list.split(', ');

/**
 * Other names a column goes by, in lower case with single spaces. Matching is up to the reader of headers,
 * which treats case, spaces, underscores and hyphens alike. No synonym belongs to two fields.
 */
export const HEADER_SYNONYMS: Record<FieldName, readonly string[]> = {
  'address.addressName': words(
    'unit, flat, unit name, unit/flat, unit number, flat number, apartment, apartment name, apt, suite, building, ' +
      'building name, address name, place name, location name, site, site name, house name, company, company name, business name',
  ),
  'address.addressLineOne': words(
    'address, address 1, address1, addr, addr1, address line one, address line, line 1, line1, street, street 1, street address, ' +
      'street line 1, street name, full address, delivery address, shipping address, ship to address, destination, ' +
      'stop address, shipping address 1, shipping street, road, strasse, straße, adresse, direccion, dirección, indirizzo',
  ),
  'address.addressLineTwo': words(
    'address 2, address2, addr2, address line two, line 2, line2, street 2, street line 2, shipping address 2, address complement',
  ),
  'address.city': words(
    'town, city/town, town/city, locality, suburb, municipality, post town, shipping city, ship to city, ort, stadt, ville, ciudad',
  ),
  'address.state': words(
    'province, state/province, province/state, region, county, prefecture, state code, province code, shipping province, ' +
      'shipping state, ship to state, bundesland, provincia, estado',
  ),
  'address.zip': words(
    'zip code, zipcode, zip/postal code, postal, postal code, postalcode, postcode, post code, pin code, pincode, eircode, ' +
      'shipping zip, shipping postal code, ship to zip, plz, postleitzahl, code postal, cp, codigo postal, cap',
  ),
  'address.country': words(
    'country code, country name, country/region, nation, shipping country, ship to country, land, pays, pais, país',
  ),
  notes: words(
    'note, comment, comments, instruction, instructions, delivery notes, delivery note, delivery instructions, driver notes, ' +
      'driver instructions, special instructions, order notes, remark, remarks, memo, description, bemerkung, notizen',
  ),
  size: words('package size, parcel size, order size, item size, dimensions, dims'),
  'recipient.name': words(
    'recipient, name, full name, customer, customer name, contact, contact name, consignee, receiver, receiver name, ' +
      'recipient full name, ship to, ship to name, shipping name, delivery name, attention, attn, person',
  ),
  activity: words(
    'type, stop type, activity, activity type, order type, job type, task type, delivery type, delivery/pickup, ' +
      'delivery or pickup, pickup or delivery, pickup/delivery, p/d, d/p',
  ),
  'recipient.email': words(
    'email, e mail, email address, e mail address, mail, recipient email, recipient e mail, customer email, contact email, ' +
      'shipping email, courriel, correo',
  ),
  'recipient.phone': words(
    'phone, phone number, phone no, telephone, telephone number, tel, tel no, tel number, mobile, mobile number, mobile phone, ' +
      'mobile no, cell, cell phone, cellphone, contact number, contact phone, customer phone, recipient phone, ' +
      'recipient mobile, recipient tel, shipping phone, telefon, telefono, teléfono, handy',
  ),
  externalId: words(
    'order id, order, order no, order nr, order num, order number, order #, order ref, order reference, reference, ' +
      'reference id, reference number, reference no, ref, ref no, external id, client reference, customer reference, ' +
      'your reference, invoice, invoice no, invoice number, po number, job id, job number, stop id, tracking number, ' +
      'consignment number, bestellnummer',
  ),
  packageCount: words(
    'packages, package, package qty, package quantity, number of packages, no of packages, parcels, parcel count, ' +
      'number of parcels, no of parcels, qty, quantity, count, pieces, pcs, boxes, box count, number of boxes, cartons, ' +
      'colli, items count, item count, number of items, anzahl',
  ),
  products: words(
    'product, product name, product names, item, items, goods, contents, content, sku, skus, line items, lineitem name, ' +
      'order items, articles',
  ),
  'address.latitude': words('lat, latitude (lat), gps lat, gps latitude, geo lat, y, breitengrad, latitud'),
  'address.longitude': words(
    'lng, lon, long, longitude (lng), gps lng, gps lon, gps longitude, geo lng, geo lon, x, längengrad, longitud',
  ),
  clientCode: words(
    'client code, client, client id number, client number, client no, portal id, spoke connect id, account code',
  ),
  'timing.earliestTime': words(
    'earliest, earliest arrival, earliest arrival time, earliest delivery time, time window start, window start, ' +
      'start time, from time, time from, not before, open time, deliver after, ready time',
  ),
  'timing.latestTime': words(
    'latest, latest arrival, latest arrival time, latest delivery time, time window end, window end, end time, to time, ' +
      'time to, not after, close time, deliver before, deliver by, due time',
  ),
  'timing.serviceSeconds': words(
    'service time, service duration, service minutes, stop time, stop duration, time on site, minutes at stop, ' +
      'duration, unloading time, visit duration, estimated time at stop',
  ),
};
