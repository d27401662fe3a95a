import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { Waybill } from '../../sdk/src/index.js';
import { openAdmin } from '../support/admin.js';
import { freezePostgres, thawPostgres } from '../support/embedded-clusters.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { startTestRedis } from '../support/redis.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const order = { address: { addressLineOne: '476 5th Ave' } };
const ready = async (app: Pick<TestApp, 'url'>) => {
  const { status, json } = await call(app, 'GET', '/health/ready');
  return { http: status, ...(json as { status: string; checks: Record<string, string>; code?: string }) };
};

describe('/health/ready', () => {
  let app: TestApp | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  it('tells of every part', async () => {
    app = await startTestApp();
    expect(await ready(app)).toEqual({
      http: 200,
      status: 'ok',
      checks: { database: 'up', pool: 'up', disk: 'up', jobs: 'up' },
    });
  });

  it('tells that connections are taken, and does not call the database down for it', async () => {
    const started = (app = await startTestApp());
    const client = await addClient(started, await signUp(started));
    const blocker = await openAdmin(started.database.url);
    await blocker.query('begin; lock table orders in access exclusive mode');
    const create = () => call(started, 'POST', '/v1/orders', { token: client.token, body: order });
    const writes = Array.from({ length: 20 }, create);
    const busy = await eventually(async () => {
      const found = await ready(started);
      return found.checks.pool === 'up' ? undefined : found;
    });
    expect(busy).toMatchObject({
      http: 200,
      status: 'degraded',
      checks: { pool: 'degraded', database: 'up' },
    });
    await blocker.query('rollback');
    await blocker.end();
    await Promise.all(writes);
    expect(await ready(started)).toMatchObject({ http: 200, status: 'ok' });
  });

  it('is degraded while Redis is away, and not before or after', async () => {
    const redis = await startTestRedis();
    const started = (app = await startTestApp({ env: { REDIS_URL: redis.url, RUN_JOBS: 'inline' } }));
    const becomes = (state: string) =>
      eventually(async () => {
        const found = await ready(started);
        return found.checks.redis === state ? found : undefined;
      });
    expect(await becomes('up')).toMatchObject({ http: 200, status: 'ok' });
    redis.freeze();
    expect(await becomes('down')).toMatchObject({ http: 200, status: 'degraded' });
    redis.thaw();
    await becomes('up');
    await redis.kill();
    expect(await becomes('down')).toMatchObject({ http: 200, status: 'degraded' });
  });

  it('is degraded when a job has been due for long, unless it waits for its own tenant', async () => {
    const started = (app = await startTestApp({ env: { RUN_JOBS: 'worker' } }));
    const tenant = uuidv7();
    const addJob = (state: string, minutesAgo: number) =>
      started.database.query(
        `insert into jobs (id, name, queue, payload, state, tenant, run_at, request_id, created_at)
         values ($1, 'imports.run', 'imports', '{}', $2, $3, now() - make_interval(mins => $4), '', now())`,
        [uuidv7(), state, tenant, minutesAgo],
      );
    await addJob('waiting', 4);
    expect((await ready(started)).checks.jobs).toBe('up');
    await addJob('waiting', 6);
    expect(await ready(started)).toMatchObject({
      http: 200,
      status: 'degraded',
      checks: { jobs: 'degraded' },
    });
    await addJob('running', 10);
    expect((await ready(started)).checks.jobs).toBe('up');
  });

  it('is degraded when jobs wait behind others of the house, which no limit of a tenant holds back', async () => {
    const started = (app = await startTestApp({ env: { RUN_JOBS: 'worker' } }));
    await started.database.query(
      `insert into jobs (id, name, queue, payload, state, run_at, request_id, created_at)
       select gen_random_uuid(), 'invitations.mail', 'mail', '{}', state, now() - interval '6 minutes', '', now()
         from unnest(array['running', 'waiting']) state`,
    );
    expect((await ready(started)).checks.jobs).toBe('degraded');
  });

  it('is degraded when nobody takes a job whose id is with Bull', async () => {
    const started = (app = await startTestApp({ env: { RUN_JOBS: 'worker' } }));
    await started.database.query(
      `insert into jobs (id, name, queue, payload, state, tenant, run_at, request_id, created_at)
       values ($1, 'imports.run', 'imports', '{}', 'handed', $1, now() - interval '6 minutes', '', now())`,
      [uuidv7()],
    );
    expect((await ready(started)).checks.jobs).toBe('degraded');
  });
});

describe('a frozen PostgreSQL', () => {
  let dataDir: string;
  let server: ServerProcess;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-frozen-'));
    server = await ServerProcess.start({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is told in time, again and again, also when all connections are taken', async () => {
    const email = 'ada@example.org';
    const { accessToken: token } = await new Waybill({ baseUrl: server.url }).auth.signup({
      organizationName: 'Swift Wheels',
      name: 'Ada Park',
      email,
      password,
    });
    expect((await ready(server)).checks).toMatchObject({ embeddedServer: 'up' });
    await freezePostgres(dataDir);
    const reads = Array.from({ length: 40 }, () => call(server, 'GET', '/v1/me', { token }));
    for (let round = 0; round < 3; round += 1) {
      const asked = performance.now();
      expect(await ready(server)).toMatchObject({ http: 503, code: 'unavailable' });
      expect(performance.now() - asked).toBeLessThan(10_000);
    }
    await thawPostgres(dataDir);
    await eventually(async () => (await ready(server)).http === 200 || undefined);
    const answers = new Set((await Promise.all(reads)).map(({ status }) => status));
    expect([...answers].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await call(server, 'GET', '/v1/me', { token })).status).toBe(200);
  }, 120_000);

  it('makes callers wait no longer than they would', async () => {
    const { accessToken } = await new Waybill({ baseUrl: server.url }).auth.signup({
      organizationName: 'Swift Wheels',
      name: 'Bo Park',
      email: 'bo@example.org',
      password,
    });
    await freezePostgres(dataDir);
    try {
      const { status } = await fetch(`${server.url}/v1/me`, {
        headers: { authorization: `Bearer ${accessToken}` },
        signal: AbortSignal.timeout(25_000),
      });
      expect(status).toBe(503);
    } finally {
      await thawPostgres(dataDir);
    }
  }, 120_000);
});
