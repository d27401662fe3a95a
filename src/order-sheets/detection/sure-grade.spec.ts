import fc from 'fast-check';
import { askOf } from '../../../test/support/sheets.js';
import { ORDER_FIELDS } from '../../order-fields/order-fields.js';
import { lexiconFor } from './lexicon.js';
import { normalizeHeader } from './header-similarity.js';
import { detectSheet } from './detect-sheet.js';

const lexicon = lexiconFor('client');
const isKnown = (header: string) => lexicon.knows(normalizeHeader(header));
const headers = ORDER_FIELDS.filter(({ audience }) => audience === 'all').flatMap(({ header, synonyms }) => [
  header,
  ...synonyms,
]);

const typos = fc.oneof(
  fc
    .nat()
    .map((at) => (text: string) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1)),
  fc.tuple(fc.nat(), fc.constantFrom(...'aeinrstx')).map(([at, letter]) => (text: string) => {
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + letter + text.slice(cut);
  }),
  fc.tuple(fc.nat(), fc.constantFrom(...'aeinrstx')).map(([at, letter]) => (text: string) => {
    const cut = at % text.length;
    return text.slice(0, cut) + letter + text.slice(cut + 1);
  }),
  fc.nat().map((at) => (text: string) => {
    const cut = at % Math.max(text.length - 1, 1);
    return text.slice(0, cut) + (text[cut + 1] ?? '') + (text[cut] ?? '') + text.slice(cut + 2);
  }),
);

const cells = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'Ring bell',
    '12.50',
    '2026-11-27',
    'A1 1AA',
    '3',
    'ada@example.org',
    '+12125550142',
    'Main St 5',
  ),
);

describe('nothing is used by guess', () => {
  it('is what a typo of a known header gets', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...headers),
        typos,
        fc.array(cells, { maxLength: 5 }),
        (header, typo, column) => {
          const mistyped = typo(header);
          fc.pre(!isKnown(mistyped));
          const rows = [[mistyped], ...column.map((cell) => [cell])];
          const [found] = detectSheet(askOf(rows, { headerRow: 1 }))?.columns ?? [];
          expect(found?.target ?? null).toBeNull();
          expect(found?.grade).not.toBe('applied');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is what any headers and any cells get', () => {
    const header = fc.oneof(
      fc.string({ maxLength: 15 }),
      fc.constantFrom(...headers),
      fc.tuple(fc.constantFrom(...headers), typos).map(([text, typo]) => typo(text)),
      fc.constantFrom(
        'Billing Zip',
        'Sender Name',
        'Item Cost',
        'Total',
        'First Name',
        'House number',
        'Nr.',
      ),
    );
    const sheet = fc
      .array(header, { minLength: 1, maxLength: 8 })
      .chain((row) =>
        fc.tuple(
          fc.constant(row),
          fc.array(fc.array(cells, { minLength: row.length, maxLength: row.length }), { maxLength: 6 }),
        ),
      );
    fc.assert(
      fc.property(sheet, ([row, rows]) => {
        const found = detectSheet(askOf([row, ...rows], { headerRow: 1 }));
        for (const { header: text, target, grade, basis } of found?.columns ?? []) {
          expect(grade === 'applied').toBe(target !== null);
          if (target === null) continue;
          expect(basis).toBe('header');
          const claim = lexicon.read(normalizeHeader(text));
          expect(claim?.sure).toBe(true);
          expect(['billing', 'pickup', 'sender']).not.toContain(claim?.qualifier);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
