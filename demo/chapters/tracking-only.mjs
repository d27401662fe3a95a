import { mailTo } from '../fresh-server.mjs';
import { password, signedIn } from '../people.mjs';
import { hold, say } from '../tell.mjs';

export const title = 'Another client may only look, at what the dispatcher imports for it';

export async function play({ url, dataDir, anyone, client, dispatcher, stops }) {
  await dispatcher.clients.create({
    companyName: 'Book Nook',
    contactEmail: 'cy@nook.example.org',
    allowOrderUpload: false,
    invitation: { channel: 'email' },
  });
  const mail = await mailTo(dataDir, 'cy@nook.example.org');
  const [, token] = /[?&]token=([\w.~-]+)/.exec(mail);
  const joined = await anyone.invitations.accept({ token, name: 'Cy Noor', password });
  const nook = signedIn(url, joined);
  const { clientCode } = joined.membership.client;
  say(`Book Nook was invited by mail. Its Client ID is ${clientCode}.`);
  const refusal = await nook.orders
    .create({ address: { addressLineOne: '1 Main St' } })
    .catch(({ code }) => code);
  hold('It may not hand in orders', refusal, 'order_upload_not_allowed');

  const rows = [
    ['Client ID', 'Id', 'Address Line 1', 'City', 'Zip'],
    [clientCode, 'NOOK-1', '828 Broadway', 'New York', '10003'],
    [clientCode, 'NOOK-2', '82 Fulton St', 'New York', '10038'],
    ['', 'OURS-1', '75 Varick St', 'New York', '10013'],
  ];
  const file = new File([rows.map((row) => row.join(',')).join('\n')], 'stops.csv');
  const { rowsImported } = await dispatcher.imports.create(file, { kind: 'stops' }).wait({ interval: 50 });
  hold('The dispatcher imports 3 stops, 2 of them with that Client ID', rowsImported, 3);
  const shown = async (portal) =>
    (await portal.orders.list({ limit: 200 })).items.map(({ externalId }) => externalId);
  hold('Book Nook sees these 2, and nothing else', (await shown(nook)).toSorted(), ['NOOK-1', 'NOOK-2']);
  const strange = (await shown(client)).filter((id) => /^(NOOK|OURS)/.test(id));
  hold('Its neighbour, Manhattan Libraries, sees none of the 3', strange, []);
  const foreign = await nook.orders.get(stops[0].id).catch(({ status }) => status);
  hold('Asked for by its number, a neighbour’s order is not there', foreign, 404);
}
