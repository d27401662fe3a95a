import { z } from 'zod';
import { isMoved } from './moved-address.js';
import {
  blankGroup,
  fieldsIn,
  type Address,
  type GroupName,
  type OrderContent,
  type Timing,
} from './order-content.js';
import { type BrokenRule, brokenAddressRule, brokenTimingRule } from './order-rules.js';

type Fields = Record<string, { input: z.ZodType; output: z.ZodType; blank(this: void): unknown }>;
type Inputs<T extends Fields> = { [Key in keyof T]: T[Key]['input'] };
type Outputs<T extends Fields> = { [Key in keyof T]: T[Key]['output'] };
type Filled<T extends Fields> = {
  [Key in keyof T]: z.ZodPipe<z.ZodOptional<T[Key]['input']>, z.ZodTransform<ReturnType<T[Key]['blank']>>>;
};

function mapped(fields: Fields, value: (field: Fields[string]) => unknown) {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, value(field)]));
}

const inputsOf = <T extends Fields>(fields: T) => mapped(fields, ({ input }) => input) as Inputs<T>;
/** What a change leaves out stays, so it has no defaults. */
const changesOf = <T extends Fields>(fields: T) =>
  mapped(fields, ({ input }) => input.meta({ default: undefined })) as Inputs<T>;
const outputsOf = <T extends Fields>(fields: T) => mapped(fields, ({ output }) => output) as Outputs<T>;
/** Absent fields get their defaults. */
const filledOf = <T extends Fields>(fields: T) =>
  mapped(fields, ({ input, blank }) => input.optional().transform((value) => value ?? blank())) as Filled<T>;

/** Reports a broken rule at its field, relative to the validated object. */
function keep<T>(broken: (value: T) => BrokenRule | null) {
  return (context: z.core.ParsePayload<T>) => {
    const rule = broken(context.value);
    if (!rule) return;
    const path = rule.field.split('.').slice(1);
    const params = { code: rule.code };
    context.issues.push({ code: 'custom', path, params, message: rule.detail, input: context.value });
  };
}

const about = {
  address:
    'Where the stop is: `addressLineOne` or, in its place, `latitude` and `longitude` together, at the least',
  recipient: 'Who receives or hands over the packages',
  timing: 'When the stop may be visited, in the time zone of its depot, and how long it takes',
} satisfies Record<GroupName, string>;

const flat = fieldsIn(null);
/** A group as callers send it: a schema by name, to which each use adds what absent and null mean. */
const inputOf = <T extends Fields>(group: GroupName, id: string, fields: T) =>
  z
    .strictObject(inputsOf(fields))
    .partial()
    .meta({ id, description: `${about[group]}.` });
const addressInput = inputOf('address', 'AddressInput', fieldsIn('address'));
const recipientInput = inputOf('recipient', 'RecipientInput', fieldsIn('recipient'));
const timingInput = inputOf('timing', 'TimingInput', fieldsIn('timing'));

const address = addressInput
  .check(keep(brokenAddressRule))
  .transform((given) => ({ ...blankGroup('address'), ...given }));

const recipient = recipientInput.nullish().transform((given) => ({ ...blankGroup('recipient'), ...given }));

const timing = timingInput
  .check(keep(brokenTimingRule))
  .nullish()
  .transform((given): Timing | null => {
    const told = { ...blankGroup('timing'), ...given };
    return Object.values(told).every((value) => value === null) ? null : told;
  });

/** A whole order as callers send it: absent fields become null or their default. */
export const orderContent = z.strictObject({
  address: address.describe(`${about.address}.`),
  recipient: recipient.describe(`${about.recipient}. Null for none.`),
  timing: timing.describe(`${about.timing}. Null for none.`),
  ...filledOf(flat),
});

/** Changes to an order: absent fields stay, null clears them (or restores the default). */
export const orderPatch = z
  .strictObject({
    address: addressInput.describe(
      `${about.address}. What it leaves out stays, but for coordinates: another street, city, state, zip or country empties them unless they are given with it.`,
    ),
    recipient: recipientInput
      .nullable()
      .describe(`${about.recipient}. What it leaves out stays; null clears it.`),
    timing: timingInput.nullable().describe(`${about.timing}. What it leaves out stays; null clears it.`),
    ...changesOf(flat),
  })
  .partial();

export type OrderContentInput = z.input<typeof orderContent>;
export type OrderPatch = z.output<typeof orderPatch>;

export const storedAddress = z
  .object(outputsOf(fieldsIn('address')))
  .meta({ id: 'Address', description: `${about.address}.` });
export const storedRecipient = z
  .object(outputsOf(fieldsIn('recipient')))
  .meta({ id: 'Recipient', description: `${about.recipient}.` });
const storedTiming = z
  .object(outputsOf(fieldsIn('timing')))
  .meta({ id: 'Timing', description: `${about.timing}.` });

/** The content of a stored order in responses. */
export const storedContent = {
  address: storedAddress.describe(`${about.address}.`),
  recipient: storedRecipient.describe(`${about.recipient}.`),
  timing: storedTiming.nullable().describe(`${about.timing}. Null where nothing is told.`),
  ...outputsOf(flat),
};

/**
 * The stored order with the changes applied; coordinates of another place than its new address are not kept. Validate the result with `orderContent`: a change may break a
 * rule about several fields, such as an address with only one coordinate.
 */
export function patchedContent(stored: OrderContent, patch: OrderPatch): OrderContentInput {
  return {
    ...stored,
    ...patch,
    address: patchedAddress(stored.address, patch.address),
    recipient: patch.recipient === null ? null : { ...stored.recipient, ...patch.recipient },
    timing: patch.timing === null ? null : { ...stored.timing, ...patch.timing },
  };
}

function patchedAddress(stored: Address, changes: Partial<Address> = {}) {
  const left = isMoved(stored, changes) ? { latitude: null, longitude: null } : {};
  return { ...stored, ...left, ...changes };
}
