import { detectHeader, type HeaderField, type HeaderMapping } from './detect-header.js';
import { type SpreadsheetRow } from '../../spreadsheets/index.js';

const FIELDS: HeaderField[] = [
  { name: 'address.line1', header: 'Address Line 1', synonyms: ['street', 'street address'] },
  { name: 'address.zip', header: 'Zip', synonyms: ['postcode', 'zip code', 'postal code'] },
  { name: 'address.city', header: 'City', synonyms: ['town'] },
  { name: 'recipient.phone', header: 'Recipient Phone Number', synonyms: ['tel', 'phone number'] },
  { name: 'externalId', header: 'Id', synonyms: ['order no', 'order number'] },
  { name: 'notes', header: 'Notes', synonyms: ['comments'] },
];

describe('detectHeader', () => {
  it.each([
    ['Address Line 1', 'address.line1', 1],
    ['  ADDRESS_LINE-1: ', 'address.line1', 1],
    ['addressLine1', 'address.line1', 1],
    ['address.zip', 'address.zip', 1],
    ['Post-Code', 'address.zip', 0.95],
    ['Ｚｉｐ', 'address.zip', 1],
    ['Citý', 'address.city', 1],
    ['Order #', 'externalId', 0.95],
    ['Recipient Phone Nubmer', 'recipient.phone', 0.9],
    ['Phone number (mobile)', 'recipient.phone', 0.8],
    ['Commments', 'notes', 0.89],
  ])('knows %j as %s', (header, field, confidence) => {
    expect(columns([header])).toMatchObject([{ index: 0, header: header.trim(), field, confidence }]);
  });

  it('keeps of a header what can be shown and stored', () => {
    const long = `${'x'.repeat(299)}😀 and more`;
    expect(columns([long, 'Zip\0', 'a\ud800b'])).toMatchObject([
      { header: `${'x'.repeat(299)}\ufffd` },
      { header: 'Zip' },
      { header: 'a\ufffdb' },
    ]);
  });

  it('suggests where it is not certain, and says nothing where it has no idea', () => {
    expect(columns(['Zip', 'Customer city', 'Warehouse shelf'])).toMatchObject([
      { field: 'address.zip', suggestions: [] },
      { field: null, confidence: 0, suggestions: ['address.city'] },
      { field: null, confidence: 0, suggestions: [] },
    ]);
  });

  it('gives a field to the best of its columns and names it as suggestion for the others', () => {
    expect(columns(['comments', 'Notes', 'notes'])).toMatchObject([
      { field: null, suggestions: ['notes'] },
      { field: 'notes' },
      { field: null, suggestions: ['notes'] },
    ]);
  });

  it('finds the header below title rows', () => {
    const rows = [
      row(1, ['Orders of the week']),
      row(2, ['City: Berlin', '']),
      row(4, ['street', 'zip', 'city']),
    ];
    expect(detectHeader([...rows, row(5, ['Main St', '02115', 'Boston'])], FIELDS)?.row).toBe(4);
  });

  it('takes the first wide row when no header is known', () => {
    const rows = [row(1, ['Report']), row(3, ['Foo', 'Bar', 'Baz']), row(4, ['1', '2', '3'])];
    expect(detectHeader(rows, FIELDS)).toMatchObject({ row: 3, columns: [{ field: null }, {}, {}] });
  });

  it('lets an explicit mapping win, also to leave a column out', () => {
    const mapping = { 'Warehouse Shelf': 'notes', Notes: null, Gate: 'address.city' };
    const found = detectHeader([row(1, ['warehouse_shelf', 'Notes', 'Zip'])], FIELDS, mapping);
    expect(found?.columns.map(({ field }) => field)).toEqual(['notes', null, 'address.zip']);
    expect(found?.columns[1]?.suggestions).toEqual([]);
    expect(found?.missing).toEqual(['Gate']);
  });

  it('treats headers that are names of object properties, and empty ones, as any other', () => {
    const mapping = JSON.parse('{"__proto__": "notes", "": "externalId"}') as HeaderMapping;
    const found = detectHeader(
      [row(1, ['__proto__', 'constructor', '', 'toString', 'City'])],
      FIELDS,
      mapping,
    );
    expect(found?.columns.map(({ field }) => field)).toEqual(['notes', null, null, null, 'address.city']);
    expect(Object.prototype).not.toHaveProperty('notes');
  });

  it('takes the first of rows with as many known headers, and the row with more wherever it is', () => {
    const found = (...tables: string[][]) =>
      detectHeader(
        tables.map((cells, index) => row(index + 1, cells)),
        FIELDS,
      )?.row;
    expect(found(['Zip', 'City'], ['Notes', 'Id'])).toBe(1);
    expect(found(['Zip', 'City'], ['Notes', 'Id', 'Zip'], ['City', 'Zip', 'Id'])).toBe(2);
    expect(found(['Zip', 'zip', 'ZIP'], ['Notes', 'Id'])).toBe(2);
  });

  it('gives a field to the leftmost of columns that fit it alike', () => {
    expect(columns(['Zip', 'zip', 'ZIP'])).toMatchObject([{ field: 'address.zip' }, { field: null }, {}]);
    expect(columns(['town', 'Commments', 'comments'])).toMatchObject([
      { field: 'address.city' },
      { field: null },
      { field: 'notes' },
    ]);
  });

  it('counts no empty cell towards the width of a row, and asks for six tenths of the widest', () => {
    const rows = (...widths: number[]) =>
      widths.map((width, index) => row(index + 1, [...Array<string>(width).fill('x'), ' ', '', '']));
    expect(detectHeader(rows(5, 10), FIELDS)?.row).toBe(2);
    expect(detectHeader(rows(6, 10), FIELDS)?.row).toBe(1);
  });

  it('looks for the header in the first twenty rows', () => {
    const titles = (count: number) => Array.from({ length: count }, (_, n) => row(n + 1, ['x', 'y']));
    expect(detectHeader([...titles(19), row(20, ['Zip', 'City'])], FIELDS)?.row).toBe(20);
    expect(detectHeader([...titles(20), row(21, ['Zip', 'City'])], FIELDS)?.row).toBe(1);
  });

  it('suggests at most three fields, the likeliest first', () => {
    const fields = ['Drop off city', 'City', 'City code', 'Home city', 'Work city'].map((header) => ({
      name: header,
      header,
      synonyms: [],
    }));
    const found = detectHeader([row(1, ['Other city', 'Home city'])], fields)?.columns;
    expect(found?.[1]?.field).toBe('Home city');
    expect(found?.[0]?.suggestions).toHaveLength(3);
    expect(found?.[0]?.suggestions[0]).toBe('City');
  });

  it('has no answer for no rows', () => {
    expect(detectHeader([], FIELDS)).toBeNull();
  });
});

function columns(headers: string[]): unknown {
  return detectHeader([row(1, headers)], FIELDS)?.columns;
}

function row(number: number, cells: string[]): SpreadsheetRow {
  return { number, cells };
}
