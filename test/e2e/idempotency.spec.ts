import { createHash } from 'node:crypto';
import { call, type RawAnswer } from '../support/http.js';
import { addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a POST with an Idempotency-Key', () => {
  let app: TestApp;
  let keys = 0;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const newKey = () => `key-${(keys += 1)}`;
  const post = (token: string, key: string, body: unknown, path = '/v1/depots'): Promise<RawAnswer> =>
    call(app, 'POST', path, { token, headers: { 'idempotency-key': key }, body });
  const depots = async (token: string) => (await app.as(token).depots.list()).items.length;

  it('happens once, and is answered alike ever after', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    const first = await post(accessToken, key, { name: 'Uptown' });
    const again = await post(accessToken, key, { name: 'Uptown' });
    expect(first.status).toBe(201);
    expect([again.status, again.text]).toEqual([201, first.text]);
    for (const header of ['location', 'etag', 'content-type'])
      expect(again.headers.get(header)).toBe(first.headers.get(header));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await depots(accessToken)).toBe(2);
  });

  it('has one effect when fifty come at once', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(accessToken, key, { name: 'Uptown' })),
    );
    const made = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status === 409);
    expect(made.length + waiting.length).toBe(50);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    expect(made.filter(({ headers }) => !headers.has('idempotency-replayed'))).toHaveLength(1);
    expect(new Set(waiting.map(({ json }) => json.code))).toEqual(
      new Set(waiting.length > 0 ? ['idempotency_in_flight'] : []),
    );
    expect(await depots(accessToken)).toBe(2);
  });

  it('is refused with another body or path', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    const { json } = await post(accessToken, key, { name: 'Uptown' });
    const otherBody = await post(accessToken, key, { name: 'Downtown' });
    const otherPath = await post(
      accessToken,
      key,
      { name: 'Uptown' },
      `/v1/depots/${String(json.id)}/set-main`,
    );
    for (const answer of [otherBody, otherPath])
      expect([answer.status, answer.json.code]).toEqual([422, 'idempotency_mismatch']);
    expect(await depots(accessToken)).toBe(2);
  });

  it('answers a conflict alike too, whatever has changed since', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    const missing = '/v1/depots/0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e/set-main';
    const first = await post(accessToken, key, undefined, missing);
    const again = await post(accessToken, key, undefined, missing);
    expect([first.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([
      404,
      first.text,
      'true',
    ]);
  });

  it('may be corrected under the same key when it was not valid', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    expect((await post(accessToken, key, { nam: 'Uptown' })).status).toBe(400);
    expect((await post(accessToken, key, { name: 'Uptown' })).status).toBe(201);
  });

  it('shares nothing with the same key of another tenant', async () => {
    const [mine, theirs] = [(await signUp(app)).accessToken, (await signUp(app)).accessToken];
    const key = newKey();
    const [first, second] = [
      await post(mine, key, { name: 'Uptown' }),
      await post(theirs, key, { name: 'Uptown' }),
    ];
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([
      201,
      201,
      null,
    ]);
    expect(second.json.id).not.toBe(first.json.id);
  });

  it('is not answered to colleagues who may not ask', async () => {
    const owner = await signUp(app);
    const key = newKey();
    await post(owner.accessToken, key, { name: 'Uptown' });
    const email = await addMember(app, { organizationId: owner.membership.organization.id, role: 'viewer' });
    const viewer = await app.as().auth.login({ email, password });
    expect((await post(viewer.accessToken, key, { name: 'Uptown' })).status).toBe(403);
  });

  it('of one person’s account is not another’s', async () => {
    const owner = await signUp(app);
    const email = await addMember(app, { organizationId: owner.membership.organization.id, role: 'admin' });
    const admin = await app.as().auth.login({ email, password });
    const [key, body] = [newKey(), { currentPassword: password, password: 'six green boats at anchor' }];
    expect((await post(owner.accessToken, key, body, '/v1/me/password')).status).toBe(204);
    expect((await post(owner.accessToken, key, body, '/v1/me/password')).status).toBe(204);
    expect((await post(admin.accessToken, key, body, '/v1/me/password')).status).toBe(422);
  });

  it('keeps no secret that can be read: neither the key nor the answer', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    const body = { name: 'Sync', scopes: ['depots:read'] };
    const first = await post(accessToken, key, body, '/v1/api-keys');
    expect((await post(accessToken, key, body, '/v1/api-keys')).text).toBe(first.text);
    const rows = await app.database.query<{ key: string; answer: string | null }>(
      `select key, encode(body, 'escape') as answer from idempotency_keys`,
    );
    expect(rows.filter((row) => row.key.includes(key))).toEqual([]);
    expect(rows.filter((row) => row.answer?.includes('wb_live_'))).toEqual([]);
  });

  it('keeps nothing by which a password in it could be guessed without the server’s own secret', async () => {
    const { accessToken, user } = await signUp(app);
    const [path, body] = [
      '/v1/me/password',
      { currentPassword: password, password: 'nine amber kites in the rain' },
    ];
    expect((await post(accessToken, newKey(), body, path)).status).toBe(204);
    const plain = createHash('sha256').update(JSON.stringify(['POST', path, user.id, body]));
    const found = await app.database.query('select from idempotency_keys where request_hash = $1', [
      plain.digest(),
    ]);
    expect(found).toEqual([]);
  });

  it('whose process died is free again after its lease, and a late answer does not count', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    await post(accessToken, key, { name: 'Uptown' });
    const last = `(select max(created_at) from idempotency_keys)`;
    const abandon = (expires: string) =>
      app.database.query(
        `update idempotency_keys set status = null, headers = null, body = null, expires_at = ${expires} where created_at = ${last}`,
      );
    await abandon(`now() + interval '60 seconds'`);
    expect((await post(accessToken, key, { name: 'Uptown' })).json.code).toBe('idempotency_in_flight');
    await abandon('now()');
    const retried = await post(accessToken, key, { name: 'Uptown' });
    expect([retried.status, retried.headers.get('idempotency-replayed')]).toEqual([201, null]);
  });

  it.each([
    ['of 256 characters', 'k'.repeat(256)],
    ['without any', ''],
  ])('is refused with a key %s', async (_, key) => {
    const { accessToken } = await signUp(app);
    const answer = await post(accessToken, key, { name: 'Uptown' });
    expect([answer.status, answer.json.code]).toEqual([400, 'validation_failed']);
    expect((await post(accessToken, 'k'.repeat(255), { name: 'Uptown' })).status).toBe(201);
  });

  it('changes nothing where nothing is made: a preview takes no key', async () => {
    const { accessToken } = await signUp(app);
    const key = newKey();
    const preview = (content: string) => {
      const form = new FormData();
      form.append('file', new File([content], 'stops.csv'));
      return call(app, 'POST', '/v1/stop-imports/preview', {
        token: accessToken,
        headers: { 'idempotency-key': key },
        body: form,
      });
    };
    const first = await preview('Id,Address Line 1\n1,1 Elm Street\n');
    const other = await preview('Id,Address Line 1\n1,2 Oak Street\n2,3 Fir Street\n');
    expect([first.status, other.status]).toEqual([200, 200]);
    expect([first.json.rowsRead, other.json.rowsRead]).toEqual([1, 2]);
    expect(other.headers.get('idempotency-replayed')).toBeNull();
  });
});
