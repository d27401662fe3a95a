import { IdempotencyStore, type Claim } from '../../src/idempotency/idempotency-store.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const request = 'POST /v1/depots';
const answer = (text: string) => ({ status: 201, headers: { etag: '"1"' }, body: Buffer.from(text) });

describe('the claim of an idempotency key', () => {
  let app: TestApp;
  let store: IdempotencyStore;
  let keys = 0;
  beforeAll(async () => {
    app = await startTestApp();
    store = app.nest.get(IdempotencyStore);
  });
  afterAll(() => app.close());

  const claim = (key: string, tenant = 'organization:1') => store.claim(tenant, key, request);
  const newKey = () => `claim-${(keys += 1)}`;
  const held = async (key: string, tenant?: string): Promise<Claim> => {
    const claimed = await claim(key, tenant);
    if (claimed.state !== 'claimed') throw new Error(`The key is ${claimed.state}`);
    return claimed.claim;
  };
  const expire = ({ id }: Claim) =>
    app.database.query('update idempotency_keys set expires_at = now() where claim = $1', [id]);
  const secondsLeft = async ({ key, tenant }: Claim) =>
    (
      await app.database.query<{ left: number }>(
        'select extract(epoch from expires_at - now())::float8 as left from idempotency_keys where key = $1 and tenant = $2',
        [key, tenant],
      )
    )[0]?.left;
  /** A claim that was lost, and the one that took its place. */
  const lostAndNext = async () => {
    const key = newKey();
    const lost = await held(key);
    await expire(lost);
    return { key, lost, next: await held(key) };
  };

  it('is one request’s, until its lease ends', async () => {
    const key = newKey();
    const first = await held(key);
    expect(await claim(key)).toEqual({ state: 'in_flight' });
    await expire(first);
    expect((await held(key)).id).not.toBe(first.id);
  });

  it('is renewed while the request works', async () => {
    const mine = await held(newKey());
    await app.database.query(
      `update idempotency_keys set expires_at = now() + interval '1 second' where claim = $1`,
      [mine.id],
    );
    await store.renew(mine);
    expect(await secondsLeft(mine)).toBeGreaterThan(5);
  });

  it('that was lost keeps no answer: the late one does not count', async () => {
    const { key, lost, next } = await lostAndNext();
    await store.keep(lost, answer('late'));
    expect(await claim(key)).toEqual({ state: 'in_flight' });
    await store.keep(next, answer('right'));
    await store.keep(lost, answer('later still'));
    expect(await claim(key)).toMatchObject({ state: 'answered', ...answer('right') });
  });

  it('that was lost frees no key and renews none', async () => {
    const { key, lost, next } = await lostAndNext();
    await store.release(lost);
    expect(await claim(key)).toEqual({ state: 'in_flight' });
    await app.database.query(
      `update idempotency_keys set expires_at = now() + interval '1 second' where claim = $1`,
      [next.id],
    );
    await store.renew(lost);
    expect(await secondsLeft(next)).toBeLessThan(2);
    await store.release(next);
    expect(await secondsLeft(next)).toBeUndefined();
  });

  it('whose answer is kept is neither renewed nor freed any more, and lasts a day', async () => {
    const key = newKey();
    const mine = await held(key);
    await store.keep(mine, answer('done'));
    await store.renew(mine);
    await store.release(mine);
    await store.keep(mine, answer('again'));
    expect(await claim(key)).toMatchObject({ state: 'answered', ...answer('done') });
    expect(await secondsLeft(mine)).toBeGreaterThan(23 * 3600);
    expect(await secondsLeft(mine)).toBeLessThanOrEqual(24 * 3600);
    await expire(mine);
    expect((await claim(key)).state).toBe('claimed');
  });

  it('touches no other key, and no other tenant’s', async () => {
    const key = newKey();
    const [mine, other, theirs] = [await held(key), await held(newKey()), await held(key, 'organization:2')];
    await store.keep(mine, answer('mine'));
    expect(await claim(key, 'organization:2')).toEqual({ state: 'in_flight' });
    await store.release(theirs);
    expect(await secondsLeft(other)).toBeGreaterThan(0);
    expect(await claim(key)).toMatchObject({ state: 'answered', ...answer('mine') });
  });

  it('answers nothing to another request', async () => {
    const key = newKey();
    const mine = await held(key);
    const other = 'POST /v1/routes';
    expect(await store.claim('organization:1', key, other)).toEqual({ state: 'mismatch' });
    await store.keep(mine, { status: 204, headers: {}, body: Buffer.alloc(0) });
    expect(await store.claim('organization:1', key, other)).toEqual({ state: 'mismatch' });
    expect(await claim(key)).toMatchObject({ state: 'answered', status: 204, body: Buffer.alloc(0) });
  });
});
