import type { z } from 'zod';
import { metadataOf } from '../../../order-fields/order-metadata.js';

const maxPairs = 5;

/** `metadata[key]=value`, for lists. In order of the keys, so that a cursor does not depend on how they were given. */
export const metadataFilter = metadataOf(maxPairs, 'is given with a key: metadata[key]=value')
  .transform((given) => Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)))
  .optional()
  .describe(
    `Only those whose metadata has these texts in full: \`metadata[key]=value\`, up to ${maxPairs} of them.`,
  );
export type MetadataFilter = z.output<typeof metadataFilter>;
