import { call } from '../support/http.js';
import { openRival, type Rival } from '../support/row-locks.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('webhook endpoints', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const url = 'https://example.org/hook';
  const endpointsOf = (token: string) => app.as(token).webhookEndpoints;

  it('are made with a secret that is shown once and stored nowhere', async () => {
    const { accessToken } = await signUp(app);
    const { secret, ...shown } = await endpointsOf(accessToken).create({ url, events: ['order.delivered'] });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(shown).toMatchObject({ url, events: ['order.delivered'], enabled: true, disabledReason: null });
    expect(await endpointsOf(accessToken).get(shown.id)).toEqual(shown);
    expect((await endpointsOf(accessToken).list()).items).toEqual([shown]);
    const rows = await app.database.query<{ row: string }>('select e::text as row from webhook_endpoints e');
    expect(rows.filter(({ row }) => row.includes(secret.slice(6, 20)))).toEqual([]);
  });

  it('get another secret by rotation, and the one before signs on for a day', async () => {
    const { accessToken } = await signUp(app);
    const { id, secret } = await endpointsOf(accessToken).create({ url, events: ['*'] });
    const rotated = await endpointsOf(accessToken).rotateSecret(id);
    expect(rotated.secret).not.toBe(secret);
    const hours = (Date.parse(rotated.previousSecretUntil!) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    await app.database.query('update webhook_endpoints set previous_secret_until = now() where id = $1', [
      id,
    ]);
    expect((await endpointsOf(accessToken).get(id)).previousSecretUntil).toBeNull();
  });

  it('hold each type once, and all types as one', async () => {
    const { accessToken } = await signUp(app);
    const { id, events } = await endpointsOf(accessToken).create({
      url,
      events: ['order.failed', 'order.failed'],
    });
    expect(events).toEqual(['order.failed']);
    const updated = await endpointsOf(accessToken).update(id, { events: ['order.failed', '*'] });
    expect(updated.events).toEqual(['*']);
  });

  it('are switched off and on by hand', async () => {
    const { accessToken } = await signUp(app);
    const { id } = await endpointsOf(accessToken).create({ url, events: ['*'] });
    const off = await endpointsOf(accessToken).update(id, { enabled: false });
    expect(off).toMatchObject({ enabled: false, disabledReason: 'by_hand' });
    expect(off.disabledAt).toMatch(/Z$/);
    const on = await endpointsOf(accessToken).update(id, { enabled: true });
    expect(on).toMatchObject({ enabled: true, disabledReason: null, disabledAt: null });
  });

  it('go for good', async () => {
    const { accessToken } = await signUp(app);
    const { id } = await endpointsOf(accessToken).create({ url, events: ['*'] });
    await endpointsOf(accessToken).delete(id);
    await expect(endpointsOf(accessToken).get(id)).rejects.toMatchObject({ status: 404 });
  });

  describe('that are changed at once', () => {
    let owner: Awaited<ReturnType<typeof signUp>>;
    let id: string;
    let rival: Rival;
    beforeEach(async () => {
      owner = await signUp(app);
      ({ id } = await endpointsOf(owner.accessToken).create({ url, events: ['*'] }));
      rival = await openRival(app.database);
    });
    afterEach(() => rival.giveWay());

    const three = (method: string, path = '') =>
      Array.from({ length: 3 }, () =>
        call(app, method, `/v1/webhook-endpoints/${id}${path}`, { token: owner.accessToken }),
      );
    /** Lets them wait for one another. */
    async function together(calls: () => ReturnType<typeof three>) {
      await rival.query('select from webhook_endpoints where id = $1 for update', [id]);
      const answers = calls();
      await rival.isWaitedForBy(3);
      await rival.giveWay();
      return Promise.all(answers);
    }
    const trail = async () => {
      const sql = 'select type from events where organization_id = $1 order by seq';
      const rows = await app.database.query<{ type: string }>(sql, [owner.membership.organization.id]);
      return rows.filter(({ type }) => /rotated|endpoint.deleted/.test(type));
    };

    it('get a secret each that is asked for', async () => {
      const answers = await together(() => three('POST', '/rotate-secret'));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ json }) => json.secret)).size).toBe(3);
      expect(await trail()).toHaveLength(3);
    });

    it('go once', async () => {
      const answers = await together(() => three('DELETE'));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
      expect(await trail()).toHaveLength(1);
    });

    it('go while an attempt fails, which locks its delivery before its endpoint', async () => {
      await app.database.query(
        `insert into webhook_deliveries (id, organization_id, endpoint_id, type, state, created_at)
         values (gen_random_uuid(), $1, $2, 'order.failed', 'pending', now())`,
        [owner.membership.organization.id, id],
      );
      await rival.query('select from webhook_deliveries where endpoint_id = $1 for update', [id]);
      const answer = call(app, 'DELETE', `/v1/webhook-endpoints/${id}`, { token: owner.accessToken });
      await rival.isWaitedForBy(1);
      await rival.query('update webhook_endpoints set failing_since = now() where id = $1', [id]);
      await rival.giveWay();
      expect((await answer).status).toBe(204);
    });
  });

  it('answer with the ETag of what they became', async () => {
    const { accessToken: token } = await signUp(app);
    const made = await call(app, 'POST', '/v1/webhook-endpoints', { token, body: { url, events: ['*'] } });
    expect(made.headers.get('etag')).toBe('"1"');
    const path = `/v1/webhook-endpoints/${made.json.id as string}`;
    const rotated = await call(app, 'POST', `${path}/rotate-secret`, { token });
    const { headers } = await call(app, 'GET', path, { token });
    expect(rotated.headers.get('etag')).toBe(headers.get('etag'));
  });

  it.each([
    'http://example.org/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://ada:secret@example.org/',
    'https://example.org/\thook',
    'https://receiver.internal/',
    'not a URL',
  ])('refuse the URL %s, made or changed', async (target) => {
    const { accessToken } = await signUp(app);
    const refused = { status: 400, errors: [{ pointer: '/url', code: 'target_refused' }] };
    await expect(endpointsOf(accessToken).create({ url: target, events: ['*'] })).rejects.toMatchObject(
      refused,
    );
    const { id } = await endpointsOf(accessToken).create({ url, events: ['*'] });
    await expect(endpointsOf(accessToken).update(id, { url: target })).rejects.toMatchObject(refused);
  });

  it('refuse types that there are not', async () => {
    const { accessToken } = await signUp(app);
    for (const events of [[], ['order.exploded'], ['organization.updated']]) {
      const answer = await call(app, 'POST', '/v1/webhook-endpoints', {
        token: accessToken,
        body: { url, events },
      });
      expect([answer.status, answer.json.code]).toEqual([400, 'validation_failed']);
    }
  });

  it('are fifty at most', async () => {
    const owner = await signUp(app);
    await app.database.query(
      `insert into webhook_endpoints (id, organization_id, url, events, created_at, updated_at)
       select gen_random_uuid(), $1, $2, '{*}', now(), now() from generate_series(1, 49)`,
      [owner.membership.organization.id, url],
    );
    const made = await Promise.allSettled(
      Array.from({ length: 4 }, () => endpointsOf(owner.accessToken).create({ url, events: ['*'] })),
    );
    const refused = made.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toEqual(
      Array(3).fill(expect.objectContaining({ status: 409, code: 'webhook_endpoints_full' })),
    );
  });

  it('belong to one team: its neighbours, clients and organization do not see them', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const { id } = await endpointsOf(client.token).create({ url, events: ['*'] });
    for (const token of [owner.accessToken, (await addClient(app, owner)).token]) {
      expect((await endpointsOf(token).list()).items).toEqual([]);
      await expect(endpointsOf(token).rotateSecret(id)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('are for owners and admins, and for no key', async () => {
    const owner = await signUp(app);
    const organizationId = owner.membership.organization.id;
    const email = await addMember(app, { organizationId, role: 'dispatcher' });
    const { accessToken } = await app.as().auth.login({ email, password });
    await expect(endpointsOf(accessToken).list()).rejects.toMatchObject({ status: 403 });
    const { key } = await app.as(owner.accessToken).apiKeys.create({ name: 'Sync', scopes: ['events:read'] });
    await expect(endpointsOf(key).list()).rejects.toMatchObject({ status: 403 });
  });

  it('leave a trail', async () => {
    const owner = await signUp(app);
    const endpoints = endpointsOf(owner.accessToken);
    const { id } = await endpoints.create({ url, events: ['*'] });
    await endpoints.update(id, { events: ['order.failed'] });
    await endpoints.rotateSecret(id);
    await endpoints.delete(id);
    const events = await app.database.query<{ type: string }>(
      `select type from events where organization_id = $1 and type like 'webhook%' order by seq`,
      [owner.membership.organization.id],
    );
    expect(events.map(({ type }) => type.split('.')[1])).toEqual([
      'created',
      'updated',
      'secret_rotated',
      'deleted',
    ]);
  });
});
