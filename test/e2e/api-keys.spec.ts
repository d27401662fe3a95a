import type { CreateApiKey } from '../../sdk/src/index.js';
import { keyScopes } from '../../src/auth/access/permissions.js';
import { call } from '../support/http.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('API keys', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const makeKey = async (token: string, ...scopes: string[]) =>
    app.as(token).apiKeys.create({ name: 'Warehouse sync', scopes } as CreateApiKey);

  it('are shown once, stored as a hash, and listed by prefix', async () => {
    const owner = await signUp(app);
    const { key, ...shown } = await makeKey(owner.accessToken, 'depots:read', 'depots:read');
    expect(key).toMatch(/^wb_live_[\w-]{43}$/);
    expect(shown).toMatchObject({ prefix: key.slice(0, 12), scopes: ['depots:read'], lastUsedAt: null });
    expect((await app.as(owner.accessToken).apiKeys.list()).items).toEqual([shown]);
    const rows = await app.database.query<{ row: string }>('select k::text as row from api_keys k');
    expect(rows.filter(({ row }) => row.includes(key.slice(12)))).toEqual([]);
  });

  it('work as Bearer and as the user name of Basic, and tell when they were last used', async () => {
    const owner = await signUp(app);
    const { id, key } = await makeKey(owner.accessToken, 'depots:read');
    expect((await app.as(key).depots.list()).items).toHaveLength(1);
    const basic = await call(app, 'GET', '/v1/depots', {
      headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
    });
    expect(basic.status).toBe(200);
    for (const scheme of ['Basics', 'Bearers', 'XBasic'])
      expect(
        (await call(app, 'GET', '/v1/depots', { headers: { authorization: `${scheme} ${key}` } })).status,
      ).toBe(401);
    const { items } = await app.as(owner.accessToken).apiKeys.list();
    expect(items.find((item) => item.id === id)?.lastUsedAt).toMatch(/Z$/);
  });

  it('do what their scopes say and nothing else', async () => {
    const { key } = await makeKey((await signUp(app)).accessToken, 'depots:read');
    const denied = { status: 403, code: 'permission_denied' };
    await expect(app.as(key).depots.create({ name: 'Uptown' })).rejects.toMatchObject(denied);
    await expect(app.as(key).me.get()).rejects.toMatchObject(denied);
    await expect(app.as(key).apiKeys.list()).rejects.toMatchObject(denied);
  });

  it.each(['everything', 'account:manage', 'api-keys:manage', 'team:transfer'])(
    'cannot have the scope %s',
    async (scope) => {
      await expect(makeKey((await signUp(app)).accessToken, scope)).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer: '/scopes/0' }],
      });
    },
  );

  it('are told which scope they lack where one request needs two', async () => {
    const { key } = await makeKey((await signUp(app)).accessToken, 'clients:write');
    const body = { companyName: 'Book Nook', invitation: { channel: 'link' as const } };
    await expect(app.as(key).clients.create(body)).rejects.toMatchObject({
      status: 403,
      detail: expect.stringContaining('`invitations:write`') as string,
    });
  });

  it('reach no further than the side they belong to', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const beyond = { status: 400, errors: [{ pointer: '/scopes/1', code: 'scope_not_available' }] };
    await expect(makeKey(owner.accessToken, 'depots:read', 'orders:read')).rejects.toMatchObject(beyond);
    await expect(makeKey(client.token, 'orders:read', 'depots:read')).rejects.toMatchObject(beyond);
    expect((await makeKey(client.token, ...keyScopes('client'))).scopes).toEqual(keyScopes('client'));
    expect((await makeKey(owner.accessToken, ...keyScopes('organization'))).scopes).toEqual(
      keyScopes('organization'),
    );
  });

  it('go on with a scope that is no more, and may do the rest', async () => {
    const owner = await signUp(app);
    const { id, key } = await makeKey(owner.accessToken, 'depots:read');
    const scopes = ['labels:manage', 'depots:read'];
    await app.database.query('update api_keys set scopes = $2 where id = $1', [id, scopes]);
    expect((await app.as(key).depots.list()).items).toHaveLength(1);
    expect((await app.as(owner.accessToken).apiKeys.list()).items[0]!.scopes).toEqual(scopes);
  });

  it('end at once when revoked, and are then gone', async () => {
    const owner = await signUp(app);
    const { id, key } = await makeKey(owner.accessToken, 'depots:read');
    await app.as(owner.accessToken).apiKeys.revoke(id);
    await expect(app.as(key).depots.list()).rejects.toMatchObject({
      status: 401,
      code: 'token_invalid',
    });
    await expect(app.as(owner.accessToken).apiKeys.revoke(id)).rejects.toMatchObject({
      status: 404,
    });
    expect((await app.as(owner.accessToken).apiKeys.list()).items).toEqual([]);
  });

  it('of a client end with its archiving', async () => {
    const client = await addClient(app, await signUp(app));
    const { key } = await makeKey(client.token, 'fields:read');
    await app.database.query('update clients set status = $2 where id = $1', [client.id, 'archived']);
    const answer = await call(app, 'GET', '/v1/depots', { token: key });
    expect([answer.status, answer.json.code]).toEqual([401, 'token_invalid']);
  });

  it('belong to one team: its neighbours, clients and organization do not see them', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const { id } = await makeKey(client.token, 'fields:read');
    const others = [owner.accessToken, (await addClient(app, owner)).token, (await signUp(app)).accessToken];
    for (const token of others) {
      expect((await app.as(token).apiKeys.list()).items).toEqual([]);
      await expect(app.as(token).apiKeys.revoke(id)).rejects.toMatchObject({ status: 404 });
    }
    expect((await app.as(client.token).apiKeys.list()).items).toHaveLength(1);
  });

  it('leave a trail: who made and who revoked them', async () => {
    const owner = await signUp(app);
    const { id, key } = await makeKey(owner.accessToken, 'depots:read');
    await app.as(owner.accessToken).apiKeys.revoke(id);
    const events = await app.database.query<{ type: string; row: string }>(
      `select type, e::text as row from events e
        where organization_id = $1 and type like 'api_key.%' and actor->>'id' = $2 order by seq`,
      [owner.membership.organization.id, owner.user.id],
    );
    expect(events.map(({ type }) => type)).toEqual(['api_key.created', 'api_key.revoked']);
    expect(events.filter(({ row }) => row.includes(key))).toEqual([]);
  });
});
