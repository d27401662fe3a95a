import type { ListStopsQuery, Waybill } from '../../sdk/src/index.js';
import { addOrder, ids, planRoute, refusal, refusals, stopAt, timelineOf } from '../support/dispatch.js';
import { call } from '../support/http.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('stops', () => {
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
    client = await addClient(app, owner, { allowOrderUpload: false });
  });
  afterAll(() => app.close());

  describe('that a dispatcher makes', () => {
    it('are unassigned stops of the main depot, with their content read as usual', async () => {
      const stop = await dispatcher.stops.create({
        address: { addressLineOne: ' 476 5th Ave ', city: 'New York', country: 'usa' },
        recipient: { name: 'Ada Reader', phone: '(212) 555-0142' },
        internalNotes: 'Ring twice',
      });
      expect(stop).toMatchObject({
        status: 'submitted',
        source: 'dispatcher',
        clientId: null,
        address: { addressLineOne: '476 5th Ave', country: 'US' },
        recipient: { phone: '+12125550142' },
        internalNotes: 'Ring twice',
        missingFields: [],
        route: null,
        eta: null,
        delivery: { state: 'unattempted' },
      });
      const { items } = await dispatcher.stops.list({ assigned: false });
      expect(items).toEqual([stop]);
      expect(await dispatcher.stops.get(stop.id)).toEqual(stop);
      expect(await timelineOf(app, stop.id)).toEqual(['order.created']);
    });

    it('go to the client whose code or id they carry, and to its depot', async () => {
      const uptown = await dispatcher.depots.create({ name: 'Uptown' });
      await app.database.query('update clients set default_depot_id = $1 where id = $2', [
        uptown.id,
        client.id,
      ]);
      const clientCode = ` ${client.clientCode.toLowerCase()} `;
      const byCode = await dispatcher.stops.create(stopAt(1, { clientCode }));
      const byId = await dispatcher.stops.create(stopAt(1, { clientId: client.id }));
      for (const stop of [byCode, byId])
        expect(stop).toMatchObject({ clientId: client.id, depotId: uptown.id });
    });

    it('are refused with an unknown client code, an archived client, or both names at once', async () => {
      const unknown = dispatcher.stops.create(stopAt(1, { clientCode: 'CL-NOBODY' }));
      await expect(unknown).rejects.toMatchObject({
        status: 400,
        code: 'validation_failed',
        errors: [{ pointer: '/clientCode', code: 'client_code_unknown' }],
      });
      const both = { clientCode: client.clientCode, clientId: client.id };
      expect(await refusal(dispatcher.stops.create(stopAt(1, both)))).toBe('400 validation_failed');
      await app.database.query("update clients set status = 'archived' where id = $1", [client.id]);
      expect(await refusal(dispatcher.stops.create(stopAt(1, { clientId: client.id })))).toBe(
        '409 client_archived',
      );
    });

    it('keep a client’s own Id unique', async () => {
      await addOrder(app, client, { externalId: 'BOOK-1' });
      const again = stopAt(1, { clientId: client.id, externalId: 'BOOK-1' });
      expect(await refusal(dispatcher.stops.create(again))).toBe('409 external_id_taken');
      const nobodys = await dispatcher.stops.create(stopAt(1, { externalId: 'BOOK-1' }));
      expect(await refusal(dispatcher.stops.update(nobodys.id, { clientId: client.id }))).toBe(
        '409 external_id_taken',
      );
    });
  });

  it('show in the portal of a client that may not upload, with live status and no internal notes', async () => {
    const portal = app.as(client.token);
    const { id } = await dispatcher.stops.create(
      stopAt(1, { clientCode: client.clientCode, internalNotes: 'Owes us money' }),
    );
    expect(await portal.orders.get(id)).toMatchObject({ status: 'submitted', source: 'dispatcher' });
    const route = await dispatcher.routes.create({ title: 'Uptown' });
    await dispatcher.routes.addStops(route.id, { stopIds: [id] });
    expect(await portal.orders.get(id)).toMatchObject({
      status: 'scheduled',
      route: { id: route.id, title: 'Uptown', position: 1 },
    });
    const { eta } = (await dispatcher.routes.start(route.id)).stops[0]!;
    expect(await portal.orders.get(id)).toMatchObject({ status: 'out_for_delivery', eta });
    await dispatcher.stops.recordAttempt(id, {
      state: 'delivered_to_recipient',
      signeeName: 'Ada Reader',
      internalNotes: 'Grumpy',
    });
    expect(await portal.orders.get(id)).toMatchObject({
      status: 'delivered',
      delivery: { state: 'delivered_to_recipient', signeeName: 'Ada Reader', photoCount: 0 },
    });
    const { items } = await portal.orders.timeline(id);
    expect(items.map(({ type }) => type)).toEqual([
      'order.delivered',
      'order.out_for_delivery',
      'order.scheduled',
      'order.created',
    ]);
    expect(items.at(-1)!.data).toEqual({ status: 'submitted', source: 'dispatcher' });
    const seen = [items, await portal.orders.get(id)];
    expect(JSON.stringify(seen)).not.toMatch(/Owes|Grumpy|internalNotes/);
  });

  describe('in the list', () => {
    it('are filtered, newest first, page by page, and never drafts', async () => {
      await addOrder(app, client, { status: 'draft' });
      const order = await addOrder(app, client);
      const route = await planRoute(dispatcher, 2);
      const [first, second] = ids(route.stops) as [string, string];
      const list = async (query: ListStopsQuery) => ids((await dispatcher.stops.list(query)).items);
      expect(await list({})).toEqual([second, first, order]);
      expect(await list({ assigned: true })).toEqual([second, first]);
      expect(await list({ assigned: false })).toEqual([order]);
      expect(await list({ routeId: route.id })).toEqual([second, first]);
      expect(await list({ clientId: client.id })).toEqual([order]);
      expect(await list({ depotId: route.depotId, status: ['submitted', 'failed'] })).toEqual([order]);
      expect(await list({ status: ['scheduled'] })).toEqual([second, first]);
      expect(await list({ q: 'recipient 2' })).toEqual([second]);
      expect(await list({ q: '%' })).toEqual([]);
      const page = await dispatcher.stops.list({ limit: 2 });
      const rest = await dispatcher.stops.list({ limit: 2, cursor: page.nextCursor! });
      expect([...ids(page.items), ...ids(rest.items)]).toEqual([second, first, order]);
      expect(rest.nextCursor).toBeNull();
      expect(await refusal(dispatcher.stops.list({ cursor: page.nextCursor!, assigned: true }))).toBe(
        '400 cursor_mismatch',
      );
      expect(await refusal(app.as(token).stops.list({ status: ['draft' as 'failed'] }))).toBe(
        '400 validation_failed',
      );
    });

    it('are there once, however often their state is asked for', async () => {
      const { id } = await dispatcher.stops.create(stopAt(1));
      const { json } = await call(app, 'GET', '/v1/stops?status=submitted&status=submitted', { token });
      expect(ids(json.items as { id: string }[])).toEqual([id]);
    });

    it('around a place are nearest first, as far as the radius goes', async () => {
      const made: string[] = [];
      for (const kilometres of [30, 1, 80, 12]) {
        made.push((await dispatcher.stops.create(stopAt(kilometres))).id);
      }
      await dispatcher.stops.create({ address: { addressLineOne: 'Nowhere' } });
      const near = '40.7532, -73.9822';
      const [at30, at1, at80, at12] = made;
      expect(ids((await dispatcher.stops.list({ near })).items)).toEqual([at1, at12, at30]);
      expect(ids((await dispatcher.stops.list({ near, radiusMeters: 90_000 })).items)).toEqual([
        at1,
        at12,
        at30,
        at80,
      ]);
      const page = await dispatcher.stops.list({ near, limit: 2 });
      const rest = await dispatcher.stops.list({ near, limit: 2, cursor: page.nextCursor! });
      expect([ids(page.items), ids(rest.items)]).toEqual([[at1, at12], [at30]]);
      for (const wrong of ['here', '91,0', '0,181', '1']) {
        expect(await refusal(dispatcher.stops.list({ near: wrong }))).toBe('400 validation_failed');
      }
    });
  });

  describe('when changed', () => {
    it('take everything, if they are the organization’s own', async () => {
      const { id } = await dispatcher.stops.create(stopAt(1));
      const depot = await dispatcher.depots.create({ name: 'Uptown' });
      const changed = await dispatcher.stops.update(id, {
        clientCode: client.clientCode,
        depotId: depot.id,
        address: { city: 'Albany' },
        packageCount: 3,
        internalNotes: 'Dog',
      });
      expect(changed).toMatchObject({
        clientId: client.id,
        depotId: depot.id,
        address: { addressLineOne: '1 North St', city: 'Albany' },
        packageCount: 3,
        internalNotes: 'Dog',
        version: 2,
      });
      const emptied = await dispatcher.stops.update(id, { clientId: null });
      expect(emptied.clientId).toBeNull();
    });

    it('leave their coordinates behind when they move', async () => {
      const place = { latitude: 40.7532, longitude: -73.9822 };
      const { id } = await dispatcher.stops.create({ address: { addressLineOne: '476 5th Ave', ...place } });
      const { address } = await dispatcher.stops.update(id, { address: { addressLineOne: '1 Dekalb Ave' } });
      expect(address).toMatchObject({ addressLineOne: '1 Dekalb Ave', latitude: null, longitude: null });
    });

    it('take what is the dispatcher’s affair, if a client submitted them', async () => {
      const id = await addOrder(app, client);
      const allowed = { address: { zip: '10018' }, notes: 'Side door', internalNotes: 'Call first' };
      expect(await dispatcher.stops.update(id, allowed)).toMatchObject(allowed);
      const refused = dispatcher.stops.update(id, {
        notes: 'x',
        packageCount: 2,
        recipient: { name: 'Eve' },
      });
      await expect(refused).rejects.toMatchObject({
        status: 409,
        code: 'stop_not_editable',
        errors: [{ pointer: '/recipient' }, { pointer: '/packageCount' }],
      });
      expect(await dispatcher.stops.get(id)).toMatchObject({ notes: 'Side door', packageCount: 1 });
    });

    it('must still have an address, and take nothing that is not theirs', async () => {
      const { id } = await dispatcher.stops.create({ address: { addressLineOne: 'Here' } });
      await expect(dispatcher.stops.update(id, { address: { addressLineOne: null } })).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer: '/address/addressLineOne' }],
      });
      for (const field of ['status', 'organizationId', 'id', 'source', 'routeId', 'version']) {
        const body = { [field]: 'x' } as object;
        expect(await refusal(dispatcher.stops.update(id, body))).toBe('400 validation_failed');
      }
    });

    it('show the change to the client that loses them and to the one that gets them', async () => {
      const { id } = await dispatcher.stops.create(stopAt(1, { clientId: client.id }));
      await dispatcher.stops.update(id, { clientId: null });
      const events = await app.database.query(
        "select type, client_id, audience from events where order_id = $1 and type <> 'order.created' order by seq",
        [id],
      );
      expect(events).toEqual([
        { type: 'order.deleted', client_id: client.id, audience: 'client' },
        { type: 'order.updated', client_id: null, audience: 'both' },
      ]);
    });

    it('tell nobody of what did not change, and only the organization of its own notes', async () => {
      const { id } = await dispatcher.stops.create(stopAt(1, { notes: 'Same', clientId: client.id }));
      const told = async () => {
        const events = await app.database.query<{ audience: string; data: { fields: string[] } }>(
          "select audience, data from events where order_id = $1 and type = 'order.updated' order by seq",
          [id],
        );
        return events.map(({ audience, data }) => [audience, ...data.fields]);
      };
      const { depotId, version } = await dispatcher.stops.update(id, { notes: 'Same' });
      await dispatcher.stops.update(id, { internalNotes: 'Hush' });
      expect(await told()).toEqual([['organization', 'internalNotes']]);
      await dispatcher.stops.update(id, { internalNotes: 'Hush', depotId });
      await dispatcher.stops.update(id, { internalNotes: 'Dog', notes: 'Same' });
      await dispatcher.stops.update(id, { internalNotes: 'Cat', notes: 'New', packageCount: 2 });
      const changed = await dispatcher.stops.update(id, { internalNotes: 'Cat', address: { zip: '10019' } });
      expect(changed.version).toBe(version + 4);
      expect((await told()).slice(1)).toEqual([
        ['organization', 'internalNotes'],
        ['organization', 'internalNotes', 'notes', 'packageCount'],
        ['client', 'notes', 'packageCount'],
        ['both', 'address.zip'],
      ]);
    });

    it('are held to the version that was read', async () => {
      const stop = await dispatcher.stops.create(stopAt(1));
      const patch = (etag: string) =>
        fetch(`${app.url}/v1/stops/${stop.id}`, {
          method: 'PATCH',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': etag },
          body: JSON.stringify({ notes: 'Newer' }),
        });
      const first = await patch('"1"');
      expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
      expect((await patch('"1"')).status).toBe(412);
    });
  });

  describe('given back', () => {
    it('are drafts with the reason, which the dispatcher sees no more', async () => {
      const id = await addOrder(app, client);
      await dispatcher.stops.return(id, { reason: 'The street is missing.' });
      expect(await refusal(dispatcher.stops.get(id))).toBe('404 not_found');
      expect(
        await app.database.query('select status, return_reason, submitted_at from orders where id = $1', [
          id,
        ]),
      ).toEqual([{ status: 'draft', return_reason: 'The street is missing.', submitted_at: null }]);
      expect(await timelineOf(app, id)).toEqual(['order.returned']);
      expect(await app.as(client.token).orders.get(id)).toMatchObject({
        status: 'draft',
        returnReason: 'The street is missing.',
      });
    });

    it('need a client to go to', async () => {
      const { id } = await dispatcher.stops.create(stopAt(1));
      expect(await refusal(dispatcher.stops.return(id, { reason: 'Why not' }))).toBe(
        '409 stop_not_returnable',
      );
    });
  });

  it('of another organization answer like none at all', async () => {
    const theirs = app.as((await signUp(app)).accessToken);
    const foreign = (await theirs.stops.create(stopAt(1))).id;
    const foreignDepot = (await theirs.depots.list()).items[0]!.id;
    const foreignClient = (await addClient(app, await signUp(app))).id;
    const unknown = '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e';
    const route = await planRoute(dispatcher, 1);
    const calls: [string, string, (id: string) => object | undefined][] = [
      ['GET', '/v1/stops/:id', () => undefined],
      ['PATCH', '/v1/stops/:id', () => ({ notes: 'x' })],
      ['DELETE', '/v1/stops/:id', () => undefined],
      ['POST', '/v1/stops/:id/reschedule', () => ({})],
      ['POST', '/v1/stops/:id/return', () => ({ reason: 'x' })],
      ['POST', '/v1/stops/:id/attempts', () => ({ state: 'failed_other' })],
      ['POST', `/v1/routes/${route.id}/stops`, (id) => ({ stopIds: [id] })],
      ['DELETE', `/v1/routes/${route.id}/stops/:id`, () => undefined],
    ];
    const answer = async (method: string, path: string, body: object | undefined) => {
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
    for (const [method, path, body] of calls) {
      const [one, other] = await Promise.all(
        [foreign, unknown].map((id) => answer(method, path.replace(':id', id), body(id))),
      );
      expect(one).toBe(other);
      expect(one).toMatch(/^404 .*"not_found"/);
    }
    for (const field of [{ depotId: foreignDepot }, { clientId: foreignClient }]) {
      const [one, other] = await Promise.all(
        [field, Object.fromEntries(Object.keys(field).map((key) => [key, unknown]))].map((ref) =>
          answer('POST', '/v1/stops', { ...stopAt(1), ...ref }),
        ),
      );
      expect(one).toBe(other);
      expect(one).toMatch(/^404 /);
    }
    expect((await theirs.stops.get(foreign)).version).toBe(1);
  });

  it('may be read by viewers, not written, and are not for clients', async () => {
    const viewerEmail = await addMember(app, { organizationId, role: 'viewer' });
    const session = await app.as().auth.login({ email: viewerEmail, password });
    const viewer = app.as(session.accessToken);
    const { id } = await dispatcher.stops.create(stopAt(1));
    expect((await viewer.stops.get(id)).id).toBe(id);
    expect((await viewer.stops.list()).items).toHaveLength(1);
    for (const caller of [viewer, app.as(client.token)]) {
      expect(
        await refusals([
          caller.stops.create(stopAt(1)),
          caller.stops.update(id, { notes: 'x' }),
          caller.stops.delete(id),
          caller.stops.reschedule(id),
          caller.stops.return(id, { reason: 'x' }),
          caller.stops.recordAttempt(id, { state: 'failed_other' }),
        ]),
      ).toEqual(['403 permission_denied']);
    }
    expect(await refusal(app.as(client.token).stops.list())).toBe('403 permission_denied');
  });

  it('move to the main depot with their routes when theirs is deleted', async () => {
    const depot = await dispatcher.depots.create({ name: 'Old' });
    const main = (await dispatcher.depots.list()).items.find(({ isMain }) => isMain)!;
    const stop = await dispatcher.stops.create(stopAt(1, { depotId: depot.id }));
    const route = await dispatcher.routes.create({ title: 'Old', depotId: depot.id });
    await dispatcher.depots.delete(depot.id);
    expect((await dispatcher.stops.get(stop.id)).depotId).toBe(main.id);
    expect((await dispatcher.routes.get(route.id)).depotId).toBe(main.id);
  });
});
