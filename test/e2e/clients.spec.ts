import { v7 as uuidv7 } from 'uuid';
import { hashSecret } from '../../src/auth/identity/secrets.js';
import {
  eventsOf,
  inviteClient,
  joinedClient,
  joinedMember,
  newEmail,
  newOwner,
  tokenOf,
} from '../support/invitations.js';
import { problemOf, send } from '../support/raw.js';
import { password } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('clients', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('start as invited, at the main depot, without permission to upload', async () => {
    const owner = await newOwner(app);
    const [main] = (await owner.as.depots.list()).items;
    const response = await send(app, 'POST', '/v1/clients', {
      token: owner.token,
      body: { companyName: ' Book Nook ', contactEmail: 'Desk@Example.org' },
    });
    const client = (await response.json()) as { id: string };
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`/v1/clients/${client.id}`);
    expect(client).toMatchObject({
      companyName: 'Book Nook',
      contactEmail: 'desk@example.org',
      clientCode: null,
      status: 'invited',
      allowOrderUpload: false,
      defaultDepotId: main!.id,
      requiredFields: [],
    });
    expect(client).not.toHaveProperty('invitation');
    expect((await eventsOf(app, owner.session)).at(-1)).toMatchObject({
      type: 'client.created',
      audience: 'organization',
      client_id: client.id,
    });
  });

  it('change their settings; the event names the fields, never their values', async () => {
    const owner = await newOwner(app);
    const uptown = await owner.as.depots.create({ name: 'Uptown' });
    const { id } = await owner.as.clients.create({ companyName: 'Book Nook' });
    const body = {
      companyName: 'Book Nook Ltd',
      contactEmail: 'desk@example.org',
      allowOrderUpload: true,
      defaultDepotId: uptown.id,
      requiredFields: ['recipient.phone', 'address.zip', 'address.zip'] as (
        'recipient.phone' | 'address.zip'
      )[],
    };
    const changed = await owner.as.clients.update(id, body);
    expect(changed).toMatchObject({ ...body, requiredFields: ['address.zip', 'recipient.phone'] });
    expect(await owner.as.clients.get(id)).toEqual(changed);
    const event = (await eventsOf(app, owner.session)).at(-1);
    expect(event?.type).toBe('client.updated');
    expect(event?.data).toEqual({ changed: Object.keys(body) });
    expect(event?.actor).toMatchObject({ kind: 'user', name: 'Ada Park' });
  });

  it('are not changed by somebody who read an older version', async () => {
    const { token, as } = await newOwner(app);
    const { id } = await as.clients.create({ companyName: 'Book Nook' });
    const path = `/v1/clients/${id}`;
    const headers = { 'if-match': (await send(app, 'GET', path, { token })).headers.get('etag')! };
    expect((await send(app, 'PATCH', path, { token, headers, body: { companyName: 'A' } })).status).toBe(200);
    const stale = [
      await send(app, 'PATCH', path, { token, headers, body: { companyName: 'B' } }),
      await send(app, 'PUT', `${path}/required-fields`, { token, headers, body: { requiredFields: [] } }),
    ];
    for (const response of stale) {
      expect(response.status).toBe(412);
      expect(await problemOf(response)).toMatchObject({ code: 'stale_version' });
    }
    expect((await as.clients.get(id)).companyName).toBe('A');
  });

  it('take their required fields from the catalogue alone', async () => {
    const { token, as } = await newOwner(app);
    const { id } = await as.clients.create({ companyName: 'Book Nook' });
    const requiredFields = ['address.zip'] as 'address.zip'[];
    expect(await as.clients.setRequiredFields(id, { requiredFields })).toEqual({
      requiredFields,
    });
    expect(await as.clients.getRequiredFields(id)).toEqual({ requiredFields });
    expect((await as.clients.get(id)).requiredFields).toEqual(requiredFields);
    const wrong = await send(app, 'PUT', `/v1/clients/${id}/required-fields`, {
      token,
      body: { requiredFields: ['address.zip', '__proto__'] },
    });
    expect(wrong.status).toBe(400);
    expect(await problemOf(wrong)).toMatchObject({ errors: [{ pointer: '/requiredFields/1' }] });
  });

  it('cannot be given another organization’s depot, which is as unknown as none', async () => {
    const [owner, neighbour] = [await newOwner(app), await newOwner(app)];
    const [foreign] = (await neighbour.as.depots.list()).items;
    const { id } = await owner.as.clients.create({ companyName: 'Book Nook' });
    const problems: object[] = [];
    for (const defaultDepotId of [foreign!.id, uuidv7()]) {
      for (const [method, path] of [
        ['POST', '/v1/clients'],
        ['PATCH', `/v1/clients/${id}`],
      ] as const) {
        const body = { companyName: 'Page Turner', defaultDepotId };
        const response = await send(app, method, path, { token: owner.token, body });
        expect(response.status).toBe(400);
        problems.push(await problemOf(response));
      }
    }
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    expect(problems[0]).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/defaultDepotId' }],
    });
    expect((await owner.as.clients.list()).items).toHaveLength(1);
  });

  it('are listed newest first, page by page, by status and by what people remember of them', async () => {
    const { as } = await newOwner(app);
    const names = ['Alpha 100%', 'Beta_Books', 'Gamma', 'Delta', 'Epsilon'];
    for (const companyName of names) await as.clients.create({ companyName });
    const { client } = await joinedClient(app, as);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as.clients.list({ limit: 2, cursor });
      found.push(...page.items.map(({ companyName }) => companyName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(['Book Nook', ...names.toReversed()]);

    const search = async (query: { q?: string; status?: 'active' | 'invited' | 'archived' }) =>
      (await as.clients.list(query)).items.map(({ companyName }) => companyName);
    expect(await search({ status: 'active' })).toEqual(['Book Nook']);
    expect(await search({ q: '%' })).toEqual(['Alpha 100%']);
    expect(await search({ q: 'a_b' })).toEqual(['Beta_Books']);
    expect(await search({ q: '\\' })).toEqual([]);
    expect(await search({ q: 'GAM' })).toEqual(['Gamma']);
    expect(await search({ q: '\u200bGamma\u202c' })).toEqual(['Gamma']);
    const { clientCode } = await as.clients.get(client.id);
    expect(await search({ q: clientCode!.slice(3).toLowerCase() })).toEqual(['Book Nook']);
    const { nextCursor } = await as.clients.list({ limit: 1 });
    await expect(as.clients.list({ limit: 1, cursor: nextCursor!, q: 'a' })).rejects.toMatchObject({
      code: 'cursor_mismatch',
    });
  });

  it('that are archived are out at once: sessions, keys, sign-in and invitations; restored, they may come back', async () => {
    const owner = await newOwner(app);
    const { client, session, as } = await joinedClient(app, owner.as);
    const key = `wb_live_${'archived'.repeat(5)}`;
    await app.database.query(
      `insert into api_keys (id, organization_id, client_id, name, prefix, hash, scopes, created_by, created_at)
       values ($1, $2, $3, 'till', 'wb_live_arch', $4, '{team:read}', $5, now())`,
      [uuidv7(), session.membership.organization.id, client.id, hashSecret(key), session.user.id],
    );
    expect((await app.as(key).team.listMembers()).items).toHaveLength(1);
    const { url } = await as.invitations.create({ kind: 'member', role: 'member', channel: 'link' });
    const token = tokenOf(url);

    expect(await owner.as.clients.archive(client.id)).toMatchObject({ status: 'archived' });
    expect(await owner.as.clients.archive(client.id)).toMatchObject({ status: 'archived' });
    const out = { status: 401, code: 'token_invalid' };
    await expect(as.me.get()).rejects.toMatchObject(out);
    await expect(app.as(key).team.listMembers()).rejects.toMatchObject(out);
    await expect(app.as().auth.refresh({ refreshToken: session.refreshToken })).rejects.toMatchObject(out);
    const login = () => app.as().auth.login({ email: session.user.email, password });
    await expect(login()).rejects.toMatchObject({ status: 401, code: 'credentials_invalid' });
    const look = () => app.as().invitations.lookup({ token });
    await expect(look()).rejects.toMatchObject({ status: 404, code: 'invitation_invalid' });

    expect(await owner.as.clients.restore(client.id)).toMatchObject({
      status: 'active',
      clientCode: session.membership.client?.clientCode,
    });
    await expect(as.me.get()).rejects.toMatchObject(out);
    expect((await login()).membership.client?.id).toBe(client.id);
    expect((await app.as(key).team.listMembers()).items).toHaveLength(1);
    expect((await look()).kind).toBe('member');
    const types = (await eventsOf(app, owner.session)).map(({ type }) => type);
    expect(types.filter((type) => /client\.(archived|restored)/.test(type))).toEqual([
      'client.archived',
      'client.restored',
    ]);
  });

  it('that were archived before they signed up are invited again when restored', async () => {
    const { as } = await newOwner(app);
    const { client, token } = await inviteClient(as);
    await as.clients.archive(client.id);
    await expect(app.as().invitations.lookup({ token })).rejects.toMatchObject({
      code: 'invitation_invalid',
    });
    expect((await as.clients.restore(client.id)).status).toBe('invited');
    expect((await app.as().invitations.lookup({ token })).kind).toBe('client');
  });

  it('show their people to the organization', async () => {
    const { as } = await newOwner(app);
    const joined = await joinedClient(app, as);
    const member = await joinedMember(app, joined.as, 'member');
    const { items } = await as.clients.listMembers(joined.client.id);
    expect(items.map(({ email, role }) => ({ email, role }))).toEqual([
      { email: member.user.email, role: 'member' },
      { email: joined.session.user.email, role: 'owner' },
    ]);
  });

  it('of a neighbour are not there at all, whatever is tried', async () => {
    const [owner, neighbour] = [await newOwner(app), await newOwner(app)];
    const { client } = await inviteClient(neighbour.as);
    const calls = (id: string): [string, string, unknown?][] => [
      ['GET', `/v1/clients/${id}`],
      ['PATCH', `/v1/clients/${id}`, { companyName: 'Mine' }],
      ['POST', `/v1/clients/${id}/archive`],
      ['POST', `/v1/clients/${id}/restore`],
      ['GET', `/v1/clients/${id}/members`],
      ['GET', `/v1/clients/${id}/required-fields`],
      ['PUT', `/v1/clients/${id}/required-fields`, { requiredFields: [] }],
      ['POST', '/v1/invitations', { kind: 'client', clientId: id, channel: 'link' }],
    ];
    const foreign = calls(client.id);
    for (const [n, [method, path, body]] of calls(uuidv7()).entries()) {
      const unknown = await send(app, method, path, { token: owner.token, body });
      const theirs = await send(app, foreign[n]![0], foreign[n]![1], {
        token: owner.token,
        body: foreign[n]![2],
      });
      expect([method, path, theirs.status]).toEqual([method, path, 404]);
      expect(await problemOf(theirs)).toEqual(await problemOf(unknown));
    }
    expect(await neighbour.as.clients.get(client.id)).toMatchObject({
      companyName: 'Book Nook',
      status: 'invited',
    });
  });

  it('are read by viewers, changed by dispatchers, and closed to clients', async () => {
    const owner = await newOwner(app);
    const { client, as } = await joinedClient(app, owner.as);
    const viewer = app.as((await joinedMember(app, owner.as, 'viewer')).accessToken);
    const dispatcher = app.as((await joinedMember(app, owner.as, 'dispatcher')).accessToken);
    const denied = { status: 403, code: 'permission_denied' };
    const change = { allowOrderUpload: true };
    expect((await viewer.clients.get(client.id)).id).toBe(client.id);
    await expect(viewer.clients.update(client.id, change)).rejects.toMatchObject(denied);
    await expect(viewer.clients.archive(client.id)).rejects.toMatchObject(denied);
    expect((await dispatcher.clients.update(client.id, change)).allowOrderUpload).toBe(true);
    await expect(as.clients.get(client.id)).rejects.toMatchObject(denied);
    await expect(as.clients.update(client.id, change)).rejects.toMatchObject(denied);
  });

  it('cannot be made with fields that are not theirs to give', async () => {
    const { token } = await newOwner(app);
    const body = JSON.parse(
      '{"companyName":"Book Nook","organizationId":"x","status":"active","clientCode":"CL-AAAAAA","__proto__":{"a":1}}',
    ) as object;
    const response = await send(app, 'POST', '/v1/clients', { token, body });
    expect(response.status).toBe(400);
  });

  it('are not made when their invitation could not be sent', async () => {
    const { token, as } = await newOwner(app);
    const body = { companyName: 'Book Nook', invitation: { channel: 'email' } };
    const response = await send(app, 'POST', '/v1/clients', { token, body });
    expect(await problemOf(response)).toMatchObject({
      errors: [{ pointer: '/contactEmail', code: 'required' }],
    });
    expect((await as.clients.list()).items).toEqual([]);
    const made = await as.clients.create({
      ...body,
      contactEmail: newEmail(),
      invitation: { channel: 'email' },
    });
    expect(made.invitation).toMatchObject({ channel: 'email', email: made.contactEmail, kind: 'client' });
    expect(made.invitation).not.toHaveProperty('url');
  });
});
