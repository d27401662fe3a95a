import type { RouteWithStops, Waybill } from '../../sdk/src/index.js';
import { OsrmClient } from '../../src/modules/routes/travel/osrm-client.js';
import { travelSeconds } from '../../src/routing/travel.js';
import { ids, planRoute, stopAt } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { startOsrm, type OsrmServer } from '../support/osrm-server.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const library = { latitude: 40.7532, longitude: -73.9822 };
const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('travel times by OSRM', () => {
  let osrm: OsrmServer;
  let app: TestApp;
  let dispatcher: Waybill;
  beforeEach(async () => {
    osrm = await startOsrm();
    app = await startTestApp({ env: { OSRM_URL: `${osrm.url}/` } });
    dispatcher = app.as((await signUp(app)).accessToken);
    const [depot] = (await dispatcher.depots.list()).items;
    await dispatcher.depots.update(depot!.id, library);
  });
  afterEach(async () => {
    await app.close();
    await osrm.close();
  });

  const measured = (id: string) =>
    eventually(async () => {
      const route = await dispatcher.routes.get(id);
      return route.travelTimes === 'osrm' ? route : undefined;
    });
  /** Waits until no route is to be measured any more. */
  const allMeasured = () =>
    eventually(async () => {
      const open = await app.database.query(
        `select from jobs where name = 'routes.measure' and state <> 'done'`,
      );
      return open.length === 0 || undefined;
    });
  const shuffled = async (count: number): Promise<RouteWithStops> => {
    const route = await planRoute(dispatcher, count);
    const stopIds = ids(route.stops).map((_, n, all) => all[(n * 7 + 3) % all.length]!);
    return dispatcher.routes.setStops(route.id, { stopIds });
  };

  it('order the stops, and are told with the course along the streets', async () => {
    const { id } = await shuffled(5);
    const route = await dispatcher.routes.optimize(id);
    expect(route.stops.map((stop) => stop.address.addressLineOne)).toEqual(
      [1, 2, 3, 4, 5].map((kilometre) => `${kilometre} North St`),
    );
    // Five kilometres at ten metres a second, and three minutes at each of the five stops.
    expect(route).toMatchObject({ travelTimes: 'osrm', depotUnplaced: false, unplacedStopIds: [] });
    expect(route.plannedDistanceMeters).toBeCloseTo(5_000, -1);
    expect(route.plannedSeconds).toBeCloseTo(500 + 5 * 180, -1);
    expect(route.geometry?.coordinates).toHaveLength(6);
    expect(route.geometry?.coordinates[0]).toEqual([library.longitude, library.latitude]);
    expect(osrm.asked.some((path) => path.startsWith('/maps/table/v1/driving/-73.982200,40.753200;'))).toBe(
      true,
    );
  });

  it('measure a route soon after its stops or their places change', async () => {
    const { id, stops } = await planRoute(dispatcher, 2);
    const before = await measured(id);
    expect(before.plannedDistanceMeters).toBeCloseTo(2_000, -1);
    await dispatcher.stops.update(stops[1]!.id, { address: { longitude: -73.9 } });
    await eventually(async () => {
      const { plannedDistanceMeters } = await dispatcher.routes.get(id);
      return plannedDistanceMeters! > 5_000 || undefined;
    });
    await dispatcher.depots.update(before.depotId, { ...library, latitude: 41.7532 });
    await eventually(async () => {
      const { plannedDistanceMeters } = await dispatcher.routes.get(id);
      return plannedDistanceMeters! > 100_000 || undefined;
    });
  });

  it('are those of the ETAs, of which attempts ask nothing', async () => {
    osrm.secondsAMetre = 0.6;
    const { id } = await planRoute(dispatcher, 3);
    const started = await dispatcher.routes.start(id);
    const etas = started.stops.map(({ eta }) => eta!.estimatedAt) as [string, string, string];
    // Ten minutes a kilometre, and three at the stop.
    expect(minutesBetween(etas[0], etas[1])).toBe(13);
    expect(minutesBetween(started.startedAt!, etas[0])).toBeGreaterThan(9);
    await allMeasured();
    const asked = osrm.asked.length;
    osrm.mood = 'silent';
    await dispatcher.stops.recordAttempt(started.stops[0]!.id, { state: 'delivered_other' });
    const [first, second, third] = (await dispatcher.routes.get(id)).stops;
    const { attemptedAt } = first!.delivery!;
    // ETAs are of whole minutes.
    expect(Math.abs(minutesBetween(attemptedAt!, second!.eta!.estimatedAt) - 10)).toBeLessThanOrEqual(0.5);
    expect(minutesBetween(second!.eta!.estimatedAt, third!.eta!.estimatedAt)).toBe(13);
    expect(osrm.asked).toHaveLength(asked);
  });

  it('never keep a route from being planned or started when the server is silent, broken or gone', async () => {
    for (const mood of ['silent', 'broken', 'garbled'] as const) {
      osrm.mood = mood;
      const { id } = await shuffled(4);
      const optimized = await dispatcher.routes.optimize(id);
      expect([mood, optimized.travelTimes, optimized.geometry]).toEqual([mood, 'straight_line', null]);
      expect(optimized.stops.map((stop) => stop.route?.position)).toEqual([1, 2, 3, 4]);
      expect((await dispatcher.routes.start(id)).status).toBe('started');
    }
    await osrm.close();
    const { id } = await planRoute(dispatcher, 2);
    expect((await dispatcher.routes.start(id)).travelTimes).toBe('straight_line');
  });

  it('are used again when the server is well again', async () => {
    osrm.mood = 'broken';
    const { id } = await shuffled(3);
    expect((await dispatcher.routes.optimize(id)).travelTimes).toBe('straight_line');
    osrm.mood = 'well';
    const route = await eventually(async () => {
      const optimized = await dispatcher.routes.optimize(id);
      return optimized.travelTimes === 'osrm' ? optimized : undefined;
    });
    expect(route.plannedDistanceMeters).toBeCloseTo(3_000, -1);
  });

  it('leave out stops without coordinates', async () => {
    const nowhere = await dispatcher.stops.create({ address: { addressLineOne: 'Nowhere' } });
    const { id, stops } = await planRoute(dispatcher, 2);
    await dispatcher.routes.addStops(id, { stopIds: [nowhere.id], position: 2 });
    const route = await measured(id);
    expect(route.unplacedStopIds).toEqual([nowhere.id]);
    expect(route.plannedDistanceMeters).toBeCloseTo(2_000, -1);
    // Ten minutes to the stop that is nowhere, and ten minutes back.
    expect(route.plannedSeconds).toBeCloseTo(100 + 600 + 600 + 3 * 180, -1);
    const optimized = await dispatcher.routes.optimize(id);
    expect(ids(optimized.stops)).toEqual([...ids(stops), nowhere.id]);
  });

  it('plan several routes', async () => {
    const stopIds: string[] = [];
    for (const kilometre of [1, 2, -1, -2])
      stopIds.push((await dispatcher.stops.create(stopAt(kilometre))).id);
    const plan = await dispatcher.routes.plan({ stopIds, drivers: 2, dryRun: true });
    expect(plan.routes.map((route) => [...route.stopIds].sort())).toEqual(
      expect.arrayContaining([stopIds.slice(0, 2).sort(), stopIds.slice(2).sort()]),
    );
    for (const route of plan.routes) {
      expect(route).toMatchObject({ id: null, travelTimes: 'osrm' });
      expect(route.plannedDistanceMeters).toBeCloseTo(2_000, -1);
      expect(route.geometry?.coordinates).toHaveLength(3);
    }
  });
});

describe('an OSRM client', () => {
  let osrm: OsrmServer;
  beforeEach(async () => {
    osrm = await startOsrm();
  });
  afterEach(() => osrm.close());

  const places = Array.from({ length: 130 }, (_, n) => ({
    latitude: 40 + n / 1_000,
    longitude: -74 + (n % 7) / 1_000,
  }));
  const { signal } = new AbortController();

  it.each([10_000, 400, 9])(
    'puts a table together from pieces, where %s pairs are the most',
    async (most) => {
      osrm.mostPairs = most;
      const some = most === 9 ? places.slice(0, 20) : places;
      const table = await new OsrmClient(osrm.url).table(some, signal);
      some.forEach((from, row) =>
        some.forEach((to, column) => {
          // As far as straight lines without detour, at ten metres a second instead of 8.33.
          const expected = (travelSeconds(from, to) / 1.3 / 10) * (30 / 3.6);
          expect(Math.abs(table[row * some.length + column]! - expected)).toBeLessThan(0.1);
        }),
      );
      for (const path of osrm.asked) expect(path.length).toBeLessThan(8_000);
    },
  );

  it.each([10_000, 400])('puts a way together from pieces, where %s pairs are the most', async (most) => {
    osrm.mostPairs = most;
    const { legs, geometry } = await new OsrmClient(osrm.url).path(places, signal);
    expect(legs).toHaveLength(places.length - 1);
    legs.forEach(({ metres }, index) => {
      const straight = (travelSeconds(places[index]!, places[index + 1]!) / 1.3) * (30 / 3.6);
      expect(Math.abs(metres - straight)).toBeLessThan(0.5);
    });
    expect(geometry.coordinates.at(-1)).toEqual([places.at(-1)!.longitude, places.at(-1)!.latitude]);
  });

  it('gives up on a server that takes not even two places', async () => {
    osrm.mostPairs = 0;
    await expect(new OsrmClient(osrm.url).table(places, signal)).rejects.toThrow('fewer places');
    await expect(new OsrmClient(osrm.url).path(places, signal)).rejects.toThrow('fewer places');
  });
});
