import { splitTimeWindow } from './time-window.js';

function told(cell: string): string | null {
  const pieces = splitTimeWindow(cell);
  return pieces && `${pieces['timing.earliestTime'] ?? ''}-${pieces['timing.latestTime'] ?? ''}`;
}

describe('a time window in one cell', () => {
  it.each([
    ['10:00 - 12:00', '10:00-12:00'],
    ['10:00-12:00 Uhr', '10:00-12:00'],
    ['10:00:00 – 12:00:00', '10:00-12:00'],
    ['10-12', '10:00-12:00'],
    ['8.30 bis 12 Uhr', '08:30-12:00'],
    ['0800-1200', '08:00-12:00'],
    ['9am–5pm', '09:00-17:00'],
    ['9 a.m. to 5:30 p.m.', '09:00-17:30'],
    ['1-5pm', '13:00-17:00'],
    ['9-5pm', '09:00-17:00'],
    ['11-1pm', '11:00-13:00'],
    ['zwischen 10 und 12 Uhr', '10:00-12:00'],
    ['von 10:00 bis 12:00', '10:00-12:00'],
    ['Between 10 and 12', '10:00-12:00'],
    ['entre 10h et 12h30', '10:00-12:30'],
    ['de 10 a 12 horas', '10:00-12:00'],
    ['dalle 10 alle 12', '10:00-12:00'],
    ['tussen 10 en 12 uur', '10:00-12:00'],
    ['ab 14:00', '14:00-'],
    ['ab 14 Uhr', '14:00-'],
    ['after 2pm', '14:00-'],
    ['14:00+', '14:00-'],
    ['before 12:00', '-12:00'],
    ['bis 12 Uhr', '-12:00'],
    ['avant 12h', '-12:00'],
    ['06:00 - 08:00', '06:00-08:00'],
    ['5-8 Uhr', '05:00-08:00'],
    ['after 5am', '05:00-'],
    ['any time', '-'],
    ['ganztägig', '-'],
  ])('%j → %s', (cell, window) => {
    expect(told(cell)).toBe(window);
  });

  it.each([
    'after 5',
    'by 6',
    '2-4',
    '2:00 - 4:00',
    '9am-5',
    '8-5',
    '12:00-10:00',
    '25-26',
    '10:00',
    'Mon-Fri 9-12',
    'morning',
    '10-12-14',
  ])('%j is not guessed', (cell) => {
    expect(told(cell)).toBeNull();
  });
});
