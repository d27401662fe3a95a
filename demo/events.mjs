/**
 * Shows a client's event stream through a whole route day, by `curl -N` against a fresh server: it is cut in the middle
 * and goes on after its last event. Then holds what both streams sent against the feed; exits with 1 when they differ.
 *
 *   npm run demo:events
 */
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { startFreshServer } from './fresh-server.mjs';
import { signUpBoth } from './people.mjs';
import { expect, perform, until } from './tell.mjs';

const say = (text) => console.log(`\n# ${text}`);

/** A stream as `curl -N` shows it. `ids` are those of the events that came. */
function curl(url, token, lastEventId) {
  const headers = [
    `Authorization: Bearer ${token}`,
    ...(lastEventId ? [`Last-Event-ID: ${lastEventId}`] : []),
  ];
  const shown = headers.map((header) => `-H '${header.replace(token, '$token')}'`).join(' ');
  console.log(`\n$ curl -N ${url}/v1/events/stream ${shown}`);
  const child = spawn('curl', [
    '-sN',
    `${url}/v1/events/stream`,
    ...headers.flatMap((header) => ['-H', header]),
  ]);
  const ids = [];
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    process.stdout.write(piece);
    text += piece;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) if (block.includes('\ndata: ')) ids.push(/^id: (.*)$/m.exec(block)[1]);
  });
  const count = (wanted) => until(`${wanted} events`, () => ids.length >= wanted);
  return { ids, count, cut: () => child.kill() };
}

async function play(url) {
  const { dispatcher, client, token } = await signUpBoth(url, 'Manhattan Libraries');
  const [{ id: start }] = (await client.events.list()).items;

  say('The client listens');
  const first = curl(url, token);
  await delay(500);

  say('It makes three orders and submits them');
  const ids = [];
  for (const street of ['476 5th Ave', '10 E 53rd St', '828 Broadway']) {
    const address = { addressLineOne: street, city: 'New York', latitude: 40.75, longitude: -73.98 };
    ids.push((await client.orders.create({ address, recipient: { name: `Desk, ${street}` } })).id);
  }
  await client.orders.submit({ ids });
  await first.count(6);

  say('The dispatcher puts them on a route');
  const { id: routeId } = await dispatcher.routes.create({ title: 'Midtown, morning' });
  await dispatcher.routes.addStops(routeId, { stopIds: ids });
  await first.count(9);

  say('The connection is cut');
  first.cut();

  say('Meanwhile the route starts, and the first stop is done');
  await dispatcher.routes.start(routeId);
  await dispatcher.stops.recordAttempt(ids[0], { state: 'delivered_to_recipient', signeeName: 'A. Reader' });

  say('The client connects again with the id of its last event');
  const second = curl(url, token, first.ids.at(-1));
  await second.count(4);

  say('The day goes on: nobody home, delivered, and the failed one waits for another route');
  await dispatcher.stops.recordAttempt(ids[1], { state: 'failed_not_home', recipientNotes: 'Rang twice.' });
  await dispatcher.stops.recordAttempt(ids[2], { state: 'delivered_to_mailbox' });
  await dispatcher.stops.reschedule(ids[1]);
  await dispatcher.routes.complete(routeId);
  const feed = await client.events.list({ after: start }).toArray();
  await second.count(feed.length - first.ids.length);
  second.cut();

  const wanted = feed.map(({ id }) => id);
  expect('The events of both streams', [...first.ids, ...second.ids], wanted);
  say(
    `${first.ids.length} events before the cut and ${second.ids.length} after it are the ${wanted.length} of the feed: none missed, none twice.`,
  );
}

const server = await startFreshServer();
await perform(() => play(server.url), server.stop);
