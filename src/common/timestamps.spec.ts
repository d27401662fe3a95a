import { toTimestamp } from './timestamps.js';

describe('toTimestamp', () => {
  it.each([
    ['2026-03-02 09:30:00+00', '2026-03-02T09:30:00.000Z'],
    ['2026-03-02 09:30:00.1+00', '2026-03-02T09:30:00.100Z'],
    ['2026-03-02 09:30:00.012+00', '2026-03-02T09:30:00.012Z'],
    ['2026-03-02 09:30:00.123456+00', '2026-03-02T09:30:00.123Z'],
    ['2026-03-02 09:30:00.12+02', '2026-03-02T07:30:00.120Z'],
    ['2026-03-02 09:30:00-03:30', '2026-03-02T13:00:00.000Z'],
  ])('reads %s', (printed, expected) => {
    expect(toTimestamp(printed)).toBe(expected);
  });

  it('leaves none as none', () => {
    expect(toTimestamp(null)).toBeNull();
  });
});
