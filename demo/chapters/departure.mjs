import { hold, say } from '../tell.mjs';

const inNewYork = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/New_York',
  hour: '2-digit',
  minute: '2-digit',
});
const etaOf = ({ eta }) => new Date(eta.estimatedAt);

export const title = 'Robin leaves';

export async function play({ anyone, client, dispatcher, live, routeId }) {
  const { stops } = await dispatcher.routes.start(routeId);
  await live.shows({ 'order.out_for_delivery': 8 });
  const etas = stops.map(etaOf);
  const sorted = etas.toSorted((one, other) => one - other);
  hold('Each of the 8 stops has an ETA, in the order of the route:', [etas.length, etas], [8, sorted]);
  const times = stops.map((stop) => `${stop.externalId} ${inNewYork.format(etaOf(stop))}`);
  say(`  ${times.join(', ')}, New York time`);
  const third = await client.orders.get(stops[2].id);
  const tracking = await anyone.tracking.get(third.trackingUrl.split('/').at(-1));
  hold(
    'The third recipient’s tracking page says: out for delivery, 2 stops away',
    [tracking.status, tracking.stopsAway],
    ['out_for_delivery', 2],
  );
  const delayed = await dispatcher.routes.delay(routeId, { minutes: 20 });
  await live.shows({ 'order.eta_changed': 8 });
  const minutes = delayed.stops.map((stop, n) => (etaOf(stop) - etas[n]) / 60_000);
  hold('20 minutes of traffic: every ETA is 20 minutes later', minutes, Array(8).fill(20));
  const idOf = (name) => stops.find(({ externalId }) => externalId === name).id;
  return { stops, idOf };
}
