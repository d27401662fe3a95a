import { eventually } from '../support/eventually.js';
import { planRoute, refusals, stopAt, timelineOf } from '../support/dispatch.js';
import { addSandbox, type TestSandbox } from '../support/sandbox.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a route of a sandbox that is driven', () => {
  let app: TestApp;
  let sandbox: TestSandbox;
  let dispatcher: ReturnType<TestApp['as']>;
  beforeAll(async () => {
    app = await startTestApp();
    sandbox = await addSandbox(app);
    dispatcher = app.as(sandbox.token);
  });
  afterAll(() => app.close());

  const completed = (id: string) =>
    eventually(async () => {
      const route = await dispatcher.routes.get(id);
      return route.status === 'completed' ? route : undefined;
    });
  const drivesOf = (routeId: string) =>
    app.database.query('select route_id from sandbox_drives where route_id = $1', [routeId]);
  /** The next step of a drive, which waits for its time. */
  const waitingStep = (routeId: string) =>
    eventually(async () => {
      const [job] = await app.database.query<{ seconds: number }>(
        `select extract(epoch from run_at - now())::float8 as seconds from jobs
          where name = 'sandbox.drive' and state = 'waiting' and run_at > now() and payload->>'routeId' = $1`,
        [routeId],
      );
      return job;
    });

  it('starts, is visited stop by stop with the outcomes in turn, and is completed', async () => {
    const route = await planRoute(dispatcher, 3);
    const outcome = ['delivered_to_recipient', 'failed_not_home'] as const;
    const driven = await dispatcher.sandbox.driveRoute(route.id, { outcome: [...outcome] });
    expect(driven).toEqual({ routeId: route.id, openStops: 3 });
    const { stops } = await completed(route.id);
    expect(stops.map(({ delivery }) => delivery?.state)).toEqual([...outcome, outcome[0]]);
    expect(await timelineOf(app, stops[1]!.id)).toEqual(
      expect.arrayContaining(['order.scheduled', 'order.out_for_delivery', 'order.failed']),
    );
    expect(await drivesOf(route.id)).toEqual([]);
    await expect(dispatcher.sandbox.driveRoute(route.id, {})).rejects.toMatchObject({
      status: 409,
      code: 'route_completed',
    });
  });

  it('leaves the proof that its client requires', async () => {
    await dispatcher.organization.update({ requiredProof: ['photo', 'signature', 'name'] });
    const route = await planRoute(dispatcher, 1);
    await dispatcher.sandbox.driveRoute(route.id, {});
    const { stops } = await completed(route.id);
    await dispatcher.organization.update({ requiredProof: [] });
    expect(stops[0]).toMatchObject({ status: 'delivered', delivery: { photoCount: 1, hasSignature: true } });
    const proof = await dispatcher.stops.getProofOfDelivery(stops[0]!.id);
    expect(proof.photos).toHaveLength(1);
    const picture = await fetch(app.url + new URL(proof.photos[0]!.url).pathname);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  });

  it('goes on from where it is', async () => {
    const route = await planRoute(dispatcher, 2);
    await dispatcher.routes.start(route.id);
    await dispatcher.stops.recordAttempt(route.stops[0]!.id, { state: 'failed_no_parking' });
    expect((await dispatcher.sandbox.driveRoute(route.id, {})).openStops).toBe(1);
    const { stops } = await completed(route.id);
    expect(stops.map(({ delivery }) => delivery?.state)).toEqual([
      'failed_no_parking',
      'delivered_to_recipient',
    ]);
  });

  it('takes its time by its speed, which the clock makes pass', async () => {
    const route = await planRoute(dispatcher, 2);
    await dispatcher.sandbox.driveRoute(route.id, { speed: 1 });
    const started = await eventually(async () => {
      const { status, stops } = await dispatcher.routes.get(route.id);
      return status === 'started' ? stops : undefined;
    });
    const eta = (new Date(started[0]!.eta!.estimatedAt).getTime() - Date.now()) / 1000;
    const { seconds } = await waitingStep(route.id);
    expect(Math.abs(seconds - eta)).toBeLessThan(10);
    for (let stop = 0; stop < 2; stop += 1) {
      await waitingStep(route.id);
      await dispatcher.sandbox.advanceClock({ seconds: 3_600 });
    }
    await completed(route.id);
  });

  it('is driven once at a time', async () => {
    const route = await planRoute(dispatcher, 2);
    const drives = Array.from({ length: 5 }, () => dispatcher.sandbox.driveRoute(route.id, { speed: 1 }));
    expect((await refusals(drives)).sort()).toEqual(['409 route_being_driven', 'done']);
    expect(await drivesOf(route.id)).toHaveLength(1);
  });

  it('may be driven to its end by hand', async () => {
    const route = await planRoute(dispatcher, 1);
    await dispatcher.sandbox.driveRoute(route.id, { speed: 1 });
    await waitingStep(route.id);
    await dispatcher.stops.recordAttempt(route.stops[0]!.id, { state: 'delivered_to_mailbox' });
    await dispatcher.routes.complete(route.id);
    await dispatcher.sandbox.advanceClock({ seconds: 86_400 });
    await eventually(async () => ((await drivesOf(route.id)).length === 0 ? true : undefined));
    const { stops } = await dispatcher.routes.get(route.id);
    expect(stops[0]!.delivery?.state).toBe('delivered_to_mailbox');
  });

  it('has stops, and is one of the caller’s sandbox', async () => {
    const empty = await planRoute(dispatcher, 0);
    await expect(dispatcher.sandbox.driveRoute(empty.id, {})).rejects.toMatchObject({ code: 'route_empty' });
    const real = app.as(sandbox.real.accessToken);
    await real.stops.create(stopAt(1));
    const route = await planRoute(real, 1);
    await expect(real.sandbox.driveRoute(route.id, {})).rejects.toMatchObject({
      status: 403,
      code: 'sandbox_only',
    });
    expect((await real.routes.get(route.id)).status).toBe('planned');
    for (const stranger of [dispatcher, app.as((await addSandbox(app)).token)])
      await expect(stranger.sandbox.driveRoute(route.id, {})).rejects.toMatchObject({ status: 404 });
  });
});
