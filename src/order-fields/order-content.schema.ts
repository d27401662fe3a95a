import { z } from 'zod';
import { blankGroup, fieldsIn, type GroupName, type OrderContent, type Timing } from './order-content.js';
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

const described = {
  address: { description: 'Where the stop is: addressLineOne, or latitude and longitude, at least' },
  recipient: { description: 'Who receives or hands over' },
  timing: { description: 'When the stop may be visited, and how long it takes' },
} satisfies Record<GroupName, object>;

const flat = fieldsIn(null);
const addressPatch = z.strictObject(inputsOf(fieldsIn('address'))).partial();
const recipientPatch = z.strictObject(inputsOf(fieldsIn('recipient'))).partial();
const timingPatch = z.strictObject(inputsOf(fieldsIn('timing'))).partial();

const address = addressPatch
  .check(keep(brokenAddressRule))
  .transform((given) => ({ ...blankGroup('address'), ...given }));

const recipient = recipientPatch.nullish().transform((given) => ({ ...blankGroup('recipient'), ...given }));

const timing = timingPatch
  .check(keep(brokenTimingRule))
  .nullish()
  .transform((given): Timing | null => {
    const told = { ...blankGroup('timing'), ...given };
    return Object.values(told).every((value) => value === null) ? null : told;
  });

/** A whole order as callers send it: absent fields become null or their default. */
export const orderContent = z.strictObject({
  address: address.meta(described.address),
  recipient: recipient.meta(described.recipient),
  timing: timing.meta(described.timing),
  ...filledOf(flat),
});

/** Changes to an order: absent fields stay, null clears them (or restores the default). */
export const orderPatch = z
  .strictObject({
    address: addressPatch.meta(described.address),
    recipient: recipientPatch.nullable().meta(described.recipient),
    timing: timingPatch.nullable().meta(described.timing),
    ...inputsOf(flat),
  })
  .partial();

export type OrderContentInput = z.input<typeof orderContent>;
export type OrderPatch = z.output<typeof orderPatch>;

/** The content of a stored order in responses. */
export const storedContent = {
  address: z.object(outputsOf(fieldsIn('address'))),
  recipient: z.object(outputsOf(fieldsIn('recipient'))),
  timing: z
    .object(outputsOf(fieldsIn('timing')))
    .nullable()
    .describe('Local to the depot.'),
  ...outputsOf(flat),
};

/**
 * The stored order with the changes applied. Validate the result with `orderContent`: a change may break a
 * rule about several fields, such as an address with only one coordinate.
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
