import { hold } from '../tell.mjs';

const wanted = ['NYPL-0001', 'NYPL-0002', 'NYPL-0003', 'NYPL-0004', 'NYPL-0008', '#1001', '#1002', 'DESK-1'];
const km = (metres) => `${(metres / 1000).toFixed(1)} km`;

export const title = 'The dispatcher plans a route';

export async function play({ client, dispatcher, live, midtown, unassigned }) {
  const proposal = await dispatcher.routes.plan({
    depotId: midtown.id,
    filter: {},
    drivers: 3,
    dryRun: true,
  });
  const lengths = proposal.routes.map(({ stopIds }) => stopIds.length);
  hold(
    `For 3 drivers Waybill proposes routes of ${lengths.join(', ')} stops, each of the 31 once`,
    proposal.routes.flatMap(({ stopIds }) => stopIds).toSorted(),
    unassigned.map(({ id }) => id).toSorted(),
  );

  const driver = await dispatcher.drivers.create({ name: 'Robin Vale', phone: '+12125550142' });
  const { id: routeId } = await dispatcher.routes.create({
    title: 'Midtown, morning',
    depotId: midtown.id,
    driverId: driver.id,
  });
  const stopIds = unassigned.filter(({ externalId }) => wanted.includes(externalId)).map(({ id }) => id);
  const { plannedDistanceMeters: before } = await dispatcher.routes.addStops(routeId, { stopIds });
  await live.shows({ 'order.scheduled': 8 });
  const { stopCount, plannedDistanceMeters: after } = await dispatcher.routes.optimize(routeId);
  hold('The dispatcher chooses 8 of them, for Robin Vale to drive', stopCount, 8);
  hold(`In a short order they take ${km(after)}; as they came it was ${km(before)}`, after < before, true);
  const tooLate = await client.orders.withdraw({ ids: stopIds.slice(0, 1) });
  hold(
    'The client can no longer take back what is on a route',
    tooLate.failed.map(({ code }) => code),
    ['order_on_route'],
  );
  return { routeId };
}
