import type { z } from 'zod';
import { described } from './described.js';

/** Whether a list may be read where the newest changes are not seen yet. */
export const consistency = described('How new what is read has to be:', {
  strong: 'Everything that was acknowledged before is in it.',
  eventual:
    'The latest changes may be missing, for seconds; read from a replica where the server has one. Pages never skip what an earlier page of theirs has passed.',
});

export type Consistency = z.output<typeof consistency>;
