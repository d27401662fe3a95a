import fc from 'fast-check';
import { SeenIds } from './seen-ids.js';

describe('Ids seen before', () => {
  it('are known by the row that had them first, whatever they look like', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 }), { maxLength: 300 }), (ids) => {
        const seen = new SeenIds();
        const rows = new Map<string, number>();
        ids.forEach((id, index) => {
          expect(seen.claim(id, index + 1)).toBe(rows.get(id) ?? 0);
          if (!rows.has(id)) rows.set(id, index + 1);
        });
      }),
    );
  });

  it('are told apart among half a million that differ in one character', () => {
    const seen = new SeenIds();
    const count = 500_000;
    let known = 0;
    for (let row = 1; row <= count; row += 1) known += seen.claim(`ORDER-${row}`, row);
    expect(known).toBe(0);
    expect(seen.claim('ORDER-1', count + 1)).toBe(1);
    expect(seen.claim(`ORDER-${count}`, count + 1)).toBe(count);
  });
});
