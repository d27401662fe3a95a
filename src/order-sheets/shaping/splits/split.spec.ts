import fc from 'fast-check';
import { SPLITTING } from './split.js';

const words =
  'New York NY 10018 London SW1A 1AA Leeds Kent LS1 4AP 10115 Berlin 75001 Paris CEDEX 08 1012 AB Amsterdam Milano MI ' +
  "20121 (MI) Madrid 28013 Toronto ON M5V 2T6 USA France Deutschland Georgia 12 5 Hauptstr. St rue de Flat Via 's-Hof # - é";
const cells = fc
  .array(
    fc.tuple(
      fc.constantFrom(...words.split(' ')),
      fc.constantFrom(' ', ' ', ', ', ',', '\n', '; ', ' - ', '  '),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) => parts.flat().slice(0, -1).join(''));
const countries = fc.constantFrom(null, 'US', 'CA', 'GB', 'IE', 'AU', 'DE', 'FR', 'NL', 'IT', 'ES', 'JP');

/** Everything but blanks and separators, in any order. */
const characters = (text: string) => [...text.replace(/[\s,;|()]/g, '')].toSorted().join('');

describe.each(['address', 'city-state-zip'] as const)('a cell that is split by %s', (kind) => {
  it('is, put together again, every character of it', () => {
    fc.assert(
      fc.property(cells, countries, (cell, countryCode) => {
        const pieces = SPLITTING[kind].split(cell, countryCode);
        if (!pieces) return;
        expect(characters(Object.values(pieces).join(''))).toBe(characters(cell));
        for (const piece of Object.values(pieces)) expect(piece).toMatch(/^\S(.*\S)?$/s);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is often one that can be split, among those above', () => {
    const asked = fc.sample(fc.tuple(cells, countries), { numRuns: 3_000, seed: 1 });
    const split = asked.filter(([cell, countryCode]) => SPLITTING[kind].split(cell, countryCode));
    expect(split.length).toBeGreaterThan(100);
  });

  it('fills only fields that a split of its kind is known to fill', () => {
    fc.assert(
      fc.property(cells, countries, (cell, countryCode) => {
        const pieces = SPLITTING[kind].split(cell, countryCode) ?? {};
        expect(SPLITTING[kind].fields).toEqual(expect.arrayContaining(Object.keys(pieces)));
      }),
    );
  });

  it('is answered at once, however long it is', () => {
    const begun = performance.now();
    for (const text of ['a ', ', ', '1 ', 'a1, ', '(']) SPLITTING[kind].split(text.repeat(250), null);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
