import type { Waybill } from '../../sdk/src/index.js';
import { ids, planRoute, refusal, refusals, stopAt } from '../support/dispatch.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let dispatcher: Waybill;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  const owner = await signUp(app);
  dispatcher = app.as(owner.accessToken);
  client = await addClient(app, owner, { allowOrderUpload: false });
});
afterAll(() => app.close());

describe('the client of a stop', () => {
  it('is changed by its Client ID as people type it, also to none', async () => {
    const { id } = await dispatcher.stops.create(stopAt(1));
    const given = await dispatcher.stops.update(id, { clientCode: ` ${client.clientCode.toLowerCase()}` });
    expect(given.clientId).toBe(client.id);
    expect((await app.as(client.token).orders.get(id)).id).toBe(id);
    expect((await dispatcher.stops.update(id, { clientCode: null })).clientId).toBeNull();
    expect(await refusal(app.as(client.token).orders.get(id))).toBe('404 not_found');
    await expect(dispatcher.stops.update(id, { clientCode: 'CL-NOBODY' })).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/clientCode', code: 'client_code_unknown' }],
    });
    await dispatcher.clients.archive(client.id);
    expect(await refusal(dispatcher.stops.update(id, { clientCode: client.clientCode }))).toBe(
      '409 client_archived',
    );
  });

  it('is a filter of the list, by Client ID', async () => {
    const { id } = await dispatcher.stops.create(stopAt(1, { clientId: client.id }));
    await dispatcher.stops.create(stopAt(2));
    const found = async (clientCode: string) => ids((await dispatcher.stops.list({ clientCode })).items);
    expect(await found(client.clientCode.toLowerCase())).toEqual([id]);
    expect([await found('CL-NOBODY'), await found('&?')]).toEqual([[], []]);
    const stranger = app.as((await signUp(app)).accessToken);
    expect((await stranger.stops.list({ clientCode: client.clientCode })).items).toEqual([]);
  });

  it('is made from the stop, with its depot, and invited', async () => {
    const depot = await dispatcher.depots.create({ name: 'Uptown' });
    const { id } = await dispatcher.stops.create(stopAt(1, { depotId: depot.id }));
    const stop = await dispatcher.stops.addClient(id, {
      companyName: 'Book Nook',
      invitation: { channel: 'link' },
    });
    expect(stop).toMatchObject({ id, depotId: depot.id, invitation: { kind: 'client', channel: 'link' } });
    expect(stop.invitation!.url).toContain('?token=');
    const made = await dispatcher.clients.get(stop.clientId!);
    expect(made).toMatchObject({
      companyName: 'Book Nook',
      allowOrderUpload: false,
      defaultDepotId: depot.id,
      status: 'invited',
    });
    const plain = await dispatcher.stops.create(stopAt(2));
    expect((await dispatcher.stops.addClient(plain.id, { companyName: 'Maps' })).invitation).toBeUndefined();
  });

  it('is made once, and not for a stop that has one or is out for delivery', async () => {
    const clients = async () => (await dispatcher.clients.list()).items.length;
    const body = { companyName: 'Book Nook' };
    const owned = await dispatcher.stops.create(stopAt(1, { clientId: client.id }));
    expect(await refusal(dispatcher.stops.addClient(owned.id, body))).toBe('409 stop_has_client');
    const route = await planRoute(dispatcher, 1);
    await dispatcher.routes.start(route.id);
    expect(await refusal(dispatcher.stops.addClient(route.stops[0]!.id, body))).toBe('409 stop_not_editable');
    expect(await clients()).toBe(1);
    const { id } = await dispatcher.stops.create(stopAt(1));
    const answers = await refusals([
      dispatcher.stops.addClient(id, body),
      dispatcher.stops.addClient(id, body),
    ]);
    expect(answers.sort()).toEqual(['409 stop_has_client', 'done']);
    expect(await clients()).toBe(2);
    expect(
      await refusal(dispatcher.stops.addClient(id, { companyName: 'X', invitation: { channel: 'email' } })),
    ).toBe('400 validation_failed');
  });
});
