import { DayOrderFinder } from './day-order.js';

describe('the order of day and month in a column', () => {
  it.each([
    [['03/04/2026', '25/12/2026'], 'day-first'],
    [['12/25/2026', '03/04/2026'], 'month-first'],
    [['25/12/2026'], 'day-first'],
    [['25/12/2026', '12/25/2026', '3/4/2026'], 'ambiguous'],
    [['03/04/2026', '04/05/2026'], 'ambiguous'],
    [['3-4-26', '25-12-30'], 'ambiguous'],
    [['3.4.2026', '4.5.26'], 'day-first'],
    [['3.4.2026', '12.25.2026'], 'month-first'],
    [['3.4.2026', '3/5/2026'], 'ambiguous'],
    [['Fri 03/04/2026', '04/05/2026'], 'day-first'],
    [['2026-12-25', '46381', '3 Dec 2026', '5/5/2026', '', 'soon', '45/45/2026'], null],
    [[], null],
  ])('%j → %s', (cells, order) => {
    const finder = new DayOrderFinder();
    for (const cell of cells) finder.look(cell);
    expect(finder.found).toBe(order);
  });
});
