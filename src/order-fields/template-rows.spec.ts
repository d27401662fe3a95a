import fc from 'fast-check';
import { ORDER_FIELDS, REQUIRABLE_FIELDS } from './order-fields.js';
import { checkRow } from './row-check.js';
import { templateRows } from './template-rows.js';

describe('the template', () => {
  it('imports as it stands, whatever is required', () => {
    fc.assert(
      fc.property(
        fc.subarray([...REQUIRABLE_FIELDS]),
        fc.constantFrom('client' as const, 'dispatcher' as const),
        (requiredFields, audience) => {
          const { header, required, rows } = templateRows(requiredFields, audience);
          const columns = header.map((text, index) => {
            const field = ORDER_FIELDS.find((one) => one.header === text);
            if (!field) throw new Error(text);
            return { field, index };
          });
          const context = { audience, requiredFields, countryCode: null };
          const checked = rows.map((cells) => checkRow(cells, columns, context));
          expect(checked).toMatchObject([
            { errors: [], warnings: [] },
            { errors: [], warnings: [] },
          ]);
          const ids = checked.map(({ order }) => order?.externalId).filter((id) => id != null);
          expect(new Set(ids).size).toBe(ids.length);
          expect(required).toHaveLength(header.length);
        },
      ),
    );
  });

  it('shows what must be filled by its second row', () => {
    const { header, required, rows } = templateRows(['address.zip']);
    expect(header).toHaveLength(19);
    expect(header.filter((_, index) => required[index])).toEqual(['Address Line 1', 'Zip']);
    expect(rows[1]?.filter((text) => text !== '')).toEqual(['476 5th Ave', '10018']);
    expect(templateRows(['address.latitude']).rows[1]?.slice(-3, -1)).toEqual(['40.7532', '-73.9822']);
    expect(templateRows([], 'dispatcher').header).toHaveLength(23);
  });
});
