import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { webhooks } from '../sdk/dist/esm/index.js';

const patienceMilliseconds = 60_000;

/** A server of somebody's own that is told of events. What has no good signature it does not take. */
export async function openWebhookInbox(waybill, events) {
  let secret;
  /** By `webhook-id`: the same message may come again. */
  const messages = new Map();
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const message = await webhooks.verify(body, request.headers, secret).catch(() => undefined);
    if (message) messages.set(request.headers['webhook-id'], message);
    response.writeHead(message ? 204 : 400).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}/waybill`;
  ({ secret } = await waybill.webhookEndpoints.create({ url, events }));
  return {
    /** The types of the messages, once there are so many. */
    types: async (count) => {
      const deadline = performance.now() + patienceMilliseconds;
      while (messages.size < count && performance.now() < deadline) await delay(50);
      return [...messages.values()].map(({ type }) => type).toSorted();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
