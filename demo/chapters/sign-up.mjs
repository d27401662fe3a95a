import { ownerEmail, password, signedIn } from '../people.mjs';
import { hold, say } from '../tell.mjs';

export const title = 'A delivery company signs up';

export async function play({ url, anyone }) {
  const owner = await anyone.auth.signup({
    organizationName: 'Swift Wheels',
    name: 'Ada Park',
    email: ownerEmail,
    password,
  });
  const dispatcher = signedIn(url, owner);
  say(`${owner.user.name} is ${owner.membership.role} of ${owner.membership.organization.name}.`);
  const midtown = await dispatcher.depots.create({
    name: 'Midtown',
    address: '330 W 34th St, New York',
    latitude: 40.7525,
    longitude: -73.9938,
    timezone: 'America/New_York',
    countryCode: 'US',
  });
  await dispatcher.depots.setMain(midtown.id);
  const depots = await dispatcher.depots.list().toArray();
  hold(
    'It has 2 depots, and Midtown is the main one',
    [depots.length, depots.filter(({ isMain }) => isMain).map(({ name }) => name)],
    [2, ['Midtown']],
  );
  return { dispatcher, midtown };
}
