import fc from 'fast-check';
import { localDay, momentOf, wallClock } from './local-time.js';
import { usualDepartureAfter, windowOn } from './time-windows.js';

const at = (moment: string) => Date.parse(moment);
const told = (moment: number | null) =>
  moment === null ? null : new Date(moment).toISOString().slice(0, 16);

const windowAt = (
  departure: string,
  earliestTime: string | null,
  latestTime: string | null,
  timeZone = 'UTC',
) => {
  const { opensAt, closesAt } = windowOn(at(departure), timeZone, { earliestTime, latestTime });
  return [told(opensAt), told(closesAt)];
};

describe('local time', () => {
  it('is what the clocks of the zone show', () => {
    expect(new Date(wallClock(at('2026-07-01T12:30:15Z'), 'America/New_York')).toISOString()).toBe(
      '2026-07-01T08:30:15.000Z',
    );
    expect(new Date(wallClock(at('2026-01-01T00:00:00Z'), 'Asia/Kathmandu')).toISOString()).toBe(
      '2026-01-01T05:45:00.000Z',
    );
    expect(new Date(localDay(at('2026-01-01T03:00:00Z'), 'America/New_York')).toISOString()).toBe(
      '2025-12-31T00:00:00.000Z',
    );
  });

  it('leads back to the moment, but for the hour that comes twice', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    const moments = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        const back = momentOf(wallClock(moment, zone), zone);
        expect(wallClock(back, zone)).toBe(wallClock(moment, zone));
        expect(back).toBeLessThanOrEqual(moment);
      }),
      { numRuns: 500 },
    );
  });

  it('moves on what clocks skip, and takes the first of what they show twice', () => {
    // In Berlin 02:30 does not exist on 29 March 2026, and comes twice on 25 October.
    expect(told(momentOf(at('2026-03-29T02:30Z'), 'Europe/Berlin'))).toBe('2026-03-29T01:30');
    expect(told(momentOf(at('2026-10-25T02:30Z'), 'Europe/Berlin'))).toBe('2026-10-25T00:30');
  });
});

describe('the window of a stop', () => {
  it('is by the clock of the depot, on the day on which the driver leaves', () => {
    expect(windowAt('2026-07-01T12:00Z', '09:00', '17:00', 'America/New_York')).toEqual([
      '2026-07-01T13:00',
      '2026-07-01T21:00',
    ]);
    // 22:00 UTC is the next morning in Tokyo.
    expect(windowAt('2026-07-01T22:00Z', '09:00', null, 'Asia/Tokyo')).toEqual(['2026-07-02T00:00', null]);
    expect(windowAt('2026-07-01T12:00Z', null, null)).toEqual([null, null]);
  });

  it('keeps its hours on the days on which clocks change', () => {
    expect(windowAt('2026-03-29T05:00Z', '09:00', '10:00', 'Europe/Berlin')).toEqual([
      '2026-03-29T07:00',
      '2026-03-29T08:00',
    ]);
    expect(windowAt('2026-10-25T05:00Z', '09:00', '10:00', 'Europe/Berlin')).toEqual([
      '2026-10-25T08:00',
      '2026-10-25T09:00',
    ]);
  });

  it('goes on past midnight where it ends before it begins', () => {
    expect(windowAt('2026-07-01T20:00Z', '22:00', '02:00')).toEqual(['2026-07-01T22:00', '2026-07-02T02:00']);
  });

  it('is the next day’s where it was over long before, and missed where it was not', () => {
    expect(windowAt('2026-07-01T22:00Z', null, '01:00')).toEqual([null, '2026-07-02T01:00']);
    expect(windowAt('2026-07-01T11:00Z', null, '10:00')).toEqual([null, '2026-07-01T10:00']);
  });
});

it('the usual departure is the next eight o’clock of the depot', () => {
  expect(told(usualDepartureAfter(at('2026-07-01T11:59Z'), 'America/New_York'))).toBe('2026-07-01T12:00');
  expect(told(usualDepartureAfter(at('2026-07-01T12:00Z'), 'America/New_York'))).toBe('2026-07-02T12:00');
});
