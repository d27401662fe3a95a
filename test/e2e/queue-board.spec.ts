import { JwtService } from '@nestjs/jwt';
import { loadConfig } from '../../src/config.js';
import { openapi } from '../support/contract.js';
import { eventually } from '../support/eventually.js';
import { call, type RawAnswer } from '../support/http.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const board = '/admin/queues';
const operator = 'operator@example.org';
const publicUrl = 'https://waybill.example.org';

describe('the queue board', () => {
  it('is not there unless it is asked for', async () => {
    const app = await startTestApp();
    for (const path of ['', '/', '/sign-in', '/api/queues'])
      expect((await call(app, 'GET', board + path)).status).toBe(404);
    await app.close();
  });

  it.each([
    [{ QUEUE_BOARD: 'true', QUEUE_BOARD_OWNERS: operator }, /QUEUE_BOARD: needs REDIS_URL/],
    [
      { QUEUE_BOARD: 'true', REDIS_URL: 'redis://localhost', QUEUE_BOARD_OWNERS: ' , ' },
      /QUEUE_BOARD_OWNERS/,
    ],
  ])('wants its settings together: %j', (env, message) => {
    expect(() => loadConfig({ JWT_SECRET: 'x'.repeat(32), ...env })).toThrow(message);
  });
});

describe('the queue board, where it is asked for', () => {
  let redis: TestRedis;
  let app: TestApp;
  beforeAll(async () => {
    redis = await startTestRedis();
    app = await startTestApp({
      env: {
        REDIS_URL: redis.url,
        QUEUE_BOARD: 'true',
        QUEUE_BOARD_OWNERS: `Operator@example.org, other@example.org`,
        PUBLIC_URL: publicUrl,
      },
    });
    await app.as().auth.signup({ organizationName: 'House', name: 'Ada Park', email: operator, password });
  });
  afterAll(async () => {
    await app.close();
    await redis.kill();
  });

  const signIn = (email: string, secret = password, origin = publicUrl) =>
    call(app, 'POST', `${board}/sign-in`, { headers: { origin }, body: { email, password: secret } });
  const cookieOf = ({ headers }: RawAnswer) => headers.get('set-cookie')!.split(';')[0]!;
  const see = (cookie: string) => call(app, 'GET', `${board}/api/queues`, { headers: { cookie } });
  async function pageStatus(cookie = ''): Promise<[number, string | null]> {
    const answer = await fetch(app.url + board, { headers: { cookie }, redirect: 'manual' });
    return [answer.status, answer.headers.get('location')];
  }

  it('sends whoever is not signed in to its sign-in page', async () => {
    expect(await pageStatus()).toEqual([302, `${board}/sign-in`]);
    expect((await see('')).json.code).toBe('authentication_required');
    const page = await call(app, 'GET', `${board}/sign-in`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await call(app, 'GET', `${board}/sign-out`)).status).toBe(200);
  });

  it('shows all queues to whoever runs the installation, and changes nothing', async () => {
    const answer = await signIn(' OPERATOR@example.org');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^waybill_queues=[\w.-]+; Path=\/admin\/queues; Max-Age=3600; HttpOnly; SameSite=Strict; Secure$/,
    );
    const cookie = cookieOf(answer);
    const page = await call(app, 'GET', board, { headers: { cookie: `a=b; ${cookie}` } });
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-inline');
    // All of its links and scripts are relative to it.
    expect(page.text).toContain(`<base href="${board}/"`);
    expect(policy).toContain("base-uri 'self';");
    const { queues } = (await see(cookie)).json as { queues: { name: string; readOnlyMode: boolean }[] };
    expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['imports', 'mail', 'webhooks']));
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    for (const site of ['same-origin', 'cross-site']) {
      const headers = { cookie, 'sec-fetch-site': site };
      for (const [method, path] of [
        ['PUT', 'mail/pause'],
        ['PUT', 'pause'],
        ['PUT', 'resume'],
      ] as const) {
        const { status } = await call(app, method, `${board}/api/queues/${path}`, { headers });
        expect([path, site, status]).toEqual([path, site, 403]);
      }
    }
  });

  it('answers alike to a wrong password, an unknown e-mail and owners who do not run the installation', async () => {
    const { user } = await signUp(app);
    const answers = [
      await signIn(operator, 'wrong'),
      await signIn('other@example.org'),
      await signIn(user.email),
      await signIn('no e-mail'),
    ];
    const told = answers.map(({ status, headers, json }) => [
      status,
      headers.get('set-cookie'),
      { ...json, requestId: '' },
    ]);
    expect(told).toEqual(Array(answers.length).fill(told[0]));
    expect(told[0]).toMatchObject([401, null, { status: 401, code: 'credentials_invalid' }]);
    const open = await app.database.query('select 1 from sessions where user_id = $1 and ended_at is null', [
      user.id,
    ]);
    expect(open).toHaveLength(1);
  });

  it('does not take whoever claims the e-mail of one who does', async () => {
    const claim = {
      organizationName: 'Thieves',
      name: 'Eve',
      email: operator,
      password: 'quite another password',
    };
    await app.as().auth.signup(claim);
    expect((await signIn(operator, claim.password)).status).toBe(401);
  });

  function guess(spellings: readonly string[], count: number): Promise<RawAnswer[]> {
    const guesses = Array.from({ length: count }, (_, n) =>
      signIn(spellings[n % spellings.length]!, `guess ${n}`),
    );
    return Promise.all(guesses);
  }
  const statusesOf = (answers: RawAnswer[]) => answers.map(({ status }) => status).sort();

  it('slows down guessing, however the e-mail is written, and at once', async () => {
    const answers = await guess(['guessed@example.org', ' Guessed@Example.org '], 14);
    expect(statusesOf(answers)).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
  });

  it('says how long to wait', async () => {
    const answers = await guess(['waiting@example.org'], 11);
    const [refused, ...more] = answers.filter(({ status }) => status !== 401);
    expect([refused?.status, refused?.json.code, more]).toEqual([429, 'rate_limited', []]);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('lets whoever has signed in from there before miss more often', async () => {
    const { user } = await signUp(app);
    await app.as().auth.login({ email: user.email, password });
    expect(statusesOf(await guess([user.email], 34))).toEqual([
      ...Array<number>(30).fill(401),
      ...Array<number>(4).fill(429),
    ]);
  });

  it('refuses to sign in or out from elsewhere', async () => {
    expect((await signIn(operator, password, 'https://evil.example')).json.code).toBe('permission_denied');
    const cookie = cookieOf(await signIn(operator));
    const headers = { cookie, 'sec-fetch-site': 'same-site', origin: publicUrl };
    expect((await call(app, 'POST', `${board}/sign-out`, { headers, body: {} })).status).toBe(403);
    expect((await see(cookie)).status).toBe(200);
  });

  it('takes no expired, forged or borrowed token', async () => {
    const jwt = app.nest.get(JwtService);
    const { accessToken } = await app.as().auth.login({ email: operator, password });
    const claims = jwt.decode<{ sub: string; sid: string }>(accessToken);
    const made = { sub: claims.sub, sid: claims.sid };
    const issuer = 'waybill-queue-board';
    const good = await jwt.signAsync(made, { issuer, expiresIn: 60 });
    const tokens = {
      expired: await jwt.signAsync(made, { issuer, expiresIn: -1 }),
      forged: await jwt.signAsync(made, { issuer, expiresIn: 60, secret: 'another secret' }),
      unsigned: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`,
      borrowed: accessToken,
    };
    for (const token of Object.values(tokens))
      expect((await see(`waybill_queues=${token}`)).status).toBe(401);
    expect((await see(`waybill_queues=${good}`)).status).toBe(200);
    expect((await call(app, 'GET', '/v1/me', { token: good })).json.code).toBe('token_invalid');
  });

  it('finds the cookie among others of its name, as those of another path are', async () => {
    const cookie = cookieOf(await signIn(operator));
    const both = [`waybill_queues=; waybill_queues=other; ${cookie}`, `${cookie}; waybill_queues=other`];
    for (const cookies of both) expect((await see(cookies)).status).toBe(200);
    const headers = { cookie: both[0]!, 'sec-fetch-site': 'same-origin' };
    await call(app, 'POST', `${board}/sign-out`, { headers, body: {} });
    expect((await see(cookie)).status).toBe(401);
  });

  it('ends with a sign-out, whoever kept the cookie', async () => {
    const cookie = cookieOf(await signIn(operator));
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await call(app, 'POST', `${board}/sign-out`, { headers, body: {} });
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await see(cookie)).status).toBe(401);
    expect(await pageStatus(cookie)).toEqual([302, `${board}/sign-in`]);
    expect((await call(app, 'POST', `${board}/sign-out`, { headers, body: {} })).status).toBe(204);
  });

  it('ends with the role', async () => {
    const cookie = cookieOf(await signIn(operator));
    const become = (role: string) =>
      app.database.query(
        'update memberships m set role = $1 from users u where u.id = m.user_id and u.email = $2',
        [role, operator],
      );
    await become('admin');
    expect((await see(cookie)).status).toBe(401);
    await become('owner');
    expect((await see(cookie)).status).toBe(200);
  });

  it('ends with the role also where one owns a sandbox, as everybody may', async () => {
    const email = 'other@example.org';
    const { accessToken } = await app
      .as()
      .auth.signup({ organizationName: 'Yard', name: 'Bo', email, password });
    const cookie = cookieOf(await signIn(email));
    await app.as(accessToken).sandbox.create();
    await app.database.query(
      `update memberships m set role = 'admin' from users u, organizations o
        where u.id = m.user_id and o.id = m.organization_id and u.email = $1 and not o.test_mode`,
      [email],
    );
    expect((await see(cookie)).status).toBe(401);
  });

  it('is no part of the API’s document', () => {
    expect(Object.keys(openapi.paths).filter((path) => path.startsWith('/admin'))).toEqual([]);
  });
});

describe('the queue board of a process that runs no jobs', () => {
  let redis: TestRedis;
  let app: TestApp;
  let cookie: string;
  beforeEach(async () => {
    redis = await startTestRedis();
    app = await startTestApp({
      env: {
        REDIS_URL: redis.url,
        RUN_JOBS: 'worker',
        QUEUE_BOARD: 'true',
        QUEUE_BOARD_OWNERS: operator,
        PUBLIC_URL: publicUrl,
      },
    });
    const account = { email: operator, password };
    await app.as().auth.signup({ organizationName: 'House', name: 'Ada Park', ...account });
    const headers = { origin: publicUrl };
    const signedIn = await call(app, 'POST', `${board}/sign-in`, { headers, body: account });
    cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  });
  afterEach(async () => {
    await redis.kill();
    await app.close();
  });

  const look = () => call(app, 'GET', `${board}/api/queues`, { headers: { cookie } });
  const expectUnavailable = ({ status, headers, json }: RawAnswer) =>
    expect([status, headers.get('retry-after'), json.code]).toEqual([503, '2', 'unavailable']);

  it('shows them at its first look', async () => {
    expect((await look()).status).toBe(200);
  });

  it('says so when Redis is away, and shows them when it is back', async () => {
    await redis.kill();
    expectUnavailable(await look());
    await redis.start();
    await eventually(async () => (await look()).status === 200 || undefined);
    redis.freeze();
    expectUnavailable(await look());
    expect((await call(app, 'GET', board, { headers: { cookie } })).status).toBe(200);
  });

  it('says so when Redis is deaf at its first look', async () => {
    redis.freeze();
    expectUnavailable(await look());
  });
});
