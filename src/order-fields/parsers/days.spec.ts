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
    ['24.12.26', '2026-12-24'],
    ['12/24/26', '2026-12-24'],
    ['24. 12. 2026', '2026-12-24'],
    ['12-24-26', '2026-12-24'],
    ['24-Dec-26', '2026-12-24'],
    ['24dec2026', '2026-12-24'],
    ['24 février 2026', '2026-02-24'],
    ['24. Mrz 2026', '2026-03-24'],
    ['20261224', '2026-12-24'],
    ['46380', '2026-12-24'],
    ['46380.5', '2026-12-24'],
    ['36526', '2000-01-01'],
    ['73050', '2099-12-31'],
    ['Do., 24.12.2026', '2026-12-24'],
    ['Donnerstag, 24. Dezember 2026', '2026-12-24'],
    ['Thursday 24 December 2026', '2026-12-24'],
    ['Thu Dec 24, 2026', '2026-12-24'],
    ['jeudi 24 décembre 2026', '2026-12-24'],
    ['quinta-feira, 24 de dezembro de 2026', '2026-12-24'],
    ['mar. 24 mars 2026', '2026-03-24'],
    ['Mar 24, 2026', '2026-03-24'],
    ['Fri 03/04/2026', '2026-04-03'],
    ['Wed 03/04/2026', '2026-03-04'],
    ['24.12.2026 00:00', '2026-12-24'],
    ['24/12/2026, 10:30 Uhr', '2026-12-24'],
    ['12/24/2026 10:30:00 AM', '2026-12-24'],
    ['2026-12-24 10:30:00 -0500', '2026-12-24'],
    ['2026-12-24T00:00:00.000Z', '2026-12-24'],
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
    ['3 Foo 2026', 'date_invalid'],
    ['25/12-2026', 'date_invalid'],
    ['1899-12-31', 'date_invalid'],
    ['2206-12-25', 'date_invalid'],
    ['tomorrow', 'date_invalid'],
    ['26-12-24', 'date_ambiguous'],
    ['2026-12-24T23:00:00Z', 'date_ambiguous'],
    ['Fri 24.12.2026', 'date_invalid'],
    ['24.12.', 'date_invalid'],
    ['24.12.2026 10:00 - 12:00', 'date_invalid'],
    ['36525', 'date_invalid'],
    ['73051', 'date_invalid'],
    ['4638', 'date_invalid'],
    ['24122026', 'date_invalid'],
    ['Monday', 'date_invalid'],
  ])('is not guessed from %p', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('says both days that an ambiguous one can be, and how to write it', () => {
    expect(parseDay('03/04/2026')).toMatchObject({
      says: 'can be 2026-04-03 or 2026-03-04. Write it as YYYY-MM-DD, such as 2026-12-25.',
    });
  });

  it.each([
    ['03/04/2026', 'day-first', '2026-04-03'],
    ['03/04/2026', 'month-first', '2026-03-04'],
    ['3.4.26 10:00', 'day-first', '2026-04-03'],
    ['26-12-24', 'day-first', '2024-12-26'],
    ['12/25/2026', 'day-first', '2026-12-25'],
    ['2026-04-03', 'month-first', '2026-04-03'],
  ] as const)('of %p, %s, is %s', (text, order, day) => {
    expect(parseDay(text, order)).toBe(day);
  });

  it('is asked for by the column’s header', () => {
    const { more } = parseDay('03/04/2026') as Refusal;
    expect(more.asks?.('Due "on"')).toBe(
      'can be 2026-04-03 or 2026-03-04. Say which with mapping {"Due \\"on\\"": {"field": "requestedDate", ' +
        '"format": "day-first"}} or "month-first", or write it as YYYY-MM-DD.',
    );
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
        expect(parseDay(`${day}.${month}.${year.slice(2)}`, 'day-first')).toBe(iso);
        expect(parseDay(`${month}/${day}/${year.slice(2)}`, 'month-first')).toBe(iso);
        expect(read(String(date.getTime() / 86_400_000 + 25_569))).toBe(iso);
        const weekday = date.toLocaleString('de', { weekday: 'long', timeZone: 'UTC' });
        expect(parseDay(`${weekday}, ${day}.${month}.${year}`, 'day-first')).toBe(iso);
      }),
    );
  });
});
