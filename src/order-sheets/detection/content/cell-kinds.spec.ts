import { isOfKind } from './cell-kinds.js';

describe('a city with its state and postcode', () => {
  it.each([
    'New York, NY 10018',
    'New York NY, 10018-1234',
    'New York,  NY,  10018',
    'Boston 02115',
    'Leeds, West Yorkshire LS1 4AP',
    'Toronto, Ontario, M5V 2T6',
    'London SW1A 1AA',
    'D-10115 Berlin',
    '1012 AB,  Amsterdam',
  ])('is %j', (cell) => expect(isOfKind('cityStateZip', cell)).toBe(true));

  it.each(['New York', '10018', 'New York,10018', '12 High St, London SW1A 1AA', 'A 10115', '10115 B'])(
    'is not %j',
    (cell) => expect(isOfKind('cityStateZip', cell)).toBe(false),
  );

  it('is told without trying all ways to read many spaces', () => {
    const gap = ' '.repeat(200_000);
    for (const cell of [`ab${gap}c`, `ab,${gap}c`, `ab, c${gap}d`, `10115${gap},`, `ab${gap}SW1A`])
      expect(isOfKind('cityStateZip', cell)).toBe(false);
  });
});
