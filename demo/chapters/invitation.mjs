import { password, signedIn, tokenOf } from '../people.mjs';
import { hold, say } from '../tell.mjs';

export const title = 'It invites a client by link, who accepts';

export async function play({ url, anyone, dispatcher, midtown }) {
  const { id, status, invitation } = await dispatcher.clients.create({
    companyName: 'Manhattan Libraries',
    contactEmail: 'orders@libraries.example.org',
    allowOrderUpload: true,
    defaultDepotId: midtown.id,
    requiredFields: ['recipient.name'],
    invitation: { channel: 'link' },
  });
  say(`The link to share: ${invitation.url.replace(/token=.*/, 'token=…')}`);
  const token = tokenOf(invitation.url);
  const offer = await anyone.invitations.lookup({ token });
  say(
    `It says: “${offer.invitedBy.name} of ${offer.organization.name} invites ${offer.client.companyName}.”`,
  );
  const joined = await anyone.invitations.accept({
    token,
    name: 'Bo Reyes',
    email: 'bo@libraries.example.org',
    password,
  });
  hold('Bo Reyes accepts, and owns the client’s team', joined.membership.role, 'owner');
  const { clientCode, status: now } = await dispatcher.clients.get(id);
  hold('The client was invited, and is active now', [status, now], ['invited', 'active']);
  say(`The dispatcher names it by its Client ID, ${clientCode}.`);
  const again = await anyone.invitations.lookup({ token }).catch(({ code }) => code);
  hold('The link works once only', again, 'invitation_invalid');
  return { client: signedIn(url, joined) };
}
