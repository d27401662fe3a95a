import { once } from 'node:events';
import { createServer } from 'node:http';
import { webhooks } from '../sdk/dist/esm/index.js';

/** A server of somebody's own that is told of events. What has no good signature it does not take. */
export async function openWebhookInbox() {
  const inbox = {
    /** That of its endpoint. */
    secret: '',
    /** What it answers to good messages. */
    status: 204,
    /** Each with its `webhook-id`, under which it may come again, and what was answered. */
    messages: [],
    refused: 0,
  };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { status } = inbox;
    const message = await webhooks.verify(body, request.headers, inbox.secret).catch(() => undefined);
    if (message) inbox.messages.push({ id: request.headers['webhook-id'], status, ...message });
    else inbox.refused += 1;
    response.writeHead(message ? status : 400).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(inbox, {
    url: `http://127.0.0.1:${server.address().port}/waybill`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}
