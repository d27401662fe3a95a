import { z } from 'zod';
import { exactlyOne } from './exactly-one.js';

const body = z
  .strictObject({
    ids: z.array(z.string()).optional(),
    importId: z.string().optional(),
    all: z.literal(true).optional(),
  })
  .superRefine(exactlyOne('ids', 'importId', 'all'));

const refusals = (given: object) =>
  body.safeParse(given).error?.issues.map(({ path, message }) => `/${path.join('/')} ${message}`) ?? [];

describe('exactly one of several fields', () => {
  it('takes each alone, even an empty one', () => {
    for (const given of [{ ids: [] }, { importId: '' }, { all: true }]) expect(refusals(given)).toEqual([]);
  });

  it('asks for the first where there is none, and names the others', () => {
    expect(refusals({})).toEqual(['/ids is required, or `importId` or `all`']);
  });

  it('refuses each that is one of several', () => {
    expect(refusals({ ids: [], all: true })).toEqual([
      '/ids may not be given together with `all`',
      '/all may not be given together with `ids`',
    ]);
    expect(refusals({ ids: [], importId: '', all: true })[1]).toBe(
      '/importId may not be given together with `ids` or `all`',
    );
  });
});
