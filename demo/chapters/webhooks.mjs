import { webhooks } from '../../sdk/dist/esm/index.js';
import { hold, until } from '../tell.mjs';

export const title = 'The delivery company’s own server was told';

export async function play({ inbox, stops, dispatcher }) {
  /** The same message may come again. */
  const told = () => new Map(inbox.messages.map(({ id, type, data }) => [id, `${data.orderId} ${type}`]));
  await until('8 webhooks', () => told().size >= stops.length);
  const { items } = await dispatcher.stops.list({ assigned: true });
  hold(
    '8 messages came, one for each stop, with how it ended and a good signature',
    [[...told().values()].toSorted(), inbox.refused],
    [items.map(({ id, status }) => `${id} order.${status}`).toSorted(), 0],
  );
  const body = JSON.stringify({ type: 'order.delivered', timestamp: new Date(), data: {} });
  const headers = await webhooks.sign(
    body,
    `whsec_${Buffer.from('the secret of somebody else').toString('base64')}`,
  );
  const { status } = await fetch(inbox.url, { method: 'POST', headers, body });
  hold('A forged one was turned away', [status, inbox.refused], [400, 1]);
}
