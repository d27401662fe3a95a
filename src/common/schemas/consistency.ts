import type { z } from 'zod';
import { described } from './described.js';

/** Whether a list may be read where the newest changes are not seen yet. */
export const consistency = described('How new what is read has to be:', {
  strong: 'Everything that was acknowledged before is in it.',
  eventual:
    'The changes of the last seconds may be missing, where the server reads from a replica. From page to page nothing that was there is passed over.',
});

export type Consistency = z.output<typeof consistency>;
