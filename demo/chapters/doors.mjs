import { drawPhoto, drawSignature } from '../pictures.mjs';
import { hold } from '../tell.mjs';

/** What Robin finds and does. */
const visits = {
  'NYPL-0001': { state: 'delivered_to_recipient', signeeName: 'A. Reader' },
  'NYPL-0002': { state: 'delivered_to_mailbox' },
  'NYPL-0003': { state: 'failed_not_home', recipientNotes: 'Rang twice.' },
  'NYPL-0004': { state: 'delivered_to_recipient', signeeName: 'M. Page' },
  'NYPL-0008': { state: 'delivered_to_safe_place' },
  '#1001': { state: 'delivered_to_recipient', signeeName: 'Farid Haddad' },
  '#1002': { state: 'delivered_to_third_party', signeeName: 'The neighbour' },
  'DESK-1': { state: 'picked_up_from_customer', signeeName: 'B. Shelf' },
};

export const title = 'Robin drives from door to door';

export async function play({ client, dispatcher, live, routeId, stops, idOf }) {
  await dispatcher.organization.update({ requiredProof: ['photo'] });
  const refusal = await dispatcher.stops
    .recordAttempt(idOf('NYPL-0001'), visits['NYPL-0001'])
    .catch(({ code }) => code);
  hold('This company wants a photo: without one nothing counts as delivered', refusal, 'proof_missing');

  const photo = await drawPhoto();
  const signature = await drawSignature();
  for (const { id, externalId } of stops) {
    const visit = visits[externalId];
    const [, ending] = /^(delivered|picked_up|failed)_/.exec(visit.state);
    const pictures = { ...(ending !== 'failed' && { photo }), ...(visit.signeeName && { signature }) };
    for (const [kind, file] of Object.entries(pictures)) await dispatcher.stops.addProof(id, { kind, file });
    await dispatcher.stops.recordAttempt(id, visit);
    const count = Object.keys(pictures).length;
    await live.shows({ ...(count > 0 && { 'order.proof_added': count }), [`order.${ending}`]: 1 });
  }
  const { status } = await dispatcher.routes.complete(routeId);
  hold('All 8 stops are done, and so is the route', status, 'completed');
  const { delivery } = await client.orders.get(idOf('NYPL-0003'));
  hold(
    'The client reads why NYPL-0003 failed: nobody home. “Rang twice.”',
    [delivery.state, delivery.recipientNotes],
    ['failed_not_home', 'Rang twice.'],
  );
  const { delivered, picked_up: pickedUp, failed } = await client.orders.summary();
  hold('6 were delivered, 1 was picked up, 1 failed', [delivered, pickedUp, failed], [6, 1, 1]);
  return { photo };
}
