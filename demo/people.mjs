/** Who plays in the demos. */
import { Waybill } from '../sdk/dist/esm/index.js';

export const ownerEmail = 'ada@swift.example.org';
export const password = 'plum tractor sings at noon';

export const signedIn = (url, { accessToken, refreshToken }) =>
  new Waybill({ baseUrl: url, token: accessToken, refreshToken });

export const tokenOf = (invitationUrl) => new URL(invitationUrl).searchParams.get('token');

/** A delivery company signs up and invites a client that may hand over orders, who accepts. */
export async function signUpBoth(url, companyName) {
  const anyone = new Waybill({ baseUrl: url });
  const person = { name: 'Ada Park', email: ownerEmail, password };
  const owner = await anyone.auth.signup({ organizationName: 'Swift Wheels', ...person });
  const dispatcher = signedIn(url, owner);
  const { invitation } = await dispatcher.clients.create({
    companyName,
    allowOrderUpload: true,
    invitation: { channel: 'link' },
  });
  const joined = await anyone.invitations.accept({
    token: tokenOf(invitation.url),
    name: 'Bo Reyes',
    email: 'bo@client.example.org',
    password,
  });
  return { dispatcher, client: signedIn(url, joined), token: joined.accessToken };
}
