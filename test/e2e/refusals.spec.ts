import { call } from '../support/http.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import type { Session } from '../../sdk/src/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a refusal', () => {
  let app: TestApp;
  let owner: Session;
  let client: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    owner = await signUp(app);
    client = await addClient(app, owner);
  });
  afterAll(() => app.close());

  const detail = async (token: string, method: string, path: string, body?: unknown) => {
    const { status, json } = await call(app, method, path, { token, body });
    return `${status} ${String(json.detail)}`;
  };
  const member = async (role: string, clientId?: string) => {
    const organizationId = owner.membership.organization.id;
    const email = await addMember(app, { organizationId, clientId, role });
    return (await app.as().auth.login({ email, password })).accessToken;
  };
  const key = async (token: string) => {
    const body = { name: 'Sync', scopes: ['fields:read' as const] };
    return (await app.as(token).apiKeys.create(body)).key;
  };

  it('names the roles of the caller’s own team', async () => {
    const invitation = { kind: 'member', role: 'member', channel: 'link' };
    expect(await detail(await member('member', client.id), 'POST', '/v1/invitations', invitation)).toBe(
      '403 This needs `invitations:write`. In your team an owner or admin may do it; you are a member.',
    );
    expect(await detail(await member('admin'), 'POST', '/v1/team/transfer-ownership', {})).toBe(
      '403 This needs `team:transfer`. In your team an owner may do it; you are an admin.',
    );
    expect(await detail(await member('viewer'), 'POST', '/v1/depots', { name: 'Up' })).toBe(
      '403 This needs `depots:write`. In your team an owner, admin, or dispatcher may do it; you are a viewer.',
    );
  });

  it('says when it is the other side’s affair', async () => {
    expect(await detail(client.token, 'GET', '/v1/stops')).toBe(
      '403 This needs `stops:read`. Only people of the delivery company may do it, not those of a client.',
    );
    expect(await detail(owner.accessToken, 'GET', '/v1/orders')).toBe(
      '403 This needs `orders:read`. Only people of a client may do it, not those of the delivery company.',
    );
  });

  it('tells a key what it lacks, or that no key may', async () => {
    const secret = await key(owner.accessToken);
    expect(await detail(secret, 'GET', '/v1/depots')).toBe(
      '403 This needs `depots:read`. The API key “Sync” does not have this scope.',
    );
    expect(await detail(secret, 'GET', '/v1/me')).toBe(
      '403 This needs `account:manage`. API keys may not; sign in for it.',
    );
  });
});
