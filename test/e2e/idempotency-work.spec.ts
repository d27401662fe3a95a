import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { addOrder } from '../support/dispatch.js';
import { call, type RawAnswer } from '../support/http.js';
import { addClient, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const order = { address: { addressLineOne: '476 5th Ave' } };

/** What only the tables' owner may do. */
async function asOwner(app: TestApp, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe('an idempotency key and its work', () => {
  let app: TestApp;
  let dispatcher: string;
  let client: TestClient;
  let keys = 0;
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = owner.accessToken;
    client = await addClient(app, owner);
  });
  afterAll(() => app.close());

  const newKey = () => `work-${(keys += 1)}`;
  const post = (
    path: string,
    body: unknown,
    { token = client.token, key = newKey() } = {},
  ): Promise<RawAnswer> => call(app, 'POST', path, { token, headers: { 'idempotency-key': key }, body });
  const ordersOf = async (notes: string) =>
    (await app.database.query('select id from orders where notes = $1', [notes])).length;

  /** While it runs no answer can be kept: what a crash does between the work's commit and its answer. */
  async function whileAnswersCannotBeKept<T>(work: () => Promise<T>): Promise<T> {
    await asOwner(app, 'alter table idempotency_keys add constraint unkept check (status is null) not valid');
    try {
      return await work();
    } finally {
      await asOwner(app, 'alter table idempotency_keys drop constraint unkept');
    }
  }

  it('commit together: with no kept answer there is no order', async () => {
    const key = newKey();
    const body = { ...order, notes: 'together' };
    const first = await whileAnswersCannotBeKept(() => post('/v1/orders', body, { key }));
    expect([first.status, await ordersOf('together')]).toEqual([500, 0]);
    const retried = await post('/v1/orders', body, { key });
    expect([retried.status, await ordersOf('together')]).toEqual([201, 1]);
    expect((await post('/v1/orders', body, { key })).text).toBe(retried.text);
  });

  it('commit together where the work leaves its tenant’s walls', async () => {
    const id = await addOrder(app, client);
    const stateOf = async () =>
      (await app.database.query<{ status: string }>('select status from orders where id = $1', [id]))[0]
        ?.status;
    const [key, body] = [newKey(), { reason: 'Closed on Mondays' }];
    const give = () => post(`/v1/stops/${id}/return`, body, { key, token: dispatcher });
    expect((await whileAnswersCannotBeKept(give)).status).toBe(500);
    expect(await stateOf()).toBe('submitted');
    expect([(await give()).status, await stateOf()]).toEqual([204, 'draft']);
    expect((await give()).headers.get('idempotency-replayed')).toBe('true');
  });

  it('commit together with a password', async () => {
    const { accessToken: token } = await signUp(app);
    const [key, body] = [newKey(), { currentPassword: password, password: 'six green boats at anchor' }];
    const change = () => post('/v1/me/password', body, { key, token });
    expect((await whileAnswersCannotBeKept(change)).status).toBe(500);
    expect([(await change()).status, (await change()).status]).toEqual([204, 204]);
  });

  it('of a request that lost its claim leave nothing behind', async () => {
    const [key, body] = [newKey(), { ...order, notes: 'late' }];
    const claimOf = async () =>
      (
        await app.database.query<{ claim: string }>('select claim from idempotency_keys where status is null')
      )[0]?.claim;
    const holder = new pg.Client({ connectionString: app.database.url });
    await holder.connect();
    await holder.query('begin; set local role waybill_system');
    await holder.query('select 1 from clients where id = $1 for update', [client.id]);
    const late = post('/v1/orders', body, { key });
    const lost = await eventually(claimOf);
    await app.database.query('update idempotency_keys set expires_at = now() where claim = $1', [lost]);
    const next = post('/v1/orders', body, { key });
    await eventually(async () => ((await claimOf()) !== lost ? true : undefined));
    await holder.end();
    expect([(await late).status, (await late).json.code]).toEqual([409, 'idempotency_in_flight']);
    expect([(await next).status, await ordersOf('late')]).toEqual([201, 1]);
    expect((await post('/v1/orders', body, { key })).text).toBe((await next).text);
  });

  it('keep their claim for as long as the request works', async () => {
    const key = newKey();
    const expiry = async () =>
      (
        await app.database.query<{ at: string }>(
          'select expires_at::text as at from idempotency_keys where status is null',
        )
      )[0]?.at;
    const holder = new pg.Client({ connectionString: app.database.url });
    await holder.connect();
    await holder.query('begin; set local role waybill_system');
    await holder.query('select 1 from clients where id = $1 for update', [client.id]);
    const slow = post('/v1/orders', { ...order, notes: 'slow' }, { key });
    const first = await eventually(expiry);
    await eventually(async () => ((await expiry()) !== first ? true : undefined));
    await holder.end();
    expect([(await slow).status, await ordersOf('slow')]).toEqual([201, 1]);
  });

  it('that was refused leave nothing, and the refusal is answered again', async () => {
    const key = newKey();
    const taken = { ...order, externalId: 'A-1' };
    await post('/v1/orders', taken);
    const first = await post('/v1/orders', taken, { key });
    const again = await post('/v1/orders', taken, { key });
    expect([first.status, first.json.code, again.text]).toEqual([409, 'external_id_taken', first.text]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});
