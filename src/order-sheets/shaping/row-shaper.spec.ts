import fc from 'fast-check';
import { type ColumnTarget, type SheetColumn } from '../sheet-columns.js';
import { RowShaper } from './row-shaper.js';

function columnsOf(targets: (ColumnTarget | null)[]): SheetColumn[] {
  return targets.map((target, index) => ({
    index,
    header: `Column ${index}`,
    target,
    grade: target && 'applied',
    basis: target && 'mapping',
    confidence: target ? 1 : 0,
    suggestions: [],
    lost: false,
  }));
}

/** A row by the names of its fields, the empty ones left out. */
function shaped(targets: (ColumnTarget | null)[], cells: string[], countryCode: string | null = null) {
  const shaper = new RowShaper(columnsOf(targets), countryCode);
  const row = shaper.shape(cells);
  const filled = shaper.columns.filter(({ index }) => (row[index] ?? '') !== '');
  return {
    cells: Object.fromEntries(filled.map(({ index, field }) => [field.name, row[index]])),
    problems: shaper.problems.map(({ code, columnIndex, value }) => ({
      code,
      source: shaper.sourceOf(columnIndex!),
      value,
    })),
  };
}

const cellsOf = (...asked: Parameters<typeof shaped>) => shaped(...asked).cells;

describe('a row of columns that each hold a field', () => {
  it('is left as it is', () => {
    const shaper = new RowShaper(
      columnsOf([{ field: 'notes' }, null, { field: 'requestedDate', format: 'day-first' }]),
      'US',
    );
    const cells = ['Ring', 'x', '3/4/2026'];
    expect(shaper.shape(cells)).toBe(cells);
    expect(shaper.columns.map(({ index, field }) => [index, field.name])).toEqual([
      [0, 'notes'],
      [2, 'requestedDate'],
    ]);
    expect(shaper.sourceOf(2)).toBe(2);
    expect(shaper.problems).toEqual([]);
  });
});

describe('columns that are joined', () => {
  const name: ColumnTarget = { field: 'recipient.name', join: ' ' };
  const targets = [name, { field: 'notes' } as const, name, { ...name, join: ', ' }];

  it.each([
    [['Ada', 'Ring', 'Reader', 'PhD'], 'Ada Reader, PhD'],
    [['', 'Ring', 'Reader', ''], 'Reader'],
    [['Ada', 'Ring', ' ', 'PhD'], 'Ada, PhD'],
    [['Ada'], 'Ada'],
    [[], undefined],
  ])('%j → %j', (cells, joined) => {
    expect(cellsOf(targets, cells)['recipient.name']).toBe(joined);
  });

  it('are named by the first of them', () => {
    const shaper = new RowShaper(columnsOf([{ field: 'notes' }, null, name, name]), null);
    const { index } = shaper.columns.find(({ field }) => field.name === 'recipient.name')!;
    expect(shaper.sourceOf(index)).toBe(2);
  });

  it('hold every character of their cells, in order', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',') });
    fc.assert(
      fc.property(cell, cell, cell, (one, two, three) => {
        const joined = cellsOf([name, name, name], [one, two, three])['recipient.name'] ?? '';
        expect(joined.replaceAll(' ', '')).toBe(`${one}${two}${three}`.replaceAll(' ', ''));
      }),
    );
  });
});

describe('columns that another falls back on', () => {
  const targets: ColumnTarget[] = [
    { field: 'address.addressLineOne' },
    { field: 'address.city' },
    { field: 'address.country' },
    { field: 'recipient.phone' },
    { field: 'address.addressLineOne', fallback: true },
    { field: 'address.city', fallback: true },
    { field: 'address.country', fallback: true },
    { field: 'recipient.phone', fallback: true },
    { field: 'recipient.name', fallback: true, join: ' ' },
    { field: 'recipient.name', fallback: true, join: ' ' },
  ];

  it('are an address as a whole, never a part of one', () => {
    const billing = ['9 Bill St', 'Bath', 'GB', '123', 'Ada', 'Reader'];
    expect(cellsOf(targets, ['1 Ship St', '', '', '', ...billing])).toEqual({
      'address.addressLineOne': '1 Ship St',
      'recipient.phone': '123',
      'recipient.name': 'Ada Reader',
    });
    expect(cellsOf(targets, [' ', '', 'US', '456', ...billing])).toEqual({
      'address.addressLineOne': '9 Bill St',
      'address.city': 'Bath',
      'address.country': 'GB',
      'recipient.phone': '456',
      'recipient.name': 'Ada Reader',
    });
  });

  it('are not asked when the address stands in one cell', () => {
    const split: ColumnTarget[] = [{ split: 'address' }, { field: 'address.city', fallback: true }];
    expect(cellsOf(split, ['1 Ship St, 10115 Berlin', 'Bath'])).toMatchObject({ 'address.city': 'Berlin' });
    expect(cellsOf(split, ['', 'Bath'])).toEqual({ 'address.city': 'Bath' });
  });
});

describe('a cell that holds several fields', () => {
  it('fills what the other columns leave open', () => {
    const targets: ColumnTarget[] = [
      { split: 'address' },
      { field: 'address.zip' },
      { field: 'address.country' },
    ];
    expect(shaped(targets, ['Hauptstr. 5, 10115 Berlin', '', 'Germany'])).toEqual({
      cells: {
        'address.addressLineOne': 'Hauptstr. 5',
        'address.city': 'Berlin',
        'address.zip': '10115',
        'address.country': 'Germany',
      },
      problems: [],
    });
    expect(shaped(targets, ['Hauptstr. 5, 10115 Berlin, DE', '10115', 'Germany']).problems).toEqual([]);
  });

  it('stays whole, with a warning, when the other columns say something else', () => {
    const targets: ColumnTarget[] = [{ split: 'address' }, { field: 'address.zip' }];
    expect(shaped(targets, ['Hauptstr. 5, 10115 Berlin', '99999'])).toEqual({
      cells: { 'address.addressLineOne': 'Hauptstr. 5, 10115 Berlin', 'address.zip': '99999' },
      problems: [{ code: 'address_not_split', source: 0, value: 'Hauptstr. 5, 10115 Berlin' }],
    });
  });

  it('stays whole, with a warning, when it cannot be split', () => {
    const address: ColumnTarget[] = [{ field: 'notes' }, { split: 'address' }];
    expect(shaped(address, ['x', '12 High St London SW1A 1AA\nleft door'])).toEqual({
      cells: { notes: 'x', 'address.addressLineOne': '12 High St London SW1A 1AA, left door' },
      problems: [{ code: 'address_not_split', source: 1, value: '12 High St London SW1A 1AA\nleft door' }],
    });
    const place: ColumnTarget[] = [{ field: 'address.addressLineTwo' }, { split: 'city-state-zip' }];
    expect(shaped(place, ['Floor 2', 'Sector 7 West, 99'])).toEqual({
      cells: { 'address.addressLineTwo': 'Floor 2, Sector 7 West, 99' },
      problems: [{ code: 'place_not_split', source: 1, value: 'Sector 7 West, 99' }],
    });
    const window: ColumnTarget[] = [{ split: 'time-window' }];
    expect(shaped(window, ['when the shop opens'])).toMatchObject({
      cells: { notes: 'when the shop opens' },
      problems: [{ code: 'window_not_read', source: 0 }],
    });
  });

  it.each(['address', 'city-state-zip', 'time-window'] as const)(
    'stays whole, however long it is: %s',
    (split) => {
      const long = `a${' '.repeat(1_000_000)}b`;
      const { cells, problems } = shaped([{ split }], [`${long} \r\n ${long}`]);
      expect(Object.values(cells)).toEqual([`${long}, ${long}`]);
      expect(problems).toHaveLength(1);
    },
  );

  it('is read as in the country of the row, else in the one given', () => {
    const targets: ColumnTarget[] = [{ split: 'city-state-zip' }, { field: 'address.country' }];
    const italian = { 'address.city': 'Milano', 'address.state': 'MI', 'address.zip': '20121' };
    expect(cellsOf(targets, ['20121 Milano MI', 'Italia'], 'DE')).toMatchObject(italian);
    expect(cellsOf(targets, ['20121 Milano MI', ''], 'IT')).toMatchObject(italian);
  });

  it('says nothing of a row before', () => {
    const shaper = new RowShaper(columnsOf([{ split: 'time-window' }]), null);
    shaper.shape(['whenever']);
    expect(shaper.problems).toHaveLength(1);
    shaper.shape(['']);
    expect(shaper.problems).toEqual([]);
  });
});
