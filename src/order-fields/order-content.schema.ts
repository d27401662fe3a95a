import { z } from 'zod';
import { describe, lineOf, numberOf, refusal, stringOf, textOf } from './content-fields.schema.js';
import { type FieldName } from './field-info.js';
import { LATITUDE, LONGITUDE, MAX_LENGTH, MAX_PRODUCTS, PACKAGE_COUNT, SERVICE_SECONDS } from './limits.js';
import { blankOrder, type OrderContent, type Timing } from './order-content.js';
import { type BrokenRule, brokenAddressRule, brokenTimingRule } from './order-rules.js';
import { ACTIVITIES } from './parsers/activity.js';
import { EMAIL_PATTERN, EMAIL_SAYS, isEmail, lowerDomain } from './parsers/email.js';
import { TOO_MANY_PRODUCTS } from './parsers/products.js';

const { address: NO_ADDRESS, recipient: NO_RECIPIENT } = blankOrder();

/** Reports a broken rule at the field it names, inside the object that is checked. */
function keep<T>(broken: (value: T) => BrokenRule | null) {
  return (context: z.core.ParsePayload<T>) => {
    const rule = broken(context.value);
    if (!rule) return;
    const path = rule.field.split('.').slice(1);
    const params = { code: rule.code };
    context.issues.push({ code: 'custom', path, params, message: rule.detail, input: context.value });
  };
}

const addressPatch = z
  .strictObject({
    addressName: lineOf('address.addressName', MAX_LENGTH.name, 'Unit, flat or building name'),
    addressLineOne: lineOf('address.addressLineOne', MAX_LENGTH.addressLine, 'Street and house number'),
    addressLineTwo: lineOf(
      'address.addressLineTwo',
      MAX_LENGTH.addressLine,
      'What the street line has no room for',
    ),
    city: lineOf('address.city', MAX_LENGTH.city, 'City or town'),
    state: lineOf('address.state', MAX_LENGTH.state, 'State, province or region'),
    zip: lineOf('address.zip', MAX_LENGTH.zip, 'Postal code, as text: `02115` keeps its zero'),
    country: lineOf(
      'address.country',
      MAX_LENGTH.country,
      'Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed',
    ),
    latitude: numberOf('address.latitude', LATITUDE)
      .nullable()
      .meta(describe('address.latitude', 'WGS-84 degrees; together with longitude or not at all', 40.7532)),
    longitude: numberOf('address.longitude', LONGITUDE)
      .nullable()
      .meta(describe('address.longitude', 'WGS-84 degrees; together with latitude or not at all', -73.9822)),
  })
  .partial();

const address = addressPatch
  .check(keep(brokenAddressRule))
  .transform((given) => ({ ...NO_ADDRESS, ...given }));

const EMAIL: FieldName = 'recipient.email';

const recipientPatch = z
  .strictObject({
    name: lineOf('recipient.name', MAX_LENGTH.name, 'Who receives or hands over'),
    email: stringOf(EMAIL, MAX_LENGTH.email)
      .refine((email) => email === '' || isEmail(email), refusal(EMAIL, 'email_invalid', EMAIL_SAYS))
      .overwrite(lowerDomain)
      .meta({ pattern: `${EMAIL_PATTERN}|^\\s*$` })
      .nullable()
      .overwrite((email) => email || null)
      .meta(describe(EMAIL, 'E-mail address of the recipient')),
    phone: lineOf(
      'recipient.phone',
      MAX_LENGTH.phone,
      'Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed',
    ),
  })
  .partial();

const timeOf = (name: FieldName, description: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write the time as HH:MM, such as 09:30.' })
    .nullable()
    .meta(describe(name, description));

const timingPatch = z
  .strictObject({
    earliestTime: timeOf('timing.earliestTime', 'Not before this time, HH:MM local to the depot'),
    latestTime: timeOf(
      'timing.latestTime',
      'Not after this time, HH:MM local to the depot; not before earliestTime',
    ),
    serviceSeconds: numberOf('timing.serviceSeconds', SERVICE_SECONDS, true)
      .nullable()
      .meta(describe('timing.serviceSeconds', 'Seconds spent at the stop', 300)),
  })
  .partial();

const timing = timingPatch
  .check(keep(brokenTimingRule))
  .nullish()
  .transform((given): Timing | null => {
    const { earliestTime = null, latestTime = null, serviceSeconds = null } = given ?? {};
    const empty = earliestTime === null && latestTime === null && serviceSeconds === null;
    return empty ? null : { earliestTime, latestTime, serviceSeconds };
  });

const activity = z
  .enum(ACTIVITIES, { error: 'Type of stop must be "delivery" or "pickup".' })
  .nullable()
  .meta({ ...describe('activity', 'What happens at the stop; delivery unless told'), default: 'delivery' });

const packageCount = numberOf('packageCount', PACKAGE_COUNT, true)
  .nullable()
  .meta({ ...describe('packageCount', 'How many packages; 1 unless told', 1), default: 1 });

const products = z
  .array(stringOf('products', MAX_LENGTH.product))
  .max(MAX_PRODUCTS, { error: `Products ${TOO_MANY_PRODUCTS}` })
  .overwrite((names) => names.filter((name) => name !== ''))
  .nullable()
  .meta(describe('products', 'Names of what is delivered', ['Maps', 'Ledger, bound']));

const flat = {
  size: lineOf('size', MAX_LENGTH.size, 'Size of the packages, in your own words'),
  notes: textOf('notes', MAX_LENGTH.notes, 'What the driver should know'),
  externalId: lineOf(
    'externalId',
    MAX_LENGTH.externalId,
    'Your own id of the order; unique among your orders',
  ),
};

const ADDRESS_TEXT = 'Where the stop is: addressLineOne, or latitude and longitude, at least';

/** A whole order as people write it: what may be left out becomes null or its default. */
export const orderContent = z.strictObject({
  address: address.meta({ description: ADDRESS_TEXT }),
  recipient: recipientPatch
    .nullish()
    .transform((given) => ({ ...NO_RECIPIENT, ...given }))
    .meta({ description: 'Who receives or hands over' }),
  activity: activity.optional().transform((value) => value ?? 'delivery'),
  size: flat.size.optional().transform((value) => value ?? null),
  packageCount: packageCount.optional().transform((value) => value ?? 1),
  products: products.optional().transform((value) => value ?? []),
  notes: flat.notes.optional().transform((value) => value ?? null),
  timing: timing.meta({ description: 'When the stop may be visited, and how long it takes' }),
  externalId: flat.externalId.optional().transform((value) => value ?? null),
});

/** Changes to an order: what is absent stays, null empties (or brings the default back). */
export const orderPatch = z
  .strictObject({
    address: addressPatch.meta({ description: ADDRESS_TEXT }),
    recipient: recipientPatch.nullable().meta({ description: 'Who receives or hands over' }),
    activity,
    packageCount,
    products,
    timing: timingPatch
      .nullable()
      .meta({ description: 'When the stop may be visited, and how long it takes' }),
    ...flat,
  })
  .partial();

export type OrderContentInput = z.input<typeof orderContent>;
export type OrderPatch = z.output<typeof orderPatch>;

/**
 * The stored order with the changes laid over it. Check the answer with `orderContent`: a change may break a
 * rule about several fields, such as an address of one coordinate.
 */
export function patchedContent(stored: OrderContent, patch: OrderPatch): OrderContentInput {
  return {
    ...stored,
    ...patch,
    address: { ...stored.address, ...patch.address },
    recipient: patch.recipient === null ? null : { ...stored.recipient, ...patch.recipient },
    timing: patch.timing === null ? null : { ...stored.timing, ...patch.timing },
  };
}
