import type { Stop, Waybill } from '../../sdk/src/index.js';
import { planRoute, refusal, stopAt } from '../support/dispatch.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const tokenOf = (stop: Stop) => stop.trackingUrl!.split('/').at(-1)!;

describe('tracking', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app, 'Swift Wheels');
    dispatcher = app.as(owner.accessToken);
    await app.database.query(
      "update organizations set support_email = 'help@example.org', support_phone = '+12125550199' where id = $1",
      [owner.membership.organization.id],
    );
  });
  afterAll(() => app.close());

  const track = (stop: Stop) => app.as().tracking.get(tokenOf(stop));

  it('follows an order from its unassigned stop to the proof', async () => {
    const stop = await dispatcher.stops.create(
      stopAt(1, {
        address: { addressLineOne: '476 5th Ave', addressName: 'Penthouse', city: 'New York', zip: '10018' },
        recipient: { name: 'Ada Reader', email: 'ada@example.org', phone: '+12125550142' },
        internalNotes: 'Owes us money',
      }),
    );
    expect(await track(stop)).toEqual({
      status: 'submitted',
      activity: 'delivery',
      recipientFirstName: 'Ada',
      address: { addressLineOne: '476 5th Ave', city: 'New York', zip: '10018' },
      eta: null,
      stopsAway: null,
      proof: null,
      organization: {
        name: 'Swift Wheels',
        supportEmail: 'help@example.org',
        supportPhone: '+12125550199',
        testMode: false,
      },
    });
    const route = await planRoute(dispatcher, 2);
    await dispatcher.routes.addStops(route.id, { stopIds: [stop.id] });
    expect(await track(stop)).toMatchObject({ status: 'scheduled', eta: null, stopsAway: null });
    const started = await dispatcher.routes.start(route.id);
    const { eta } = started.stops[2]!;
    expect(await track(stop)).toMatchObject({ status: 'out_for_delivery', stopsAway: 2, eta });
    await dispatcher.stops.recordAttempt(route.stops[0]!.id, { state: 'failed_other' });
    expect(await track(stop)).toMatchObject({ stopsAway: 1 });
    await dispatcher.stops.recordAttempt(stop.id, {
      state: 'delivered_to_third_party',
      signeeName: 'Bo Neighbour',
      recipientNotes: 'Next door',
      internalNotes: 'Grumpy',
    });
    const delivered = await track(stop);
    expect(delivered).toMatchObject({
      status: 'delivered',
      eta: null,
      stopsAway: null,
      proof: {
        state: 'delivered_to_third_party',
        signeeName: 'Bo Neighbour',
        recipientNotes: 'Next door',
        photoCount: 0,
        hasSignature: false,
      },
    });
    expect(JSON.stringify(delivered)).not.toMatch(
      /Reader|ada@|5550142|Owes|Grumpy|Penthouse|Recipient|North St/,
    );
  });

  it('shows nothing to tokens that are unknown, forged, over, or of drafts', async () => {
    const stop = await dispatcher.stops.create(stopAt(1));
    const token = tokenOf(stop);
    const forged = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    const answers = new Set<string>();
    const look = async (wrong: string) => {
      const response = await fetch(`${app.url}/v1/tracking/${wrong}`, {
        headers: { 'x-request-id': 'same' },
      });
      answers.add(`${response.status} ${await response.text()}`);
    };
    for (const wrong of [forged, token.slice(0, -1), `${token}A`, 'x', stop.id]) await look(wrong);
    await app.database.query(
      "update orders set status = 'delivered', completed_at = now() - interval '31 days' where id = $1",
      [stop.id],
    );
    await look(token);
    await app.database.query("update orders set completed_at = now() - interval '29 days' where id = $1", [
      stop.id,
    ]);
    expect((await track(stop)).status).toBe('delivered');
    const gone = await dispatcher.stops.create(stopAt(1));
    await dispatcher.stops.delete(gone.id);
    await look(tokenOf(gone));
    expect([...answers]).toEqual([expect.stringMatching(/^404 .*"not_found"/) as string]);
    expect(await refusal(app.as().tracking.get(forged))).toBe('404 not_found');
  });
});
