import { z } from 'zod';
import { described } from '../../common/schemas/described.js';

/** What a delivery may have to leave behind. */
export const requirableProof = described('What a delivery must leave behind:', {
  photo: 'A photo, uploaded before the attempt is recorded.',
  signature: 'A signature, uploaded before the attempt is recorded.',
  name: 'Who took the packages or signed for them: `signeeName` of the attempt.',
}).meta({ id: 'RequirableProof' });
export type RequirableProof = z.output<typeof requirableProof>;

export const requiredProof = z
  .array(requirableProof)
  .overwrite((kinds) => requirableProof.options.filter((kind) => kinds.includes(kind)))
  .meta({ example: ['photo', 'name'] });
