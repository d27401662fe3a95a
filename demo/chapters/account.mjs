import { hold } from '../tell.mjs';

const ids = (events) => events.map(({ id }) => id);

export const title = 'The end of the day';

export async function play({ client, live, idOf }) {
  const feed = await live.end();
  hold(
    `The client’s stream told ${live.events.length} changes: none missed, none twice, each in its turn`,
    ids(live.events),
    ids(feed),
  );
  const id = idOf('#1001');
  const story = live.events.filter(({ orderId }) => orderId === id).map(({ type }) => type.slice(6));
  const steps = ['created', 'submitted', 'scheduled', 'out_for_delivery', 'delivered', 'store_fulfilled'];
  hold(
    `That of #1001 among them: ${steps.join(', ').replaceAll('_', ' ')}`,
    story.filter((step) => steps.includes(step)),
    steps,
  );
  const summary = await client.orders.summary();
  const counts = { draft: 1, submitted: 23, scheduled: 0, out_for_delivery: 0 };
  hold(
    'Of its 32 orders 6 are delivered, 1 is picked up, 1 failed, 23 wait for a route, 1 is a draft',
    summary,
    {
      ...counts,
      delivered: 6,
      picked_up: 1,
      failed: 1,
    },
  );
}
