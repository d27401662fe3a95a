import fc from 'fast-check';
import type { Place } from './geo.js';
import { optimizeOrder, pathSeconds } from './optimize.js';

interface Stop extends Place {
  id: number;
}

const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const town = fc.record({
  latitude: degrees(0.2).map((d) => 40.7 + d),
  longitude: degrees(0.2).map((d) => -73.9 + d),
});
const places: fc.Arbitrary<Place> = fc.oneof(
  { weight: 6, arbitrary: town },
  fc.record({ latitude: degrees(90), longitude: degrees(180) }),
  fc.constant({ latitude: null, longitude: null }),
);
const routes = fc
  .array(places, { maxLength: 40 })
  .map((list) => list.map((place, id): Stop => ({ ...place, id })));

const ids = (stops: readonly Stop[]) => stops.map(({ id }) => id);

describe('optimizing a route', () => {
  it('loses no stop, adds none and repeats none', () => {
    fc.assert(
      fc.property(places, routes, (depot, stops) => {
        expect(ids(optimizeOrder(depot, stops)).sort((a, b) => a - b)).toEqual(ids(stops));
      }),
    );
  });

  it('never makes it longer', () => {
    fc.assert(
      fc.property(places, routes, (depot, stops) => {
        const [before, after] = [stops, optimizeOrder(depot, stops)].map((order) =>
          pathSeconds(depot, order),
        );
        expect(after).toBeLessThanOrEqual(before! + 1e-3);
      }),
    );
  });

  it('leaves stops without coordinates in order at the end', () => {
    fc.assert(
      fc.property(places, routes, (depot, stops) => {
        const unplaced = ids(stops.filter(({ latitude }) => latitude === null));
        expect(ids(optimizeOrder(depot, stops)).slice(stops.length - unplaced.length)).toEqual(unplaced);
      }),
    );
  });

  it('gives the same answer every time, and its own answer is as good as it gets', () => {
    fc.assert(
      fc.property(places, routes, (depot, stops) => {
        const once = optimizeOrder(depot, stops);
        expect(optimizeOrder(depot, stops)).toEqual(once);
        expect(pathSeconds(depot, optimizeOrder(depot, once))).toBeLessThanOrEqual(
          pathSeconds(depot, once) + 1e-3,
        );
      }),
    );
  });

  it('untangles a street that was visited back and forth', () => {
    const street = [3, 1, 4, 0, 5, 2].map((id): Stop => ({ id, latitude: 40 + id / 100, longitude: -74 }));
    expect(ids(optimizeOrder({ latitude: 39.99, longitude: -74 }, street))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('keeps the order given where greed would lead to a longer one', () => {
    const given = [
      [-1, 2],
      [4, 2],
      [4, 2],
      [2, -2],
      [1, -2],
      [3, -5],
    ].map(([x, y], id): Stop => ({ id, latitude: x! / 100, longitude: y! / 100 }));
    const depot = { latitude: 0, longitude: 0 };
    const optimized = pathSeconds(depot, optimizeOrder(depot, given));
    expect(optimized).toBeLessThanOrEqual(pathSeconds(depot, given) + 1e-3);
    expect(pathSeconds(depot, optimizeOrder(depot, given.toReversed()))).toBeGreaterThan(optimized + 60);
  });

  it('goes to the nearest stop first, also from a depot that is not on the map', () => {
    const at = (id: number, x: number): Stop => ({ id, latitude: 0, longitude: x / 100 });
    const stops = [at(0, 0), at(1, 3), at(2, 1), at(3, 2)];
    expect(ids(optimizeOrder({ latitude: null, longitude: null }, stops))).toEqual([0, 2, 3, 1]);
    expect(ids(optimizeOrder({ latitude: 0, longitude: null }, stops))).toEqual([0, 2, 3, 1]);
    expect(ids(optimizeOrder({ latitude: 0, longitude: 0.04 }, stops))).toEqual([1, 3, 2, 0]);
  });

  it('takes a stop with half its coordinates for one without', () => {
    const depot = { latitude: 0, longitude: 0 };
    const stops: Stop[] = [
      { id: 0, latitude: null, longitude: 1 },
      { id: 1, latitude: 2, longitude: null },
      { id: 2, latitude: 0, longitude: 0.4 },
      { id: 3, latitude: 0, longitude: 0.2 },
    ];
    expect(ids(optimizeOrder(depot, stops))).toEqual([3, 2, 0, 1]);
  });

  it('weighs the way from the depot when it turns the first stops around', () => {
    const stops = [
      [3, 0],
      [0, -4],
      [0, 0],
      [-5, -3],
    ].map(([x, y], id): Stop => ({ id, latitude: x! / 100, longitude: y! / 100 }));
    expect(ids(optimizeOrder({ latitude: 0, longitude: 0 }, stops))).toEqual([2, 0, 1, 3]);
  });

  it('takes no time to stops without coordinates into the length of a route', () => {
    const nowhere: Place = { latitude: null, longitude: null };
    const [depot, here, there] = [0, 1, 2].map((x): Place => ({ latitude: 0, longitude: x / 100 })) as [
      Place,
      Place,
      Place,
    ];
    const direct = pathSeconds(depot, [here, there]);
    expect(pathSeconds(depot, [here, nowhere, there, nowhere])).toBe(direct);
    expect(pathSeconds(nowhere, [depot, here, there])).toBe(direct);
    expect(pathSeconds(null, [depot, here, there])).toBe(direct);
  });

  it('uncrosses what the nearest neighbour leaves crossed', () => {
    const at = (id: number, x: number): Stop => ({ id, latitude: 0, longitude: x / 100 });
    // From 0, the nearest neighbour goes 1, -1.1, … and back over the depot again and again.
    const stops = [at(1, 1), at(2, -1.1), at(3, 3.2), at(4, -5.4)];
    const greedy = [stops[0]!, stops[1]!, stops[2]!, stops[3]!];
    const depot = { latitude: 0, longitude: 0 };
    expect(pathSeconds(depot, optimizeOrder(depot, stops))).toBeLessThan(pathSeconds(depot, greedy));
  });
});
