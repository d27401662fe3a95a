import { RateLimits } from '../../src/auth/access/rate-limits.js';
import { call } from '../support/http.js';
import { eventually } from '../support/eventually.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const limit = 40;
const ceiling = 100;
const read = async (app: TestApp, token: string) => {
  const { status, headers, json } = await call(app, 'GET', '/v1/me', { token });
  return { status, headers, code: json.code };
};
const burst = async (app: TestApp, token: string, requests: number) => {
  const answers = await Promise.all(Array.from({ length: requests }, () => read(app, token)));
  return answers.filter(({ status }) => status === 200).length;
};

describe('rate limits in one process', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({
      env: {
        RATE_LIMIT_PER_MINUTE: String(limit),
        TEAM_RATE_LIMIT_PER_MINUTE: String(ceiling),
        TRUST_PROXY: 'true',
      },
    });
  });
  afterAll(() => app.close());

  it('count callers without credentials by their network, of IPv6 as a whole', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= limit; n += 1) {
      const headers = { 'x-forwarded-for': `2001:db8:1:2::${n.toString(16)}` };
      statuses.push((await call(app, 'GET', '/v1/me', { headers })).status);
    }
    expect(statuses).toEqual([...new Array<number>(limit).fill(401), 429]);
  });

  it('are told with every answer, and with 429 when to come back', async () => {
    const { accessToken } = await signUp(app);
    const { headers } = await read(app, accessToken);
    expect(headers.get('ratelimit-policy')).toBe(`"default";q=${limit};w=60`);
    expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${limit - 1};t=\\d+$`));
    expect(await burst(app, accessToken, limit + 10)).toBe(limit - 1);
    const refused = await read(app, accessToken);
    expect([refused.status, refused.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/);
  });

  it('are back when they say, never later', async () => {
    const { accessToken } = await signUp(app);
    const since = performance.now();
    await read(app, accessToken);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { headers } = await read(app, accessToken);
    const told = Number(/t=(\d+)$/.exec(headers.get('ratelimit')!)?.[1]);
    expect(told).toBeLessThanOrEqual(60);
    expect(told).toBeGreaterThanOrEqual(60 - (performance.now() - since) / 1000);
  });

  it('of one tenant touch no other: neither a neighbour, a client, nor a key', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    const neighbour = await signUp(app);
    const { key } = await app.as(owner.accessToken).apiKeys.create({ name: 'Sync', scopes: ['depots:read'] });
    await burst(app, owner.accessToken, limit + 5);
    expect((await read(app, owner.accessToken)).status).toBe(429);
    expect((await read(app, client.token)).status).toBe(200);
    expect((await read(app, neighbour.accessToken)).status).toBe(200);
    expect((await call(app, 'GET', '/v1/depots', { token: key })).status).toBe(200);
  });

  it('of one person leave their colleagues theirs, up to the ceiling of the team', async () => {
    const owner = await signUp(app);
    const organizationId = owner.membership.organization.id;
    const colleagues: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const email = await addMember(app, { organizationId, role: 'viewer' });
      colleagues.push((await app.as().auth.login({ email, password })).accessToken);
    }
    expect(await burst(app, owner.accessToken, limit + 10)).toBe(limit);
    expect((await read(app, owner.accessToken)).headers.get('ratelimit-policy')).toBe(
      `"default";q=${limit};w=60`,
    );
    expect(await burst(app, colleagues[0]!, limit)).toBe(limit);
    expect(await burst(app, colleagues[1]!, limit)).toBe(ceiling - 2 * limit);
    const refused = await read(app, colleagues[2]!);
    expect([refused.status, refused.code]).toEqual([429, 'rate_limited']);
    expect(refused.headers.get('ratelimit-policy')).toBe(`"team";q=${ceiling};w=60`);
    expect(refused.headers.get('ratelimit')).toMatch(/^"team";r=0;t=\d+$/);
  });

  it('tell a person’s own where the team’s leaves as much', async () => {
    const limits = app.nest.get(RateLimits);
    const ask = (caller: string) => limits.consume({ caller, team: 'a team' });
    for (const colleague of ['one', 'two'])
      for (let n = 0; n < (ceiling - limit) / 2; n += 1) await ask(colleague);
    expect(await ask('three')).toMatchObject({ policy: 'default', remaining: limit - 1 });
    await ask('one');
    expect(await ask('three')).toMatchObject({ policy: 'team', remaining: limit - 3 });
  });

  it('hold callers without credentials by their address, but never probes', async () => {
    const guests = await Promise.all(
      Array.from({ length: limit + 5 }, () => call(app, 'GET', '/v1/depots', { token: 'made.up.token' })),
    );
    expect(guests.map(({ status }) => status)).toContain(429);
    expect((await call(app, 'GET', '/health/live')).status).toBe(200);
  });

  it('hold callers of public routes, too', async () => {
    const lookUp = () => call(app, 'POST', '/v1/invitations/lookup', { body: { token: 'no-such-token' } });
    const answers = await Promise.all(Array.from({ length: limit + 5 }, lookUp));
    expect(answers.map(({ status }) => status)).toContain(429);
  });
});

describe('rate limits of two processes with Redis', () => {
  let redis: TestRedis;
  let apps: TestApp[];
  let database: TestApp['database'];
  beforeAll(async () => {
    redis = await startTestRedis();
    const env = { RATE_LIMIT_PER_MINUTE: String(limit), REDIS_URL: redis.url, RUN_JOBS: 'inline' };
    const first = await startTestApp({ env });
    database = first.database;
    apps = [first, await startTestApp({ env, database })];
  });
  afterAll(async () => {
    for (const app of apps.toReversed()) await app.close();
    await redis.kill();
  });

  it('are counted together', async () => {
    const [one, two] = apps as [TestApp, TestApp];
    const { accessToken } = await signUp(one);
    const passed = await Promise.all([burst(one, accessToken, limit), burst(two, accessToken, limit)]);
    expect(passed[0] + passed[1]).toBe(limit);
    expect((await read(one, accessToken)).status).toBe(429);
    expect((await read(two, accessToken)).status).toBe(429);
  });

  it.each([
    ['hangs', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
    ['is dead', () => redis.kill(), () => redis.start()],
  ])('go on in each process alone while Redis %s, and together afterwards', async (_, fail, mend) => {
    const [one, two] = apps as [TestApp, TestApp];
    const { accessToken } = await signUp(one);
    await fail();
    expect(await burst(one, accessToken, limit)).toBe(limit);
    expect((await read(one, accessToken)).status).toBe(429);
    expect((await read(two, accessToken)).status).toBe(200);
    await mend();
    await eventually(async () => {
      const { accessToken: fresh } = await signUp(two).catch(() => ({ accessToken: '' }));
      await burst(one, fresh, limit);
      return (await read(two, fresh)).status === 429 ? true : undefined;
    });
  });
});
