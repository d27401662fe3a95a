import { askOf } from '../../../test/support/sheets.js';
import { detectSheet, type SheetQuestion } from './detect-sheet.js';

describe('the header row', () => {
  const rowOf = (rows: string[][], said: Partial<SheetQuestion> = {}) =>
    detectSheet(askOf(rows, said))?.headerRow;

  it('is found below titles', () => {
    const rows = [
      ['Orders of the week'],
      ['City: Berlin', ''],
      ['street', 'zip', 'city'],
      ['Main St', '02115', 'Boston'],
    ];
    expect(rowOf(rows)).toBe(3);
    expect(rowOf([['Delivery address'], ['Foo', 'Bar', 'Baz'], ['1', '2', '3']])).toBe(2);
  });

  it('is the first wide row when no header is known', () => {
    expect(rowOf([['Report'], ['Foo', 'Bar', 'Baz'], ['1', '2', '3']])).toBe(2);
    expect(rowOf([Array<string>(5).fill('x'), Array<string>(10).fill('x')])).toBe(2);
    expect(rowOf([[...Array<string>(6).fill('x'), ' ', ''], Array<string>(10).fill('x')])).toBe(1);
  });

  it('is no row of orders', () => {
    const rows = [
      ['Kunde', 'Kontonr', 'Betreff', 'Rabatt'],
      ['Name', '12345', 'Notes', '2026-11-01', 'ada@example.org', 'City'],
    ];
    expect(rowOf(rows)).toBe(1);
  });

  it('is the first of those with as many known headers, and the one with more wherever it is', () => {
    expect(
      rowOf([
        ['Zip', 'City'],
        ['Notes', 'Id'],
      ]),
    ).toBe(1);
    expect(
      rowOf([
        ['Zip', 'City'],
        ['Notes', 'Id', 'Zip'],
        ['City', 'Zip', 'Id'],
      ]),
    ).toBe(2);
    expect(
      rowOf([
        ['Zip', 'zip', 'ZIP'],
        ['Notes', 'Id'],
      ]),
    ).toBe(2);
  });

  it('is looked for in the first twenty rows', () => {
    const titles = (count: number) => Array.from({ length: count }, () => ['foo', 'bar']);
    expect(rowOf([...titles(19), ['Zip', 'City']])).toBe(20);
    expect(rowOf([...titles(20), ['Zip', 'City']])).toBe(1);
  });

  it('is the one that the caller says', () => {
    const rows = [
      ['Zip', 'City'],
      ['Foo', 'Id'],
      ['1', '2'],
    ];
    expect(rowOf(rows, { headerRow: 2 })).toBe(2);
    expect(detectSheet(askOf(rows, { headerRow: 9 }))).toBeNull();
  });

  it('is none where there are no rows', () => {
    expect(detectSheet(askOf([]))).toBeNull();
  });
});
