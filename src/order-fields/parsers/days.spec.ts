import fc from 'fast-check';
import { Refusal } from '../problems.js';
import { parseDay } from './days.js';

const read = (text: string) => {
  const parsed = parseDay(text);
  return parsed instanceof Refusal ? parsed.code : parsed;
};

describe('a day', () => {
  it.each([
    ['2026-12-25', '2026-12-25'],
    ['2026-12-25T14:30', '2026-12-25'],
    ['2026-12-25 00:00:00', '2026-12-25'],
    ['2026/12/5', '2026-12-05'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['25.12.2026', '2026-12-25'],
    ['25-12-2026', '2026-12-25'],
    ['5/5/2026', '2026-05-05'],
    ['3 Dec 2026', '2026-12-03'],
    ['3-Dec-2026', '2026-12-03'],
    ['3rd of December 2026', '2026-12-03'],
    ['Dec. 3, 2026', '2026-12-03'],
    ['Sept 3 2026', '2026-09-03'],
    ['3. Dezember 2026', '2026-12-03'],
    ['3 de diciembre de 2026', '2026-12-03'],
    ['29/02/2028', '2028-02-29'],
    [' ', null],
  ])('is read from %p', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['03/04/2026', 'date_ambiguous'],
    ['3.4.2026', 'date_ambiguous'],
    ['29/02/2026', 'date_invalid'],
    ['31/04/2026', 'date_invalid'],
    ['2026-13-01', 'date_invalid'],
    ['13/13/2026', 'date_invalid'],
    ['25/12/26', 'date_invalid'],
    ['3 Dec 26', 'date_invalid'],
    ['3 Foo 2026', 'date_invalid'],
    ['25/12-2026', 'date_invalid'],
    ['46016', 'date_invalid'],
    ['1899-12-31', 'date_invalid'],
    ['2206-12-25', 'date_invalid'],
    ['tomorrow', 'date_invalid'],
  ])('is not guessed from %p', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('says both days that an ambiguous one can be, and how to write it', () => {
    expect(parseDay('03/04/2026')).toMatchObject({
      says: 'can be 2026-04-03 or 2026-03-04. Write it as YYYY-MM-DD, such as 2026-12-25.',
    });
  });

  it('is the same day in every form that can be read in one way', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-') as [string, string, string];
        const name = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
        expect(read(iso)).toBe(iso);
        expect(read(`${day} ${name} ${year}`)).toBe(iso);
        const isClear = Number(day) > 12 || day === month;
        expect(read(`${day}/${month}/${year}`)).toBe(isClear ? iso : 'date_ambiguous');
        expect(read(`${month}/${day}/${year}`)).toBe(isClear ? iso : 'date_ambiguous');
      }),
    );
  });
});
