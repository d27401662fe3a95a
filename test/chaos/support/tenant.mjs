import { Caller } from './caller.mjs';

const password = 'plum tractor sings at noon';

/** An organization, a client that may upload, and each one's ways in. */
export async function addTenant(url) {
  const [owner, email] = ['ada@example.org', 'bo@example.org'];
  const signup = { organizationName: 'Swift Wheels', name: 'Ada Park', email: owner, password };
  const { accessToken: dispatcher } = await call(url, undefined, '/v1/auth/signup', signup);
  const client = await call(url, dispatcher, '/v1/clients', {
    companyName: 'Book Nook',
    allowOrderUpload: true,
    invitation: { channel: 'link' },
  });
  const session = await call(url, undefined, '/v1/invitations/accept', {
    token: new URL(client.invitation.url).searchParams.get('token'),
    name: 'Bo Nook',
    email,
    password,
  });
  const { key } = await call(url, session.accessToken, '/v1/api-keys', {
    name: 'Warehouse sync',
    scopes: ['orders:read', 'orders:write'],
  });
  return { clientId: client.id, dispatcher, client: session.accessToken, key, login: { email, password } };
}

async function call(url, token, path, body) {
  const caller = new Caller(url, token);
  const answer = await caller.ask('POST', path, { body });
  caller.close();
  if (answer.kind !== 'done') throw new Error(`${path}: ${answer.detail} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
