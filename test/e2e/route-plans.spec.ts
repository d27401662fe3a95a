import type { CreateStop, RouteWithStops, Waybill } from '../../sdk/src/index.js';
import { addOrder, ids, planRoute, refusal, stopAt, timelineOf } from '../support/dispatch.js';
import { call } from '../support/http.js';
import { eventually } from '../support/eventually.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const library = { latitude: 40.7532, longitude: -73.9822 };
const minute = 60_000;
const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / minute;

describe('the plan of a route', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let token: string;
  let client: TestClient;
  let depotId: string;
  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    const owner = await signUp(app);
    token = owner.accessToken;
    dispatcher = app.as(token);
    client = await addClient(app, owner);
    depotId = (await dispatcher.depots.list()).items[0]!.id;
    await dispatcher.depots.update(depotId, { ...library, timezone: 'America/New_York' });
  });
  afterAll(() => app.close());

  const stops = async (...all: CreateStop[]) => {
    const made: string[] = [];
    for (const stop of all) made.push((await dispatcher.stops.create(stop)).id);
    return made;
  };
  const routeOf = async (stopIds: string[], startsAt?: string) => {
    const { id } = await dispatcher.routes.create({ title: 'Monday', startsAt });
    return dispatcher.routes.addStops(id, { stopIds });
  };
  const etasOf = ({ stops }: RouteWithStops) => stops.map(({ eta }) => eta?.estimatedAt);
  const toldOf = async (id: string) =>
    (await timelineOf(app, id)).filter((type) => type === 'order.eta_changed').length;

  it('tells its length, its time and its progress', async () => {
    const route = await planRoute(dispatcher, 2);
    // Two kilometres, 2.6 of streets, at thirty an hour, and three minutes at each stop.
    expect(route).toMatchObject({
      travelTimes: 'straight_line',
      plannedDistanceMeters: 2_600,
      plannedSeconds: 312 + 360,
      geometry: null,
      lateStops: [],
      unplacedStopIds: [],
      depotUnplaced: false,
      progress: { stops: 2, done: 0, failed: 0 },
    });
    await dispatcher.routes.start(route.id);
    const [a, b] = ids(route.stops) as [string, string];
    await dispatcher.stops.recordAttempt(a, { state: 'picked_up_other' });
    await dispatcher.stops.recordAttempt(b, { state: 'failed_other' });
    expect((await dispatcher.routes.get(route.id)).progress).toEqual({ stops: 2, done: 1, failed: 1 });
    expect((await dispatcher.routes.list()).items[0]).toMatchObject({
      plannedDistanceMeters: 2_600,
      progress: { done: 1 },
    });
  });

  it('follows its stops, its depot and its start', async () => {
    const [near, far] = await stops(stopAt(1), stopAt(4, { timing: { earliestTime: '09:00' } }));
    const route = await routeOf([near!, far!], '2026-03-02T13:00:00Z');
    // Eight o'clock in New York: waits for the second stop until nine.
    expect(route.plannedSeconds).toBe(3_600 + 180);
    const later = await dispatcher.routes.update(route.id, { startsAt: '2026-03-02T13:30:00Z' });
    expect(later.plannedSeconds).toBe(1_800 + 180);
    await dispatcher.routes.removeStop(route.id, far!);
    expect(await dispatcher.routes.get(route.id)).toMatchObject({ plannedDistanceMeters: 1_300 });
    const uptown = await dispatcher.depots.create({ name: 'Uptown' });
    expect(await dispatcher.routes.update(route.id, { depotId: uptown.id })).toMatchObject({
      depotUnplaced: true,
      plannedDistanceMeters: 0,
      plannedSeconds: 600 + 180,
    });
    await dispatcher.routes.removeStop(route.id, near!);
    expect(await dispatcher.routes.get(route.id)).toMatchObject({
      travelTimes: null,
      plannedDistanceMeters: null,
      plannedSeconds: null,
    });
  });

  it('keeps to the times that stops ask for, by the clock of the depot, and names those it cannot keep', async () => {
    const far = stopAt(8, { timing: { latestTime: '08:25' } });
    const afternoon = stopAt(1, { timing: { earliestTime: '13:00', latestTime: '14:00' } });
    const [a, b, c, d] = await stops(
      stopAt(2),
      far,
      afternoon,
      stopAt(9, { timing: { latestTime: '07:00' } }),
    );
    const route = await routeOf([a!, b!, c!, d!], '2026-07-06T12:00:00Z');
    const optimized = await dispatcher.routes.optimize(route.id);
    const order = ids(optimized.stops);
    expect(order.indexOf(b!)).toBeLessThan(order.indexOf(c!));
    expect(order.at(-1)).toBe(c);
    expect(optimized.lateStops.map(({ stopId }) => stopId)).toEqual([d]);
    const [late] = optimized.lateStops;
    expect(late!.latestAt).toBe('2026-07-06T11:00:00.000Z');
    expect(late!.minutesLate).toBe(Math.ceil(minutesBetween(late!.latestAt, late!.estimatedAt)));
    expect(ids((await dispatcher.routes.optimize(route.id)).stops)).toEqual(order);
  });

  it('is not kept when its stops came or went meanwhile', async () => {
    const many = await stops(...Array.from({ length: 30 }, (_, n) => stopAt(((n * 7) % 30) + 1)));
    const route = await routeOf(many);
    const [answer] = await Promise.all([
      refusal(dispatcher.routes.optimize(route.id)),
      dispatcher.routes.removeStop(route.id, many[4]!),
    ]);
    expect(answer).toMatch(/^(done|409 route_changed)$/);
    const turns = await Promise.all(
      Array.from({ length: 4 }, async (_, n) => {
        const optimizing = refusal(dispatcher.routes.optimize(route.id));
        await dispatcher.routes.removeStop(route.id, many[5 + n]!);
        return optimizing;
      }),
    );
    expect(turns).toContain('409 route_changed');
    const { stops: left } = await dispatcher.routes.get(route.id);
    expect(left.map((stop) => stop.route?.position)).toEqual(left.map((_, n) => n + 1));
  });

  it('is refused where many are made at once', async () => {
    const route = await routeOf(await stops(stopAt(2), stopAt(1)));
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { status, json } = await call(app, 'POST', `/v1/routes/${route.id}/optimize`, { token });
        return `${status} ${String(json.code)}`;
      }),
    );
    expect([...new Set(answers)].sort()).toEqual(['200 undefined', '429 too_many_at_once']);
  });

  describe('for several drivers', () => {
    const both = () => stops(stopAt(1), stopAt(2), stopAt(3), stopAt(-1), stopAt(-2), stopAt(-3));

    it('is a proposal, or made for good', async () => {
      const stopIds = await both();
      const [nowhere] = await stops({ address: { addressLineOne: 'Nowhere' } });
      const body = { filter: {}, drivers: 2, startsAt: '2026-03-02T13:00:00Z' };
      const proposal = await dispatcher.routes.plan({ ...body, dryRun: true });
      expect(proposal.routes.map(({ id, title }) => [id, title])).toEqual([
        [null, '2026-03-02 · 1'],
        [null, '2026-03-02 · 2'],
      ]);
      expect(proposal.routes.flatMap((route) => route.unplacedStopIds)).toEqual([nowhere]);
      expect(proposal.routes.flatMap((route) => route.stopIds).sort()).toEqual([...stopIds, nowhere].sort());
      expect((await dispatcher.routes.list()).items).toEqual([]);
      for (const id of stopIds) expect(await timelineOf(app, id)).toEqual(['order.created']);

      const plan = await dispatcher.routes.plan({ ...body, title: 'Tour' });
      for (const planned of plan.routes) {
        const route = await dispatcher.routes.get(planned.id!);
        expect(route).toMatchObject({
          status: 'planned',
          title: planned.title,
          startsAt: '2026-03-02T13:00:00.000Z',
          depotId,
          plannedSeconds: planned.plannedSeconds,
          plannedDistanceMeters: planned.plannedDistanceMeters,
          unplacedStopIds: planned.unplacedStopIds,
        });
        expect(ids(route.stops)).toEqual(planned.stopIds);
        const latitudes = route.stops.flatMap((stop) => stop.address.latitude ?? []);
        expect(new Set(latitudes.map((latitude) => latitude > library.latitude)).size).toBe(1);
      }
      for (const id of stopIds) {
        expect(await timelineOf(app, id)).toEqual(['order.created', 'order.scheduled']);
      }
      expect(await refusal(dispatcher.routes.plan({ ...body, dryRun: true }))).toBe('409 route_empty');
    });

    it('is of the stops that fit the filter, or that are named', async () => {
      const mine = await addOrder(app, client);
      const [wanted] = await stops(stopAt(1, { requestedDate: '2026-03-02' }));
      const [other] = await stops(stopAt(2, { requestedDate: '2026-03-03' }));
      const stopsOf = async (body: Partial<Parameters<Waybill['routes']['plan']>[0]>) => {
        const { routes } = await dispatcher.routes.plan({ drivers: 3, dryRun: true, ...body });
        return routes.flatMap((route) => route.stopIds).sort();
      };
      expect(await stopsOf({ filter: { clientId: client.id } })).toEqual([mine]);
      const day = { requestedFrom: '2026-03-02', requestedTo: '2026-03-02' };
      expect(await stopsOf({ filter: day })).toEqual([wanted]);
      expect(await stopsOf({ stopIds: [other!, mine] })).toEqual([other, mine].sort());
      expect(await stopsOf({ filter: {} })).toEqual([mine, wanted, other].sort());
      const uptown = await dispatcher.depots.create({ name: 'Uptown' });
      expect(await refusal(stopsOf({ filter: {}, depotId: uptown.id }))).toBe('409 route_empty');
      expect(await refusal(stopsOf({ filter: {}, stopIds: [mine] }))).toBe('400 validation_failed');
      expect(await refusal(stopsOf({}))).toBe('400 validation_failed');
    });

    it('takes all stops or none, and names those that cannot be taken', async () => {
      const stopIds = await both();
      const taken = await planRoute(dispatcher, 1);
      const draft = await addOrder(app, client, { status: 'draft' });
      await expect(
        dispatcher.routes.plan({ stopIds: [...stopIds, taken.stops[0]!.id], drivers: 2 }),
      ).rejects.toMatchObject({ code: 'stop_not_assignable', errors: [{ pointer: '/stopIds/6' }] });
      expect(await refusal(dispatcher.routes.plan({ stopIds: [...stopIds, draft], drivers: 2 }))).toBe(
        '404 not_found',
      );
      expect((await dispatcher.routes.list()).items).toHaveLength(1);
      const [planned, assigned] = await Promise.all([
        refusal(dispatcher.routes.plan({ stopIds, drivers: 2 })),
        refusal(dispatcher.routes.addStops(taken.id, { stopIds: [stopIds[3]!] })),
      ]);
      expect([planned, assigned].sort()).toEqual(['409 stop_not_assignable', 'done']);
      const { items } = await dispatcher.routes.list();
      expect(items).toHaveLength(planned === 'done' ? 3 : 1);
    });
  });

  describe('under way', () => {
    const started = async (count: number) => {
      const { id } = await planRoute(dispatcher, count);
      return dispatcher.routes.start(id);
    };
    const moveClock = (id: string, minutesAgo: number) =>
      app.database.query(
        `with moved as (
           update routes set leaves_at = leaves_at - make_interval(mins => $2),
                  started_at = started_at - make_interval(mins => $2) where id = $1)
         update orders set eta_at = eta_at - make_interval(mins => $2), eta_told_at = eta_told_at - make_interval(mins => $2)
          where route_id = $1`,
        [id, minutesAgo],
      );
    const watch = async () => {
      await app.database.query(
        `update jobs set run_at = now() where name = 'routes.watch' and state = 'waiting'`,
      );
      await eventually(async () => {
        const [due] = await app.database.query<{ n: number }>(
          `select count(*)::int as n from jobs where name = 'routes.watch'
              and (state = 'running' or (state = 'waiting' and run_at <= now()))`,
        );
        return due!.n === 0 || undefined;
      });
    };

    it('is put into another order: finished stops first, then the open ones, with new ETAs', async () => {
      const route = await started(4);
      const [a, b, c, d] = ids(route.stops) as [string, string, string, string];
      await dispatcher.stops.recordAttempt(b, { state: 'delivered_other' });
      const turned = await dispatcher.routes.setStops(route.id, { stopIds: [d, c, a] });
      expect(ids(turned.stops)).toEqual([b, d, c, a]);
      const [, first, second, third] = etasOf(turned) as string[];
      expect(Date.parse(first!)).toBeLessThan(Date.parse(second!));
      expect(Date.parse(second!)).toBeLessThan(Date.parse(third!));
      // One that was finished meanwhile may still be named; none may be left out.
      expect(ids((await dispatcher.routes.setStops(route.id, { stopIds: [b, a, c, d] })).stops)).toEqual([
        b,
        a,
        c,
        d,
      ]);
      for (const stopIds of [
        [a, c],
        [a, c, d, d],
        [a, c, await addOrder(app, client)],
      ]) {
        expect(await refusal(dispatcher.routes.setStops(route.id, { stopIds }))).toBe(
          '400 validation_failed',
        );
      }
      for (const id of [a, c, d]) await dispatcher.stops.recordAttempt(id, { state: 'delivered_other' });
      await dispatcher.routes.complete(route.id);
      expect(await refusal(dispatcher.routes.setStops(route.id, { stopIds: [a, b, c, d] }))).toBe(
        '409 route_completed',
      );
      expect(await refusal(dispatcher.routes.optimize(route.id))).toBe('409 route_completed');
    });

    it('is optimized from where the driver is', async () => {
      const route = await started(5);
      const [a, b, c, d, e] = ids(route.stops) as [string, string, string, string, string];
      await dispatcher.routes.setStops(route.id, { stopIds: [e, b, d, a, c] });
      await dispatcher.stops.recordAttempt(e, { state: 'delivered_other' });
      const optimized = await dispatcher.routes.optimize(route.id);
      expect(ids(optimized.stops)).toEqual([e, d, c, b, a]);
    });

    it('has stops that were passed over last', async () => {
      const route = await started(3);
      const [a, b, c] = ids(route.stops) as [string, string, string];
      await dispatcher.stops.recordAttempt(b, { state: 'delivered_other' });
      const { stops: left } = await dispatcher.routes.get(route.id);
      const eta = (id: string) => Date.parse(left.find((stop) => stop.id === id)!.eta!.estimatedAt);
      expect(eta(a)).toBeGreaterThan(eta(c));
    });

    it('moves by a delay, from the ETA or from now, whichever is later', async () => {
      expect(
        await refusal(dispatcher.routes.delay((await planRoute(dispatcher, 1)).id, { minutes: 5 })),
      ).toBe('409 route_not_started');
      const route = await started(2);
      const before = etasOf(route) as string[];
      const delayed = await dispatcher.routes.delay(route.id, { minutes: 30 });
      etasOf(delayed).forEach((eta, index) => expect(minutesBetween(before[index]!, eta!)).toBe(30));
      const made = await dispatcher.routes.delay(route.id, { minutes: -10 });
      etasOf(made).forEach((eta, index) => expect(minutesBetween(before[index]!, eta!)).toBe(20));
      await moveClock(route.id, 120);
      const late = await dispatcher.routes.delay(route.id, { minutes: 15 });
      const [next, after] = etasOf(late) as [string, string];
      expect(Math.abs(minutesBetween(new Date().toISOString(), next) - 15)).toBeLessThanOrEqual(1);
      expect(minutesBetween(next, after)).toBeGreaterThanOrEqual(5);
      for (const minutes of [0, 1_441, 2.5]) {
        expect(await refusal(dispatcher.routes.delay(route.id, { minutes }))).toBe('400 validation_failed');
      }
      // The driver is there earlier after all.
      await dispatcher.stops.recordAttempt(late.stops[0]!.id, { state: 'delivered_other' });
      const [, second] = etasOf(await dispatcher.routes.get(route.id));
      expect(minutesBetween(new Date().toISOString(), second!)).toBeLessThan(6);
      await dispatcher.stops.recordAttempt(late.stops[1]!.id, { state: 'delivered_other' });
      await dispatcher.routes.complete(route.id);
      expect(await refusal(dispatcher.routes.delay(route.id, { minutes: 5 }))).toBe('409 route_completed');
    });

    it('tells of ETAs only from five minutes on, counted from what was told, and always answers the newest', async () => {
      const route = await started(2);
      const [a] = ids(route.stops) as [string];
      const first = etasOf(route)[0]!;
      const delay = async (minutes: number) =>
        minutesBetween(first, etasOf(await dispatcher.routes.delay(route.id, { minutes }))[0]!);
      expect([await delay(2), await toldOf(a)]).toEqual([2, 0]);
      expect([await delay(2), await toldOf(a)]).toEqual([4, 0]);
      expect([await delay(1), await toldOf(a)]).toEqual([5, 1]);
      expect([await delay(-4), await toldOf(a)]).toEqual([1, 1]);
      expect([await delay(-1), await toldOf(a)]).toEqual([0, 2]);
    });

    it('moves by itself when the driver is late, until nothing was heard of the driver for long', async () => {
      const route = await started(2);
      await moveClock(route.id, 45);
      await watch();
      const [next, after] = etasOf(await dispatcher.routes.get(route.id)) as [string, string];
      expect(Math.abs(minutesBetween(new Date().toISOString(), next))).toBeLessThanOrEqual(1);
      expect(minutesBetween(next, after)).toBeGreaterThanOrEqual(5);
      for (const id of ids(route.stops)) expect(await toldOf(id)).toBe(1);
      await moveClock(route.id, 240);
      const left = etasOf(await dispatcher.routes.get(route.id));
      await watch();
      expect(etasOf(await dispatcher.routes.get(route.id))).toEqual(left);
    });

    it('waits where a stop opens later, and names the stops that will be late', async () => {
      // A zone in which it is about noon, so that an hour more or less is on the same day.
      const ahead = 12 - new Date().getUTCHours();
      const timeZone = `Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(ahead)}`;
      const clock = (minutes: number) =>
        new Date(Date.now() + minutes * minute).toLocaleTimeString('en-GB', {
          timeZone,
          hour: '2-digit',
          minute: '2-digit',
        });
      await dispatcher.depots.update(depotId, { timezone: timeZone });
      const [waiting, late] = await stops(
        stopAt(1, { timing: { earliestTime: clock(60) } }),
        stopAt(2, { timing: { latestTime: clock(30) } }),
      );
      const { id } = await routeOf([waiting!, late!]);
      const route = await dispatcher.routes.start(id);
      expect(Math.abs(minutesBetween(route.startedAt!, route.stops[0]!.eta!.estimatedAt) - 60)).toBeLessThan(
        2,
      );
      expect(route.lateStops.map(({ stopId }) => stopId)).toEqual([late]);
      await dispatcher.stops.recordAttempt(late!, { state: 'delivered_other' });
      expect((await dispatcher.routes.get(id)).lateStops).toEqual([]);
    });
  });
});
