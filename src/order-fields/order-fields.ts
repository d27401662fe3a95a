import { type FieldName } from './field-info.js';
import { LATITUDE, LONGITUDE, MAX_LENGTH, PACKAGE_COUNT } from './limits.js';
import { type OrderDraft, type OrderField, orderField } from './order-field.js';
import { type Timing } from './order-content.js';
import { parseActivity } from './parsers/activity.js';
import { parseClientCode } from './parsers/client-code.js';
import { parseCountry } from './parsers/country.js';
import { parseEmail } from './parsers/email.js';
import { degreesParser, wholeNumberParser } from './parsers/numbers.js';
import { parsePhone } from './parsers/phone.js';
import { lineParser, textParser } from './parsers/plain.js';
import { parseProducts } from './parsers/products.js';
import { parseDuration, parseTime, printDuration } from './parsers/times.js';

const timingOf = (order: OrderDraft): Timing =>
  (order.timing ??= { earliestTime: null, latestTime: null, serviceSeconds: null });

/** Every column of an order, in the order of the template: the one truth of names, texts and reading. */
export const ORDER_FIELDS: readonly OrderField[] = [
  orderField('address.addressName', {
    get: (order) => order.address?.addressName,
    set: (order, value) => (order.address.addressName = value),
    parse: lineParser(MAX_LENGTH.name),
  }),
  orderField('address.addressLineOne', {
    get: (order) => order.address?.addressLineOne,
    set: (order, value) => (order.address.addressLineOne = value),
    parse: lineParser(MAX_LENGTH.addressLine),
  }),
  orderField('address.addressLineTwo', {
    get: (order) => order.address?.addressLineTwo,
    set: (order, value) => (order.address.addressLineTwo = value),
    parse: lineParser(MAX_LENGTH.addressLine),
  }),
  orderField('address.city', {
    get: (order) => order.address?.city,
    set: (order, value) => (order.address.city = value),
    parse: lineParser(MAX_LENGTH.city),
  }),
  orderField('address.state', {
    get: (order) => order.address?.state,
    set: (order, value) => (order.address.state = value),
    parse: lineParser(MAX_LENGTH.state),
  }),
  orderField('address.zip', {
    get: (order) => order.address?.zip,
    set: (order, value) => (order.address.zip = value),
    parse: lineParser(MAX_LENGTH.zip),
  }),
  orderField('address.country', {
    get: (order) => order.address?.country,
    set: (order, value) => (order.address.country = value),
    parse: parseCountry,
  }),
  orderField('notes', {
    get: (order) => order.notes,
    set: (order, value) => (order.notes = value),
    parse: textParser(MAX_LENGTH.notes),
  }),
  orderField('size', {
    get: (order) => order.size,
    set: (order, value) => (order.size = value),
    parse: lineParser(MAX_LENGTH.size),
  }),
  orderField('recipient.name', {
    get: (order) => order.recipient?.name,
    set: (order, value) => (order.recipient.name = value),
    parse: lineParser(MAX_LENGTH.name),
  }),
  orderField('activity', {
    get: (order) => order.activity,
    set: (order, value) => (order.activity = value),
    parse: parseActivity,
  }),
  orderField('recipient.email', {
    get: (order) => order.recipient?.email,
    set: (order, value) => (order.recipient.email = value),
    parse: parseEmail,
  }),
  orderField('recipient.phone', {
    get: (order) => order.recipient?.phone,
    set: (order, value) => (order.recipient.phone = value),
    parse: (text, { countryCode }) => parsePhone(text, countryCode),
  }),
  orderField('externalId', {
    get: (order) => order.externalId,
    set: (order, value) => (order.externalId = value),
    parse: lineParser(MAX_LENGTH.externalId),
  }),
  orderField('packageCount', {
    get: (order) => order.packageCount,
    set: (order, value) => (order.packageCount = value),
    parse: wholeNumberParser(PACKAGE_COUNT),
  }),
  orderField('products', {
    get: (order) => order.products,
    set: (order, value) => (order.products = value),
    parse: parseProducts,
    print: (products) => products.join('|'),
  }),
  orderField('address.latitude', {
    get: (order) => order.address?.latitude,
    set: (order, value) => (order.address.latitude = value),
    parse: degreesParser(LATITUDE),
  }),
  orderField('address.longitude', {
    get: (order) => order.address?.longitude,
    set: (order, value) => (order.address.longitude = value),
    parse: degreesParser(LONGITUDE),
  }),
  orderField('clientCode', {
    get: (order) => order.clientCode,
    set: (order, value) => (order.clientCode = value),
    parse: parseClientCode,
  }),
  orderField('timing.earliestTime', {
    get: (order) => order.timing?.earliestTime,
    set: (order, value) => (timingOf(order).earliestTime = value),
    parse: parseTime,
  }),
  orderField('timing.latestTime', {
    get: (order) => order.timing?.latestTime,
    set: (order, value) => (timingOf(order).latestTime = value),
    parse: parseTime,
  }),
  orderField('timing.serviceSeconds', {
    get: (order) => order.timing?.serviceSeconds,
    set: (order, value) => (timingOf(order).serviceSeconds = value),
    parse: parseDuration,
    print: printDuration,
  }),
];

/** Names of the fields that a dispatcher may make required for a client. */
export const REQUIRABLE_FIELDS: readonly FieldName[] = ORDER_FIELDS.filter((field) => field.requirable).map(
  (field) => field.name,
);

const BY_NAME: ReadonlyMap<string, OrderField> = new Map(ORDER_FIELDS.map((field) => [field.name, field]));

/** The field of that name, or undefined when there is none. */
export function findOrderField(name: string): OrderField | undefined {
  return BY_NAME.get(name);
}

/** The field of a name that is known to be one. */
export function orderFieldOf(name: FieldName): OrderField {
  const field = BY_NAME.get(name);
  if (!field) throw new Error(`No order field is called ${name}`);
  return field;
}
