import { hold } from '../tell.mjs';

export const title = 'The client hands its orders over';

export async function play({ client, dispatcher, live, importId, returns }) {
  const { succeededCount, failed } = await client.orders.submit({ all: true });
  await live.shows({ 'order.submitted': 31 });
  hold('31 orders are handed over', succeededCount, 31);
  const [refused] = failed;
  hold(
    `1 is not: ${refused.detail}`,
    failed.map(({ id, code }) => [id, code]),
    [[returns.id, 'required_fields_missing']],
  );
  await client.orders.update(returns.id, { recipient: { name: 'Returns desk' } });
  const { succeededCount: more } = await client.orders.submit({ ids: [returns.id] });
  await live.shows({ 'order.updated': 1, 'order.submitted': 1 });
  hold('With the name it is handed over as well', more, 1);

  const fromFile = await client.orders.list({ importId }).toArray();
  const { id } = fromFile.find(({ externalId }) => externalId === 'NYPL-0033');
  const withdrawn = await client.orders.withdraw({ ids: [id] });
  await live.shows({ 'order.withdrawn': 1 });
  hold('1 is taken back again, for another day', withdrawn.succeededCount, 1);
  const unassigned = await dispatcher.stops.list({ assigned: false }).toArray();
  hold('The dispatcher has 31 stops to put on routes', unassigned.length, 31);
  return { unassigned };
}
