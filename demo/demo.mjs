/**
 * Follows one order from the delivery company's sign-up to the recipient's door, through the SDK against a fresh
 * server. Every number it prints is checked; it exits with status 1 when one differs.
 */
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Waybill } from '../sdk/dist/esm/index.js';
import { mailTo, startFreshServer } from './fresh-server.mjs';
import { openWebhookInbox } from './webhook-inbox.mjs';

const spreadsheet = fileURLToPath(new URL('../test/fixtures/libraries-manhattan.csv', import.meta.url));
const password = 'plum tractor sings at noon';

const step = (title) => console.log(`\n${title}`);
const say = (text) => console.log(`  ${text}`);

/** Prints a statement; ends the demo when it is false. */
function hold(text, actual, wanted) {
  if (!isDeepStrictEqual(actual, wanted))
    throw new Error(`${text}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(actual)}`);
  say(`✓ ${text}`);
}

const clock = (time) => new Date(time).toISOString().slice(11, 16);
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

async function play({ url, dataDir }) {
  const anyone = new Waybill({ baseUrl: url });
  const signedIn = ({ accessToken, refreshToken }) =>
    new Waybill({ baseUrl: url, token: accessToken, refreshToken });

  step('1. A delivery company signs up');
  const owner = await anyone.auth.signup({
    organizationName: 'Swift Wheels',
    name: 'Ada Park',
    email: 'ada@swift.example.org',
    password,
  });
  const dispatcher = signedIn(owner);
  say(`${owner.user.name} is ${owner.membership.role} of ${owner.membership.organization.name}.`);
  const midtown = await dispatcher.depots.create({
    name: 'Midtown',
    address: '476 5th Ave, New York',
    latitude: 40.7532,
    longitude: -73.9822,
    timezone: 'America/New_York',
    countryCode: 'US',
  });
  await dispatcher.depots.setMain(midtown.id);
  const depots = await dispatcher.depots.list().toArray();
  hold(
    '2 depots, Midtown is the main one',
    depots.filter(({ isMain }) => isMain).map(({ name }) => [name, depots.length]),
    [['Midtown', 2]],
  );

  step('2. It invites a client by link');
  const library = await dispatcher.clients.create({
    companyName: 'Manhattan Libraries',
    contactEmail: 'orders@libraries.example.org',
    allowOrderUpload: true,
    defaultDepotId: midtown.id,
    requiredFields: ['recipient.name'],
    invitation: { channel: 'link' },
  });
  hold('The client is invited', library.status, 'invited');
  say(`The link to share: ${library.invitation.url.replace(/token=.*/, 'token=…')}`);

  step('3. The client looks the invitation up and accepts it');
  const token = new URL(library.invitation.url).searchParams.get('token');
  const offer = await anyone.invitations.lookup({ token });
  say(`“${offer.invitedBy.name} of ${offer.organization.name} invites ${offer.client.companyName}.”`);
  const joined = await anyone.invitations.accept({
    token,
    name: 'Bo Reyes',
    email: 'bo@libraries.example.org',
    password,
  });
  const client = signedIn(joined);
  hold('Bo Reyes owns the client’s team', joined.membership.role, 'owner');
  const { clientCode, status } = await dispatcher.clients.get(library.id);
  hold('The client is active', status, 'active');
  say(`Its Client ID is ${clientCode}.`);
  const again = await anyone.invitations.lookup({ token }).catch(({ code }) => code);
  hold('The link works once', again, 'invitation_invalid');

  step('4. What an order holds');
  const { items: fields } = await client.orderFields.list();
  hold(
    '19 columns of a client’s spreadsheet, each with its header',
    fields.filter(({ header }) => header).length,
    19,
  );
  const { requiredFields } = await client.requiredFields.get();
  say(`Beside the address, ${requiredFields.join(', ')} must be filled.`);

  step('5. The client uploads its spreadsheet');
  const { id: importId } = await client.imports.create(spreadsheet);
  const done = await client.imports.wait(importId, { interval: 50 });
  say(`“${done.message}”`);
  hold('33 rows read', done.rowsTotal, 33);
  hold('28 became drafts', done.rowsImported, 28);
  const errors = await client.orderImports.listErrors(importId).toArray();
  const rejected = errors.filter(({ severity }) => severity === 'error');
  hold(
    '5 were rejected, each with row, column and reason',
    [done.rowsRejected, new Set(rejected.map(({ row }) => row)).size],
    [5, 5],
  );
  for (const { row, column, detail } of rejected) say(`  row ${row}, ${column}: ${detail}`);
  const byHand = await client.orders.create({
    address: { addressLineOne: '10 E 53rd St', city: 'New York', zip: '10022' },
    recipient: { name: 'Desk' },
  });
  hold('One more, typed by hand, is a draft too', (await client.orders.summary()).draft, 29);
  await client.orders.delete(byHand.id);
  const stopsBefore = await dispatcher.stops.list();
  hold('The dispatcher sees none of them yet', stopsBefore.items.length, 0);

  step('6. The client submits');
  const submitted = await client.orders.submit({ importId });
  hold('28 orders submitted, none refused', [submitted.succeededCount, submitted.failedCount], [28, 0]);
  const orders = await client.orders.list({ importId }).toArray();
  const changedMind = orders.at(-1);
  const withdrawn = await client.orders.withdraw({ ids: [changedMind.id] });
  hold('1 withdrawn again', withdrawn.succeededCount, 1);
  const unassigned = await dispatcher.stops.list({ assigned: false }).toArray();
  hold('The dispatcher has 27 unassigned stops', unassigned.length, 27);

  step('7. The dispatcher plans a route and sends it out');
  const inbox = await openWebhookInbox(dispatcher, ['order.delivered', 'order.failed']);
  const driver = await dispatcher.drivers.create({ name: 'Robin Vale', phone: '+12125550142' });
  const { id: routeId } = await dispatcher.routes.create({
    title: 'Midtown, morning',
    depotId: midtown.id,
    driverId: driver.id,
  });
  await dispatcher.routes.addStops(routeId, { stopIds: unassigned.slice(0, 10).map(({ id }) => id) });
  const planned = await dispatcher.routes.optimize(routeId);
  hold('10 stops, put in a short order', [planned.stopCount, planned.stops.length], [10, 10]);
  const [first, second] = planned.stops;
  const tooLate = await client.orders.withdraw({ ids: [first.id] });
  hold('What is on a route can no longer be withdrawn', tooLate.failed[0]?.code, 'order_on_route');
  const seen = async (id) => client.orders.get(id);
  hold('The client sees: scheduled', (await seen(first.id)).status, 'scheduled');

  const started = await dispatcher.routes.start(routeId);
  hold('Started: every stop has an ETA', started.stops.filter(({ eta }) => eta).length, 10);
  const times = started.stops.map(({ eta }) => eta.estimatedAt);
  hold('in the order of the route', times, times.toSorted());
  say(`ETAs, UTC: ${times.map(clock).join(' ')}`);
  const outForDelivery = await seen(first.id);
  hold('The client sees: out for delivery', outForDelivery.status, 'out_for_delivery');
  const tracking = await anyone.tracking.get(outForDelivery.trackingUrl.split('/').at(-1));
  hold('The recipient’s tracking page says the same', tracking.status, 'out_for_delivery');

  await dispatcher.stops.recordAttempt(first.id, {
    state: 'delivered_to_recipient',
    signeeName: 'A. Reader',
  });
  const delivered = await seen(first.id);
  hold(
    'The first is delivered',
    [delivered.status, delivered.delivery.signeeName],
    ['delivered', 'A. Reader'],
  );
  const behind = await seen(second.id);
  say(
    `The next one’s ETA is now ${clock(behind.eta.estimatedAt)}; before it was ${clock(second.eta?.estimatedAt ?? times[1])}.`,
  );
  await dispatcher.stops.recordAttempt(second.id, {
    state: 'failed_not_home',
    recipientNotes: 'Rang twice.',
  });
  const failed = await seen(second.id);
  hold(
    'The second failed: nobody home',
    [failed.status, failed.delivery.state],
    ['failed', 'failed_not_home'],
  );
  const left = await Promise.all(planned.stops.slice(2).map(({ id }) => seen(id)));
  hold(
    '8 are still under way, with ETAs',
    left.filter(({ status, eta }) => status === 'out_for_delivery' && eta).length,
    8,
  );
  const told = await inbox.types(2);
  inbox.close();
  hold('The dispatcher’s own server was told of both, signed', told, ['order.delivered', 'order.failed']);
  const timeline = await client.orders.timeline(first.id).toArray();
  const happened = new Set(timeline.map(({ type }) => type));
  const story = [
    'order.created',
    'order.submitted',
    'order.scheduled',
    'order.out_for_delivery',
    'order.delivered',
  ];
  hold(
    `The client’s timeline tells it all: ${story.map((type) => type.slice(6)).join(', ')}`,
    story.filter((type) => !happened.has(type)),
    [],
  );
  const proof = await client.orders.getProofOfDelivery(first.id);
  hold(
    'and the proof of delivery names who signed',
    [proof.state, proof.signeeName],
    ['delivered_to_recipient', 'A. Reader'],
  );

  step('8. Another client may not upload, and sees what the dispatcher enters for it');
  await dispatcher.clients.create({
    companyName: 'Book Nook',
    contactEmail: 'cy@nook.example.org',
    allowOrderUpload: false,
    invitation: { channel: 'email' },
  });
  const mail = await mailTo(dataDir, 'cy@nook.example.org');
  const mailed = /[?&]token=([\w.~-]+)/.exec(mail)[1];
  say('Its invitation came by mail.');
  const cy = await anyone.invitations.accept({ token: mailed, name: 'Cy Noor', password });
  const nook = signedIn(cy);
  const refusal = await nook.orders
    .create({ address: { addressLineOne: '1 Main St' } })
    .catch(({ code }) => code);
  hold('It may not hand in orders', refusal, 'order_upload_not_allowed');
  const stop = await dispatcher.stops.create({
    clientCode: cy.membership.client.clientCode,
    address: { addressLineOne: '828 Broadway', city: 'New York', zip: '10003' },
  });
  const portal = await nook.orders.list().toArray();
  hold(
    'The dispatcher’s stop with its Client ID is in its portal',
    portal.map(({ id, status }) => [id, status]),
    [[stop.id, 'submitted']],
  );
  const foreign = await nook.orders.get(first.id).catch(({ status }) => status);
  hold('The libraries’ orders are not', foreign, 404);

  const summary = await client.orders.summary();
  step(
    `Manhattan Libraries now: ${Object.entries(summary)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count} ${name.replaceAll('_', ' ')}`)
      .join(', ')}.`,
  );
  hold(
    `${plural(
      Object.values(summary).reduce((sum, count) => sum + count),
      'order',
    )} in all, none lost`,
    summary,
    {
      draft: 1,
      submitted: 17,
      scheduled: 0,
      out_for_delivery: 8,
      delivered: 1,
      picked_up: 0,
      failed: 1,
    },
  );
}

/** The server of `DEMO_URL`, whose mail is in `DEMO_DATA_DIR` and which may call webhooks here, is played on and left running. */
function runningServer() {
  const { DEMO_URL: url, DEMO_DATA_DIR: dataDir } = process.env;
  return url && dataDir ? { url, dataDir, stop: async () => {} } : undefined;
}

step('Starting a fresh Waybill');
const server = runningServer() ?? (await startFreshServer());
let stopping;
const stop = () => (stopping ??= server.stop());
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void stop().then(() => process.exit(130)));
say(`It answers at ${server.url}.`);
try {
  await play(server);
  console.log('\nDone.');
} catch (error) {
  console.error(`\n✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  await stop();
}
