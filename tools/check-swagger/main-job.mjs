import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

const password = 'plum tractor sings at noon';
const spreadsheet = 'test/fixtures/libraries-manhattan.csv';

/** One order from the sign-up of a delivery company to the recipient's door, by Swagger UI alone. */
export async function playMainJob(swagger) {
  const send = async (status, id, values) => {
    const answer = await swagger.execute(id, values);
    assert.equal(answer.status, status, `${id}: ${JSON.stringify(answer.body)}`);
    console.log(`${id} ${status}`);
    return answer.body;
  };
  const dispatcher = { email: 'ada@swift.example.org', password };
  const client = { email: 'bo@libraries.example.org', password };

  await send(201, 'signup', { body: { organizationName: 'Swift Wheels', name: 'Ada Park', ...dispatcher } });
  await swagger.isSignedIn('Ada Park');
  const invited = {
    companyName: 'Manhattan Libraries',
    allowOrderUpload: true,
    invitation: { channel: 'link' },
  };
  const { invitation } = await send(201, 'createClient', { body: invited });
  const token = new URL(invitation.url).searchParams.get('token');
  await send(201, 'acceptInvitation', { body: { token, name: 'Bo Reyes', ...client } });
  await swagger.isSignedIn('Bo Reyes');

  const { id } = await send(202, 'createOrderImport', { file: spreadsheet });
  let status;
  do {
    await delay(500);
    ({ status } = await send(200, 'getOrderImport', { parameters: { id } }));
  } while (status === 'queued' || status === 'running');
  assert.equal(status, 'completed_with_errors');
  assert.equal((await send(200, 'submitOrders', { body: { importId: id } })).succeededCount, 28);

  await swagger.signIn(dispatcher.email, password);
  const { items } = await send(200, 'listStops');
  assert.equal(items.length, 28);
  const [stop] = items;
  const route = await send(201, 'createRoute', { body: { title: 'Midtown' } });
  await send(200, 'addRouteStops', { parameters: { id: route.id }, body: { stopIds: [stop.id] } });
  await send(200, 'startRoute', { parameters: { id: route.id } });
  const attempt = { state: 'delivered_to_recipient' };
  await send(201, 'recordAttempt', { parameters: { id: stop.id }, body: attempt });
  const { status: ended } = await send(200, 'getStop', { parameters: { id: stop.id } });
  assert.equal(ended, 'delivered');
  const few = { parameters: { id: stop.id }, choices: { fields: ['status', 'version'] } };
  assert.deepEqual(Object.keys(await send(200, 'getStop', few)), ['id', 'status', 'version']);
  return { dispatcher, client };
}
