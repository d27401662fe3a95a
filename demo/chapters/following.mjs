import { Live } from '../live.mjs';
import { say } from '../tell.mjs';
import { openWebhookInbox } from '../webhook-inbox.mjs';

export const title = 'From here on both are told what happens, as it happens';

export async function play({ client, dispatcher }) {
  const [{ id }] = (await client.events.list()).items;
  const live = new Live(client, id);
  say('The client’s program follows a live stream: what it is told stands in the lines with “live”.');
  const inbox = await openWebhookInbox();
  const events = ['order.delivered', 'order.picked_up', 'order.failed'];
  ({ secret: inbox.secret } = await dispatcher.webhookEndpoints.create({ url: inbox.url, events }));
  say('The delivery company’s own server is sent a signed message, a webhook, for each stop that is done.');
  return { live, inbox };
}
