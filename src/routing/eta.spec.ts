import fc from 'fast-check';
import { etaRules, etasOf, hasMoved, isNews } from './eta.js';
import { distanceMetres, type Place } from './geo.js';
import { latenessOf, timetable, type TimedStop } from './timetable.js';
import { straightMatrix, travelRules, travelSeconds } from './travel.js';

const nowhere: Place = { latitude: null, longitude: null };
const library: Place = { latitude: 40.7532, longitude: -73.9822 };
/** One degree of latitude is 111.195 km on this sphere. */
const kilometresNorth = (kilometres: number): Place => ({
  latitude: library.latitude! + kilometres / 111.195,
  longitude: library.longitude,
});
const at = (time: string) => new Date(`2026-03-29T${time}Z`);

interface Visited extends Place, TimedStop {}
const stopAt = (place: Place, more: Partial<TimedStop> = {}): Visited => ({
  ...place,
  serviceSeconds: 0,
  earliestTime: null,
  latestTime: null,
  ...more,
});

/** The ETAs of a driver who leaves the depot by straight lines. */
function etasFrom(depot: Place, departure: Date, stops: Visited[], now: Date, timeZone = 'UTC') {
  const legs = stops.map((stop, index) => travelSeconds(stops[index - 1] ?? depot, stop));
  const visits = timetable({ at: departure.getTime(), timeZone, notBefore: now.getTime() }, stops, legs);
  return etasOf(visits, now);
}

const places = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  },
  fc.constant(nowhere),
);
const times = fc
  .nat(1_439)
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const stops = fc.array(
  fc
    .tuple(places, fc.option(fc.nat(86_400)), fc.option(times), fc.option(times))
    .map(([place, serviceSeconds, earliestTime, latestTime]) =>
      stopAt(place, { serviceSeconds, earliestTime, latestTime }),
    ),
  { maxLength: 30 },
);
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });

describe('distances', () => {
  it('are those of the globe', () => {
    const paris: Place = { latitude: 48.8566, longitude: 2.3522 };
    expect(distanceMetres(library, paris)! / 1000).toBeCloseTo(5832, -1);
    expect(distanceMetres(library, library)).toBe(0);
    expect(distanceMetres(library, nowhere)).toBeNull();
  });

  it('are the same both ways, and never more than half the globe', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(distanceMetres(a, b)).toBe(distanceMetres(b, a));
        expect(distanceMetres(a, b) ?? 0).toBeLessThan(20_016_000);
      }),
    );
  });

  it('make a table of travel times, row to column', () => {
    const [a, b, c] = [library, kilometresNorth(1), kilometresNorth(3)];
    const table = straightMatrix([a, b, c]);
    expect([...table].map(Math.round)).toEqual([0, 156, 468, 156, 0, 312, 468, 312, 0]);
  });
});

describe('ETAs', () => {
  it('add travel at town speed and time at the stops', () => {
    // 10 km as the crow flies are 13 km of streets, 26 minutes.
    const [first, second] = etasFrom(
      library,
      at('09:00:00'),
      [
        stopAt(kilometresNorth(10), { serviceSeconds: null }),
        stopAt(kilometresNorth(20), { serviceSeconds: 600 }),
      ],
      at('09:00:00'),
    );
    expect(first).toEqual({
      estimatedAt: at('09:26:00'),
      earliestAt: at('09:16:00'),
      latestAt: at('09:46:00'),
    });
    expect(second!.estimatedAt).toEqual(at('09:55:00'));
  });

  it('take a default leg to and from what has no coordinates', () => {
    expect(travelSeconds(nowhere, library)).toBe(travelRules.defaultLegSeconds);
    const etas = etasFrom(
      nowhere,
      at('09:00:00'),
      [stopAt(library), stopAt(nowhere), stopAt(library)],
      at('09:00:00'),
    );
    expect(etas.map(({ estimatedAt }) => estimatedAt)).toEqual([
      at('09:10:00'),
      at('09:20:00'),
      at('09:30:00'),
    ]);
  });

  it('wait until a stop opens, and go on from there', () => {
    const [early, next] = etasFrom(
      library,
      at('09:00:00'),
      [stopAt(library, { earliestTime: '10:30' }), stopAt(kilometresNorth(10))],
      at('09:00:00'),
    );
    expect(early).toEqual({
      estimatedAt: at('10:30:00'),
      earliestAt: at('10:30:00'),
      latestAt: at('10:50:00'),
    });
    expect(next!.estimatedAt).toEqual(at('10:56:00'));
  });

  it('go on through the night in which clocks are set forward', () => {
    const [eta] = etasFrom(nowhere, at('00:55:00'), [stopAt(library)], at('00:55:00'), 'Europe/Berlin');
    expect(eta!.estimatedAt).toEqual(at('01:05:00'));
  });

  it('are not before the present, even when the driver left long ago', () => {
    const etas = etasFrom(
      library,
      at('07:00:00'),
      [stopAt(library), stopAt(kilometresNorth(10))],
      at('09:00:30'),
    );
    expect(etas[0]).toEqual({
      estimatedAt: at('09:01:00'),
      earliestAt: at('09:01:00'),
      latestAt: at('09:21:00'),
    });
    expect(etas[1]!.estimatedAt).toEqual(at('09:27:00'));
  });

  it('are whole minutes in order, one for each stop, within their windows', () => {
    fc.assert(
      fc.property(places, moments, stops, moments, (depot, departure, visited, now) => {
        const etas = etasFrom(depot, departure, visited, now);
        expect(etas).toHaveLength(visited.length);
        etas.forEach((eta, index) => {
          const [earliest, estimated, latest] = [eta.earliestAt, eta.estimatedAt, eta.latestAt].map(
            Number,
          ) as [number, number, number];
          expect([earliest, estimated, latest].map((moment) => moment % 60_000)).toEqual([0, 0, 0]);
          expect(earliest).toBeGreaterThanOrEqual(now.getTime());
          expect(estimated).toBeGreaterThanOrEqual(earliest);
          expect(latest).toBeGreaterThan(estimated);
          expect(estimated).toBeGreaterThanOrEqual(Number(etas[index - 1]?.estimatedAt ?? 0));
        });
      }),
    );
  });

  it('leave later on the same day, arrive no earlier', () => {
    const lateTimes = fc.nat(86_400_000);
    fc.assert(
      fc.property(places, moments, stops, lateTimes, (depot, departure, visited, delay) => {
        const legs = visited.map((stop, index) => travelSeconds(visited[index - 1] ?? depot, stop));
        const day = departure.getTime();
        const visits = (later: number) => timetable({ at: day + later, day, timeZone: 'UTC' }, visited, legs);
        const [punctual, late] = [visits(0), visits(delay)];
        late.forEach((visit, index) => {
          expect(visit.begin).toBeGreaterThanOrEqual(punctual[index]!.begin);
          expect(latenessOf(visit)).toBeGreaterThanOrEqual(latenessOf(punctual[index]!));
        });
      }),
    );
  });

  it('have moved from a minute on, and are news from five', () => {
    expect(hasMoved(at('09:00:00'), at('09:00:59'))).toBe(false);
    expect(hasMoved(at('09:00:00'), at('08:59:00'))).toBe(true);
    expect(hasMoved(null, at('09:00:00'))).toBe(true);
    expect(hasMoved(null, null)).toBe(false);
    expect(etaRules.newsSeconds).toBe(300);
    expect(isNews(at('09:00:00'), at('09:04:59'))).toBe(false);
    expect(isNews(at('09:00:00'), at('08:55:00'))).toBe(true);
  });
});
