import type { RouteWithStops, Waybill } from '../../sdk/src/index.js';
import { addOrder, ids, planRoute, refusal, refusals, stopAt, timelineOf } from '../support/dispatch.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('routes', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let token: string;
  let client: TestClient;
  let organizationId: string;
  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    const owner = await signUp(app);
    token = owner.accessToken;
    organizationId = owner.membership.organization.id;
    dispatcher = app.as(token);
    client = await addClient(app, owner);
  });
  afterAll(() => app.close());

  const positions = (route: RouteWithStops) => route.stops.map((stop) => stop.route?.position);
  const etas = async (id: string) =>
    (await dispatcher.routes.get(id)).stops.map((stop) => stop.eta?.estimatedAt);

  describe('and their drivers', () => {
    it('are planned, listed, changed and deleted', async () => {
      const driver = await dispatcher.drivers.create({
        name: 'Robin Vale',
        email: 'Robin@Example.org',
        phone: '+12125550142',
      });
      expect(driver).toMatchObject({ email: 'robin@example.org' });
      const route = await dispatcher.routes.create({
        title: 'Monday',
        driverId: driver.id,
        startsAt: '2026-03-02T09:00:00Z',
      });
      expect(route).toMatchObject({
        title: 'Monday',
        status: 'planned',
        driverId: driver.id,
        startsAt: '2026-03-02T09:00:00.000Z',
        startedAt: null,
        completedAt: null,
        stopCount: 0,
        stops: [],
      });
      const { items } = await dispatcher.routes.list({ status: ['planned'] });
      expect(items).toHaveLength(1);
      expect(route).toMatchObject(items[0]!);
      expect((await dispatcher.routes.list({ status: ['started'] })).items).toEqual([]);
      const changed = await dispatcher.routes.update(route.id, { title: 'Tuesday', startsAt: null });
      expect(changed).toMatchObject({ title: 'Tuesday', startsAt: null, driverId: driver.id });
      await dispatcher.drivers.update(driver.id, { phone: null });
      expect(await dispatcher.drivers.get(driver.id)).toMatchObject({
        name: 'Robin Vale',
        phone: null,
      });
      await dispatcher.drivers.delete(driver.id);
      expect((await dispatcher.drivers.list()).items).toEqual([]);
      expect((await dispatcher.routes.get(route.id)).driverId).toBeNull();
      await dispatcher.routes.delete(route.id);
      expect(await refusal(dispatcher.routes.get(route.id))).toBe('404 not_found');
    });

    it('of another organization answer like none at all', async () => {
      const theirs = app.as((await signUp(app)).accessToken);
      const route = await planRoute(theirs, 1);
      const driver = await theirs.drivers.create({ name: 'Other' });
      const unknown = '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e';
      const answer = async (method: string, path: string, body?: object) => {
        const response = await fetch(app.url + path, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'x-request-id': 'same',
            ...(body && { 'content-type': 'application/json' }),
          },
          body: body && JSON.stringify(body),
        });
        return `${response.status} ${await response.text()}`;
      };
      const calls: [string, (id: string) => string, string, object?][] = [
        ['GET', (id) => `/v1/routes/${id}`, route.id],
        ['PATCH', (id) => `/v1/routes/${id}`, route.id, { title: 'x' }],
        ['DELETE', (id) => `/v1/routes/${id}`, route.id],
        ['POST', (id) => `/v1/routes/${id}/stops`, route.id, { stopIds: [route.stops[0]!.id] }],
        ['PUT', (id) => `/v1/routes/${id}/stops`, route.id, { stopIds: [route.stops[0]!.id] }],
        ['DELETE', (id) => `/v1/routes/${id}/stops/${route.stops[0]!.id}`, route.id],
        ['POST', (id) => `/v1/routes/${id}/optimize`, route.id],
        ['POST', (id) => `/v1/routes/${id}/start`, route.id],
        ['POST', (id) => `/v1/routes/${id}/complete`, route.id],
        ['POST', (id) => `/v1/routes/${id}/driver-link`, route.id],
        ['GET', (id) => `/v1/drivers/${id}`, driver.id],
        ['PATCH', (id) => `/v1/drivers/${id}`, driver.id, { name: 'x' }],
        ['DELETE', (id) => `/v1/drivers/${id}`, driver.id],
      ];
      for (const [method, path, foreign, body] of calls) {
        const [one, other] = [
          await answer(method, path(foreign), body),
          await answer(method, path(unknown), body),
        ];
        expect(one).toBe(other);
        expect(one).toMatch(/^404 .*"not_found"/);
      }
      for (const reference of [{ depotId: route.depotId }, { driverId: driver.id }]) {
        const [field] = Object.keys(reference) as [string];
        const one = await answer('POST', '/v1/routes', { title: 'Mine', ...reference });
        expect(one).toBe(await answer('POST', '/v1/routes', { title: 'Mine', [field]: unknown }));
        expect(one).toMatch(/^404 /);
      }
      expect((await theirs.routes.get(route.id)).stopCount).toBe(1);
    });

    it('may be read by viewers, not written', async () => {
      const email = await addMember(app, { organizationId, role: 'viewer' });
      const viewer = app.as((await app.as().auth.login({ email, password })).accessToken);
      const route = await planRoute(dispatcher, 1);
      const id = route.id;
      const stopIds = ids(route.stops);
      expect((await viewer.routes.get(id)).stopCount).toBe(1);
      expect((await viewer.routes.list()).items).toHaveLength(1);
      expect((await viewer.drivers.list()).items).toEqual([]);
      expect(
        await refusals([
          viewer.routes.create({ title: 'x' }),
          viewer.routes.update(id, { title: 'x' }),
          viewer.routes.delete(id),
          viewer.routes.addStops(id, { stopIds }),
          viewer.routes.setStops(id, { stopIds }),
          viewer.routes.removeStop(id, stopIds[0]!),
          viewer.routes.optimize(id),
          viewer.routes.start(id),
          viewer.routes.complete(id),
          viewer.routes.createDriverLink(id),
          viewer.drivers.create({ name: 'x' }),
        ]),
      ).toEqual(['403 permission_denied']);
    });
  });

  describe('before they start', () => {
    it('take stops where they are wanted, and keep their places without gaps', async () => {
      const route = await planRoute(dispatcher, 3);
      const [a, b, c] = ids(route.stops) as [string, string, string];
      expect(positions(route)).toEqual([1, 2, 3]);
      const [d, e] = ids([
        await dispatcher.stops.create(stopAt(4)),
        await dispatcher.stops.create(stopAt(5)),
      ]) as [string, string];
      const added = await dispatcher.routes.addStops(route.id, { stopIds: [e, d], position: 2 });
      expect([ids(added.stops), positions(added), added.stopCount]).toEqual([
        [a, e, d, b, c],
        [1, 2, 3, 4, 5],
        5,
      ]);
      await dispatcher.routes.removeStop(route.id, e);
      const less = await dispatcher.routes.get(route.id);
      expect([ids(less.stops), positions(less)]).toEqual([
        [a, d, b, c],
        [1, 2, 3, 4],
      ]);
      const turned = await dispatcher.routes.setStops(route.id, { stopIds: [c, b, d, a] });
      expect([ids(turned.stops), positions(turned)]).toEqual([
        [c, b, d, a],
        [1, 2, 3, 4],
      ]);
      const far = await dispatcher.routes.addStops(route.id, { stopIds: [e], position: 99 });
      expect([ids(far.stops), positions(far)]).toEqual([
        [c, b, d, a, e],
        [1, 2, 3, 4, 5],
      ]);
    });

    it('take all stops or none, and say which could not be added', async () => {
      const other = await planRoute(dispatcher, 1);
      const free = await addOrder(app, client);
      const taken = other.stops[0]!.id;
      const route = await planRoute(dispatcher, 1);
      await expect(
        dispatcher.routes.addStops(route.id, { stopIds: [free, taken], position: 1 }),
      ).rejects.toMatchObject({
        status: 409,
        code: 'stop_not_assignable',
        errors: [{ pointer: '/stopIds/1', detail: expect.stringContaining(taken) as string }],
      });
      expect(await dispatcher.routes.get(route.id)).toEqual(route);
      expect(await timelineOf(app, free)).toEqual([]);
      const draft = await addOrder(app, client, { status: 'draft' });
      expect(await refusal(dispatcher.routes.addStops(route.id, { stopIds: [free, draft] }))).toBe(
        '404 not_found',
      );
      const twice = { stopIds: [free, free] };
      expect(await refusal(dispatcher.routes.addStops(route.id, twice))).toBe('400 validation_failed');
    });

    it('hold a thousand stops and no more', async () => {
      const rows = await app.database.query<{ id: string }>(
        `insert into orders (id, organization_id, depot_id, status, source, address_line_one, latitude, longitude, products, created_at, updated_at)
         select gen_random_uuid(), $1, d.id, 'submitted', 'dispatcher', n || ' North St', 40 + n % 37 / 100.0, -74 + n % 41 / 100.0, '{}', now(), now()
           from generate_series(1, 1001) n, depots d where d.organization_id = $1 returning id`,
        [organizationId],
      );
      const [one, ...thousand] = ids(rows) as [string, ...string[]];
      const { id } = await planRoute(dispatcher, 0);
      const full = await dispatcher.routes.addStops(id, { stopIds: thousand });
      expect(full.stopCount).toBe(1000);
      const more = dispatcher.routes.addStops(id, { stopIds: [one] });
      expect(await refusal(more)).toBe('409 route_full');
      expect((await dispatcher.routes.optimize(id)).stopCount).toBe(1000);
    });

    it('are put in order by naming every stop once', async () => {
      const route = await planRoute(dispatcher, 3);
      const [a, b, c] = ids(route.stops) as [string, string, string];
      const stranger = await addOrder(app, client);
      for (const stopIds of [
        [a, b],
        [a, b, b],
        [a, b, stranger],
        [a, b, c, stranger],
      ]) {
        await expect(dispatcher.routes.setStops(route.id, { stopIds })).rejects.toMatchObject({
          status: 400,
          errors: [{ pointer: '/stopIds' }],
        });
      }
      expect(ids((await dispatcher.routes.get(route.id)).stops)).toEqual([a, b, c]);
    });

    it('are optimized from the depot on, stops without coordinates last', async () => {
      const route = await planRoute(dispatcher, 4);
      await dispatcher.depots.update(route.depotId, { latitude: 40.7532, longitude: -73.9822 });
      const nowhere = await dispatcher.stops.create({ address: { addressLineOne: 'Nowhere' } });
      await dispatcher.routes.addStops(route.id, { stopIds: [nowhere.id], position: 1 });
      const [a, b, c, d] = ids(route.stops) as [string, string, string, string];
      await dispatcher.routes.setStops(route.id, { stopIds: [nowhere.id, c, a, d, b] });
      const optimized = await dispatcher.routes.optimize(route.id);
      expect(ids(optimized.stops)).toEqual([a, b, c, d, nowhere.id]);
      expect(positions(optimized)).toEqual([1, 2, 3, 4, 5]);
      expect(ids((await dispatcher.routes.optimize(route.id)).stops)).toEqual(ids(optimized.stops));
    });

    it('free their stops when deleted', async () => {
      const route = await planRoute(dispatcher, 2);
      await dispatcher.routes.delete(route.id);
      const { items } = await dispatcher.stops.list({ assigned: false });
      expect(ids(items).sort()).toEqual(ids(route.stops).sort());
      for (const stop of items) {
        expect(stop).toMatchObject({ status: 'submitted', route: null, scheduledAt: null });
        expect(await timelineOf(app, stop.id)).toEqual([
          'order.created',
          'order.scheduled',
          'order.unscheduled',
        ]);
      }
    });

    it('count every change of their stops as their own', async () => {
      const route = await planRoute(dispatcher, 2);
      const [a, b] = ids(route.stops) as [string, string];
      const put = (etag: string, stopIds: string[]) =>
        fetch(`${app.url}/v1/routes/${route.id}/stops`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': etag },
          body: JSON.stringify({ stopIds }),
        });
      const read = await fetch(`${app.url}/v1/routes/${route.id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const etag = read.headers.get('etag')!;
      expect((await put(etag, [b, a])).status).toBe(200);
      expect((await put(etag, [a, b])).status).toBe(412);
    });
  });

  describe('on the road', () => {
    it('start once, not empty, and every stop gets its ETA', async () => {
      const empty = await planRoute(dispatcher, 0);
      expect(await refusal(dispatcher.routes.start(empty.id))).toBe('409 route_empty');
      const { id } = await planRoute(dispatcher, 3);
      const started = await dispatcher.routes.start(id);
      expect(started).toMatchObject({ status: 'started', stopCount: 3 });
      for (const stop of started.stops) {
        expect(stop).toMatchObject({ status: 'out_for_delivery', delivery: { state: 'unattempted' } });
        const eta = stop.eta!;
        expect(minutesBetween(eta.estimatedAt, eta.latestAt!)).toBe(20);
        expect(Date.parse(eta.earliestAt!)).toBeGreaterThanOrEqual(Date.parse(started.startedAt!));
        expect(await timelineOf(app, stop.id)).toEqual([
          'order.created',
          'order.scheduled',
          'order.out_for_delivery',
        ]);
      }
      const [first, second, third] = started.stops.map(({ eta }) => eta!.estimatedAt) as [
        string,
        string,
        string,
      ];
      // The depot is not on the map: a default leg of 10 minutes. Then a kilometre, 2.6 minutes, and 3 at each stop.
      expect(Math.abs(minutesBetween(started.startedAt!, first) - 10)).toBeLessThanOrEqual(1);
      expect([5, 6]).toContain(minutesBetween(first, second));
      expect([5, 6]).toContain(minutesBetween(second, third));
      expect(await refusal(dispatcher.routes.start(id))).toBe('409 route_started');
    });

    it('are closed to every change of which stops they have', async () => {
      const { id, stops, depotId } = await planRoute(dispatcher, 2);
      await dispatcher.routes.start(id);
      const free = await addOrder(app, client);
      const [a] = ids(stops) as [string];
      expect(
        await refusals([
          dispatcher.routes.addStops(id, { stopIds: [free] }),
          dispatcher.routes.removeStop(id, a),
          dispatcher.routes.delete(id),
          dispatcher.routes.update(id, { depotId }),
          dispatcher.routes.update(id, { startsAt: null }),
        ]),
      ).toEqual(['409 route_started']);
      expect((await dispatcher.routes.update(id, { title: 'Late' })).title).toBe('Late');
    });

    it('move the ETAs behind an attempt, and tell only of those that moved', async () => {
      const { id, stops } = await planRoute(dispatcher, 4);
      const [a, b, c, d] = ids(stops) as [string, string, string, string];
      await dispatcher.routes.start(id);
      const before = await etas(id);
      const done = await dispatcher.stops.recordAttempt(a, {
        state: 'delivered_to_recipient',
        signeeName: 'Ada Reader',
        recipientNotes: 'Handed over',
        internalNotes: 'Nice dog',
        location: { latitude: 40.76, longitude: -73.98 },
      });
      expect(done).toMatchObject({
        status: 'delivered',
        internalNotes: null,
        delivery: {
          state: 'delivered_to_recipient',
          signeeName: 'Ada Reader',
          recipientNotes: 'Handed over',
          location: { latitude: 40.76, longitude: -73.98 },
          photoCount: 0,
          hasSignature: false,
        },
      });
      // The driver was ten minutes early: so are the others.
      const after = await etas(id);
      expect(after[0]).toBe(before[0]);
      for (const place of [1, 2, 3]) {
        expect(minutesBetween(before[place]!, after[place]!)).toBeLessThanOrEqual(-9);
      }
      for (const stop of [b, c, d]) expect((await timelineOf(app, stop)).at(-1)).toBe('order.eta_changed');
      // At the same place at the same moment nothing moves for the stop after the next.
      const counts = async () =>
        Promise.all([c, d].map(async (stop) => (await timelineOf(app, stop)).length));
      await dispatcher.stops.recordAttempt(b, { state: 'failed_not_home' });
      const [atC, atD] = await counts();
      const told = await etas(id);
      await dispatcher.stops.recordAttempt(b, { state: 'failed_no_parking' });
      expect(await counts()).toEqual([atC, atD]);
      expect(await etas(id)).toEqual(told);
    });

    it('keep the ETAs when news comes late', async () => {
      const { id, stops } = await planRoute(dispatcher, 4);
      const [a, b, c] = ids(stops) as [string, string, string];
      await dispatcher.routes.start(id);
      await dispatcher.stops.recordAttempt(b, { state: 'delivered_other' });
      const before = await etas(id);
      await dispatcher.stops.recordAttempt(a, {
        state: 'delivered_other',
        attemptedAt: new Date(Date.now() - 600_000).toISOString(),
      });
      expect(await etas(id)).toEqual(before);
      expect((await dispatcher.stops.get(c)).status).toBe('out_for_delivery');
    });

    it('are completed when every stop has had its attempt', async () => {
      const { id, stops } = await planRoute(dispatcher, 2);
      expect(await refusal(dispatcher.routes.complete(id))).toBe('409 route_not_started');
      await dispatcher.routes.start(id);
      await dispatcher.stops.recordAttempt(stops[0]!.id, { state: 'failed_other' });
      await expect(dispatcher.routes.complete(id)).rejects.toMatchObject({
        code: 'route_has_open_stops',
        message: expect.stringContaining('1 of its 2 stops') as string,
      });
      await dispatcher.stops.recordAttempt(stops[1]!.id, { state: 'delivered_other' });
      expect(await dispatcher.routes.complete(id)).toMatchObject({ status: 'completed' });
      expect(await refusal(dispatcher.routes.complete(id))).toBe('409 route_completed');
      expect(await refusal(dispatcher.routes.start(id))).toBe('409 route_started');
      const events = await app.database.query(
        "select type, audience from events where organization_id = $1 and type like 'route.%' order by seq",
        [organizationId],
      );
      expect(events).toEqual([
        { type: 'route.started', audience: 'organization' },
        { type: 'route.completed', audience: 'organization' },
      ]);
    });
  });

  describe('and attempts', () => {
    const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
    const outForDelivery = async () => {
      const { id, stops } = await planRoute(dispatcher, 1);
      await dispatcher.routes.start(id);
      return stops[0]!.id;
    };
    const attempt = (id: string, state: string, attemptedAt?: string) =>
      dispatcher.stops.recordAttempt(id, { state: state as 'failed_other', attemptedAt });
    const attemptsOf = (id: string) =>
      app.database.query('select state from attempts where order_id = $1 order by id', [id]);

    it('correct each other, the later one wins', async () => {
      const id = await outForDelivery();
      expect((await attempt(id, 'failed_not_home', at(30))).status).toBe('failed');
      const corrected = await attempt(id, 'delivered_to_safe_place', at(20));
      expect(corrected).toMatchObject({
        status: 'delivered',
        delivery: { state: 'delivered_to_safe_place' },
      });
      expect((await attempt(id, 'picked_up_other')).status).toBe('picked_up');
      expect((await timelineOf(app, id)).slice(-3)).toEqual([
        'order.failed',
        'order.delivered',
        'order.picked_up',
      ]);
    });

    it('may correct the state of the very same visit', async () => {
      const id = await outForDelivery();
      const visit = at(30);
      await attempt(id, 'failed_not_home', visit);
      expect((await attempt(id, 'delivered_other', visit)).status).toBe('delivered');
      expect((await attempt(id, 'failed_not_home', visit)).status).toBe('delivered');
    });

    it('that come late or twice are kept and move nothing', async () => {
      const id = await outForDelivery();
      const visit = at(10);
      const delivered = await attempt(id, 'delivered_other', visit);
      const timeline = await timelineOf(app, id);
      expect(await attempt(id, 'failed_not_home', at(30))).toEqual(delivered);
      expect(await attempt(id, 'delivered_other', visit)).toEqual(delivered);
      expect(await timelineOf(app, id)).toEqual(timeline);
      expect(await attemptsOf(id)).toEqual([
        { state: 'delivered_other' },
        { state: 'failed_not_home' },
        { state: 'delivered_other' },
      ]);
    });

    it('of the first tour do not fail the second', async () => {
      const id = await outForDelivery();
      const visit = at(10);
      await attempt(id, 'failed_not_home', visit);
      const again = await dispatcher.stops.reschedule(id);
      expect(again).toMatchObject({
        status: 'submitted',
        route: null,
        eta: null,
        delivery: { state: 'unattempted', attemptedAt: null },
        completedAt: null,
        outForDeliveryAt: null,
      });
      expect(await refusal(attempt(id, 'failed_not_home', visit))).toBe('409 stop_not_out_for_delivery');
      const second = await planRoute(dispatcher, 0);
      await dispatcher.routes.addStops(second.id, { stopIds: [id] });
      await dispatcher.routes.start(second.id);
      expect((await attempt(id, 'failed_not_home', visit)).status).toBe('out_for_delivery');
      expect((await attempt(id, 'delivered_other')).status).toBe('delivered');
      expect(await attemptsOf(id)).toHaveLength(3);
    });

    it('are not from the future, and say one of the known states', async () => {
      const id = await outForDelivery();
      expect(await refusal(attempt(id, 'failed_other', at(-60)))).toBe('400 validation_failed');
      expect(await refusal(attempt(id, 'unattempted'))).toBe('400 validation_failed');
      const soon = await attempt(id, 'failed_other', at(-3));
      expect(Date.parse(soon.delivery!.attemptedAt!)).toBeLessThanOrEqual(Date.now());
    });
  });

  describe('by driver link', () => {
    it('show the driver the stops in order, and nothing internal', async () => {
      const { id, stops } = await planRoute(dispatcher, 2);
      await dispatcher.stops.update(stops[0]!.id, {
        internalNotes: 'Owes us money',
        recipient: { email: 'ada@example.org' },
      });
      await dispatcher.routes.start(id);
      const { url, expiresAt } = await dispatcher.routes.createDriverLink(id);
      expect(Math.round(minutesBetween(new Date().toISOString(), expiresAt) / 60)).toBe(48);
      const token = url.split('/').at(-1)!;
      const sheet = await app.as().runSheets.get(token);
      expect(sheet).toMatchObject({
        title: 'Monday',
        status: 'started',
        depot: { name: 'Main depot' },
        expiresAt,
      });
      expect(sheet.stops.map((stop) => [stop.id, stop.position, stop.status])).toEqual([
        [stops[0]!.id, 1, 'out_for_delivery'],
        [stops[1]!.id, 2, 'out_for_delivery'],
      ]);
      expect(JSON.stringify(sheet)).not.toMatch(/Owes|ada@example|trackingUrl|clientId/);
    });

    it('tell the driver what proof each delivery needs', async () => {
      await dispatcher.organization.update({ requiredProof: ['name'] });
      const { id: clientId } = await dispatcher.clients.create({
        companyName: 'Book Nook',
        requiredProof: ['signature', 'photo'],
      });
      const { id: asAll } = await dispatcher.clients.create({ companyName: 'Toy Box' });
      const { id } = await planRoute(dispatcher, 1);
      for (const owner of [clientId, asAll]) {
        const stop = await dispatcher.stops.create(stopAt(2, { clientId: owner }));
        await dispatcher.routes.addStops(id, { stopIds: [stop.id] });
      }
      const { url } = await dispatcher.routes.createDriverLink(id);
      const { stops } = await app.as().runSheets.get(url.split('/').at(-1)!);
      expect(stops.map(({ requiredProof }) => requiredProof)).toEqual([
        ['name'],
        ['photo', 'signature'],
        ['name'],
      ]);
    });

    it('end 48 hours after the start that is planned', async () => {
      const { id } = await planRoute(dispatcher, 0);
      const startsAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
      await dispatcher.routes.update(id, { startsAt });
      const { expiresAt } = await dispatcher.routes.createDriverLink(id);
      expect(minutesBetween(startsAt, expiresAt)).toBe(48 * 60);
    });

    it('are nothing when forged, cut short or of a deleted route', async () => {
      const { id } = await planRoute(dispatcher, 0);
      const { url } = await dispatcher.routes.createDriverLink(id);
      const token = url.split('/').at(-1)!;
      const forged = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
      for (const wrong of [forged, token.slice(0, -1), `${token}A`, 'x', id]) {
        expect(await refusal(app.as().runSheets.get(wrong))).toBe('404 not_found');
      }
      await dispatcher.routes.delete(id);
      expect(await refusal(app.as().runSheets.get(token))).toBe('404 not_found');
    });
  });
});
