import { hold } from '../tell.mjs';

export const title = 'It types one order by hand: books to fetch back';

export async function play({ client, live }) {
  const returns = await client.orders.create({
    externalId: 'DESK-1',
    activity: 'pickup',
    address: {
      addressLineOne: '18 W 53rd St',
      city: 'New York',
      zip: '10019',
      latitude: 40.7608,
      longitude: -73.9774,
    },
  });
  await live.shows({ 'order.created': 1 });
  hold('It is a draft, too, which still lacks the recipient’s name', returns.missingFields, [
    'recipient.name',
  ]);
  return { returns };
}
