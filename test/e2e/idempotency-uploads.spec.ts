import { readdir } from 'node:fs/promises';
import { call, type RawAnswer } from '../support/http.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const path = '/v1/order-imports';

describe('an upload with an Idempotency-Key', () => {
  let app: TestApp;
  let client: TestClient;
  let keys = 0;
  beforeAll(async () => {
    app = await startTestApp({ env: { RUN_JOBS: 'worker' } });
    client = await addClient(app, await signUp(app));
  });
  afterAll(() => app.close());

  const newKey = () => `upload-${(keys += 1)}`;
  const upload = (key: string, street: string, fields: Record<string, string> = {}): Promise<RawAnswer> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new File([`Address Line 1\n${street}\n`], 'orders.csv'));
    return call(app, 'POST', path, {
      token: client.token,
      headers: { 'idempotency-key': key },
      body: form,
    });
  };
  const importCount = async () =>
    (await app.database.query('select id from order_imports where client_id = $1', [client.id])).length;

  it('is the same when its content is, whatever separates the parts', async () => {
    const [key, before] = [newKey(), await importCount()];
    const first = await upload(key, '476 5th Ave', { mode: 'skip_invalid' });
    const again = await upload(key, '476 5th Ave', { mode: 'skip_invalid' });
    expect([first.status, again.status, again.text]).toEqual([202, 202, first.text]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await importCount()).toBe(before + 1);
  });

  it.each([
    ['other bytes of the same number', '477 5th Ave', { mode: 'skip_invalid' }],
    ['another option of the same length', '476 5th Ave', { mode: 'skip-invalid' }],
    ['an option more', '476 5th Ave', { mode: 'skip_invalid', dryRun: 'true' }],
  ])('is another with %s', async (_, street, fields) => {
    const key = newKey();
    await upload(key, '476 5th Ave', { mode: 'skip_invalid' });
    const before = await importCount();
    const other = await upload(key, street, fields);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_mismatch']);
    expect(await importCount()).toBe(before);
  });

  it('keeps its files to those that were imported', async () => {
    const key = newKey();
    await upload(key, '1 Main St');
    await upload(key, '1 Main St');
    await upload(key, '2 Main St');
    expect(await readdir(`${app.dataDir}/files/imports`)).toHaveLength(await importCount());
  });

  it('that was refused before it was read may be sent again', async () => {
    const key = newKey();
    const allow = (allowed: boolean) =>
      app.database.query('update clients set allow_order_upload = $2 where id = $1', [client.id, allowed]);
    await allow(false);
    expect((await upload(key, '3 Main St')).status).toBe(403);
    await allow(true);
    expect((await upload(key, '3 Main St')).status).toBe(202);
  });
});
