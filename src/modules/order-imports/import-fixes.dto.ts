import { z } from 'zod';
import { tooBig } from '../../common/schemas/schemas.js';
import { described } from '../../common/schemas/described.js';
import { isStorable } from '../../common/schemas/storable.js';

const errorId = z
  .string()
  .regex(/^[1-9]\d{0,6}\.[1-9]\d{0,4}$/, 'is no id of an error; the list of the errors has them')
  .meta({ description: 'Id of an error.', example: '13.1' });

const everyFix = described('Which errors:', { all: 'Every error that has a fix.' });

const most = 1_000;

export const fixesBody = z
  .strictObject({
    accept: z
      .union([everyFix, z.array(errorId).max(most)], 'must be "all" or a list of ids of errors')
      .meta({ id: 'AcceptedFixes', description: '`all`, or the ids of errors.' })
      .default([])
      .meta({
        description:
          'The errors whose `fix` is taken, by their ids; `all` for every error that has one. Errors with a value of their own in `values` need not be named.',
      }),
    values: z
      .record(errorId, z.string().max(2_000).refine(isStorable, 'holds a NUL or half a character'))
      .default({})
      .refine((given) => Object.keys(given).length <= most, tooBig(`may name ${most} errors at most`))
      .meta({
        description: 'By the id of an error, what its cell shall hold instead.',
        example: { '16.1': 'aguilar@example.org' },
      }),
  })
  .meta({ id: 'FixImport', description: 'What shall stand in the cells that have errors.' });
export type FixesBody = z.output<typeof fixesBody>;
