import { z } from 'zod';
import { tooBig } from '../common/schemas/schemas.js';
import { isStorable } from '../common/schemas/storable.js';
import { isLongerThan } from '../common/schemas/tidy-text.js';

/** How many keys an order may have, and how long these and their values may be. */
export const METADATA = { keys: 20, key: 40, value: 500 };

/** The caller's own notes on an order: texts by key, kept as they were given. */
export type Metadata = Record<string, string>;

/** Square brackets would end the key in the filter `metadata[key]=value`. */
const metadataKey = z
  .string()
  .regex(/^[^[\]]+$/, 'may not be empty or hold square brackets')
  .refine(isStorable, 'holds a NUL or half a character; remove it')
  .refine((key) => !isLongerThan(key, METADATA.key), tooBig(`may have ${METADATA.key} characters at most`))
  .meta({ maxLength: METADATA.key });

export const metadataValue = z
  .string()
  .refine(isStorable, 'holds a NUL or half a character; remove it')
  .refine(
    (value) => !isLongerThan(value, METADATA.value),
    tooBig(`may have ${METADATA.value} characters at most`),
  )
  .meta({ maxLength: METADATA.value });

/** Up to `max` texts by key; `shape` says how they are given. */
export const metadataOf = (max: number, shape: string) =>
  z
    .record(metadataKey, metadataValue, {
      error: ({ code }) => (code === 'invalid_type' ? shape : undefined),
    })
    .refine((given) => Object.keys(given).length <= max, tooBig(`may have ${max} keys at most`))
    .meta({ maxProperties: max });

const example = { costCentre: 'Reading Room 315' };
const limits = `Up to ${METADATA.keys} keys of up to ${METADATA.key} characters, without square brackets, with texts of up to ${METADATA.value}`;

export const metadataInput = metadataOf(
  METADATA.keys,
  'must be an object whose values are texts, such as {"costCentre": "315"}',
)
  .nullable()
  .meta({ description: `Texts of your own by key, kept as given. ${limits}. Null for none.`, example });

export const storedMetadata = z
  .record(z.string(), z.string())
  .meta({ description: 'Texts that the maker of the order keeps with it, by key.', example });
