import { z } from 'zod';

/** Where a printed code is parted, so that people can read it out. */
const half = 5;

export const trackingCode = z.string().meta({
  description:
    'What its labels carry, for people to type: ten digits and letters of Crockford’s base 32, which has no I, L, O and U, parted in the middle. Never changes.',
  example: 'G7K2M-9QX4T',
});

/** The code as people see it. */
export function printTrackingCode(code: string): string {
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/**
 * The code of an id, in SQL: of a UUIDv7 only the last eight bytes are random. The two cases of base64's letters
 * become one, and what Crockford leaves out becomes digits.
 */
export function trackingCodeSql(id: string): string {
  return `left(translate(upper(encode(substr(uuid_send(${id}), 9), 'base64') collate "C"), 'ILOU+/', '012345'), 10)`;
}
