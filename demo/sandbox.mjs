/**
 * Shows a sandbox against a fresh server: mails stay in its outbox, a route drives itself, its clock makes invitations
 * expire and failed webhooks come again, each with its signature checked. Every statement is checked, too; exits with 1
 * when one is false.
 *
 *   npm run demo:sandbox
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isWaybillError, Waybill } from '../sdk/dist/esm/index.js';
import { startFreshServer } from './fresh-server.mjs';
import { ownerEmail, password } from './people.mjs';
import { hold, perform, say, step, until } from './tell.mjs';
import { openWebhookInbox } from './webhook-inbox.mjs';

const day = 86_400;
/** When the server was there. */
let began;

const timed = (title) => step(`${title}  (${((performance.now() - began) / 1000).toFixed(1)} s)`);

async function play({ url, dataDir }, receiver) {
  const anyone = new Waybill({ baseUrl: url });

  timed('1. A delivery company makes a sandbox beside its real organization');
  const real = await anyone.auth.signup({
    organizationName: 'Swift Wheels',
    name: 'Ada Park',
    email: ownerEmail,
    password,
  });
  const made = await new Waybill({ baseUrl: url, token: real.accessToken }).sandbox.create();
  say(`${made.organization.name}, with the key ${made.apiKey.prefix}…`);
  hold(
    'It is marked, and so is its key',
    [made.organization.testMode, made.apiKey.prefix.slice(0, 8)],
    [true, 'wb_test_'],
  );
  const dispatcher = new Waybill({ baseUrl: url, apiKey: made.apiKey.key });
  const session = await anyone.auth.login({ email: ownerEmail, password, membershipId: made.membership.id });
  const owner = new Waybill({ baseUrl: url, token: session.accessToken });
  const mailTo = (address) =>
    until(`a mail to ${address}`, async () =>
      (await dispatcher.sandbox.listMails()).items.find(({ to }) => to === address),
    );

  timed('2. It invites a client by mail, and reads the mail itself');
  const invite = (companyName, contactEmail) =>
    dispatcher.clients.create({
      companyName,
      contactEmail,
      allowOrderUpload: true,
      invitation: { channel: 'email' },
    });
  await invite('Manhattan Libraries', 'bo@libraries.example.org');
  const mail = await mailTo('bo@libraries.example.org');
  say(`In the outbox, to ${mail.to}: “${mail.subject}”`);
  const tokenIn = ({ text }) => /\?token=([\w-]+)/.exec(text)[1];
  const joined = await anyone.invitations.accept({ token: tokenIn(mail), name: 'Bo Reyes', password });
  const client = new Waybill({ baseUrl: url, token: joined.accessToken });

  timed('3. A receiver waits for webhooks, the client submits three orders');
  const endpoint = await owner.webhookEndpoints.create({
    url: receiver.url,
    events: ['order.delivered', 'order.failed'],
  });
  receiver.secret = endpoint.secret;
  const ids = [];
  for (const [n, street] of ['476 5th Ave', '10 E 53rd St', '828 Broadway'].entries()) {
    const address = {
      addressLineOne: street,
      city: 'New York',
      latitude: 40.75 + n / 100,
      longitude: -73.98,
    };
    ids.push((await client.orders.create({ address, recipient: { name: `Desk, ${street}` } })).id);
  }
  await client.orders.submit({ ids });
  await dispatcher.organization.update({ requiredProof: ['photo', 'signature', 'name'] });

  timed('4. Their route drives itself; the receiver is out of order meanwhile');
  receiver.status = 500;
  const { id: routeId } = await dispatcher.routes.create({ title: 'Midtown, morning' });
  await dispatcher.routes.addStops(routeId, { stopIds: ids });
  await dispatcher.sandbox.driveRoute(routeId, { outcome: ['delivered_to_recipient', 'failed_not_home'] });
  await until('the route', async () => (await dispatcher.routes.get(routeId)).status === 'completed');
  const orders = await Promise.all(ids.map((id) => client.orders.get(id)));
  hold(
    'The client sees what became of each, with photo and signature where it was delivered',
    orders.map(({ delivery: { state, photoCount, hasSignature } }) => [state, photoCount, hasSignature]),
    [
      ['delivered_to_recipient', 1, true],
      ['failed_not_home', 0, false],
      ['delivered_to_recipient', 1, true],
    ],
  );
  const came = (status) => receiver.messages.filter((message) => message.status === status);
  await until('three webhooks', () => new Set(came(500).map(({ id }) => id)).size === 3);
  say('Three webhooks came, and the receiver answered 500 to all.');

  timed('5. The receiver works again, and the clock moves a day ahead');
  const pending = async (least) => {
    const deliveries = await owner.webhookEndpoints.listDeliveries(endpoint.id).toArray();
    return deliveries.filter(({ state, attempts }) => state === 'pending' && attempts >= least).length;
  };
  // The second attempt comes after seconds by itself, the third after minutes.
  await until('all to have failed twice', async () => (await pending(2)) === 3);
  receiver.status = 204;
  const { becameDue } = await dispatcher.sandbox.advanceClock({ seconds: day });
  await until('the webhooks once more', () => came(204).length === 3);
  hold('Three attempts became due', becameDue.webhookAttempts, 3);
  hold(
    'The same three came again, under the same ids, all signatures were right',
    [
      new Set(receiver.messages.map(({ id }) => id)).size,
      came(204)
        .map(({ type }) => type)
        .sort(),
      receiver.refused,
    ],
    [3, ['order.delivered', 'order.delivered', 'order.failed'], 0],
  );

  timed('6. An invitation is left lying for eight days');
  await invite('Book Nook', 'mia@nook.example.org');
  const left = await mailTo('mia@nook.example.org');
  hold('One expired', (await dispatcher.sandbox.advanceClock({ seconds: 8 * day })).becameDue.invitations, 1);
  const refusal = await anyone.invitations
    .accept({ token: tokenIn(left), name: 'Mia Lund', password })
    .catch((error) => isWaybillError(error) && error.code);
  hold('Its link does not work any more', refusal, 'invitation_invalid');

  timed('7. The receiver fails for six days, and is switched off');
  receiver.status = 500;
  const failed = came(500).length;
  await owner.webhookEndpoints.test(endpoint.id, { type: 'order.delivered' });
  await until('the first failure', async () => came(500).length > failed && (await pending(1)) === 1);
  await dispatcher.sandbox.advanceClock({ seconds: 6 * day });
  const notice = await mailTo(ownerEmail);
  say(`In the outbox, to ${notice.to}: “${notice.subject}”`);
  const { disabledReason } = await owner.webhookEndpoints.get(endpoint.id);
  hold('The endpoint is disabled', disabledReason, 'failing');

  timed('8. What was mailed');
  const mails = (await dispatcher.sandbox.listMails().toArray()).toReversed();
  for (const { to, subject, createdAt } of mails) say(`${createdAt.slice(0, 10)}  ${to}  “${subject}”`);
  const sent = await readdir(join(dataDir, 'mail')).catch(() => []);
  hold('Nothing of it left the sandbox', [mails.length, sent.length], [3, 0]);
  const { advancedSeconds } = await dispatcher.organization.get();
  const seconds = (performance.now() - began) / 1000;
  hold(
    `${advancedSeconds / day} days went by in ${seconds.toFixed(1)} seconds, less than a minute`,
    seconds < 60,
    true,
  );
}

const server = await startFreshServer();
began = performance.now();
const receiver = await openWebhookInbox();
await perform(
  () => play(server, receiver),
  async () => {
    receiver.close();
    await server.stop();
  },
);
