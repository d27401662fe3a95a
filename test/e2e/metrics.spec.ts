import { randomUUID } from 'node:crypto';
import { loadConfig, type Config } from '../../src/config.js';
import { jobNames, queueOf } from '../../src/jobs/job-map.js';
import { MetricsPage } from '../../src/metrics/serving/metrics-page.js';
import { MetricsServer } from '../../src/metrics/serving/metrics-server.js';
import { OperationNames } from '../../src/metrics/serving/operation-names.js';
import { openAdmin } from '../support/admin.js';
import { openapi } from '../support/contract.js';
import { EventStreamReader, eventsSettled } from '../support/event-reader.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { importFile } from '../support/imports.js';
import { samplesIn } from '../support/metrics.js';
import { addOrder } from '../support/orders.js';
import { openOutage } from '../support/outage.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase } from '../support/test-database.js';

const token = 'metrics-token-metrics-token';
const [company, goods] = ['Canary Couriers', 'canaries in cages'];

describe('the metrics', () => {
  let app: TestApp;
  let client: TestClient;

  beforeAll(async () => {
    app = await startTestApp({ env: { METRICS_TOKEN: token } });
    client = await addClient(app, await signUp(app, company));
  });
  afterAll(() => app.close());

  const page = async () => (await call(app, 'GET', '/metrics', { token })).text;
  const sample = async (name: string) => samplesIn(await page()).get(name);

  it('count requests by operation and class of status, and time them', async () => {
    const { id } = await addOrder(app, client, { notes: goods });
    await call(app, 'GET', `/v1/orders/${id}`, { token: client.token });
    const headers = { authorization: `Bearer ${client.token}` };
    await fetch(`${app.url}/v1/orders/${id}`, { method: 'HEAD', headers });
    await call(app, 'GET', '/v1/orders/what', { token: client.token });
    await call(app, 'GET', `/v1/orders/${id}`);
    await call(app, 'POST', '/v1/orders', { token: client.token, body: '{' });
    await call(app, 'GET', `/nowhere/${company}`);
    const samples = samplesIn(await page());
    const counted = (operation: string, status: string) =>
      samples.get(`waybill_http_requests_total{operation="${operation}",status="${status}"}`);
    expect(counted('createOrder', '2xx')).toBe(1);
    expect(counted('createOrder', '4xx')).toBe(1);
    expect(counted('getOrder', '2xx')).toBe(2);
    expect(counted('getOrder', '4xx')).toBe(2);
    expect(counted('none', '4xx')).toBe(1);
    expect(samples.get('waybill_http_request_duration_seconds_count{operation="getOrder"}')).toBe(4);
  });

  it('know the operation of every route in the document', () => {
    const names = app.nest.get(OperationNames);
    const wrong = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).filter(([method, { operationId }]) => {
        const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
        return names.of(method.toUpperCase(), route) !== operationId;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('count rows of imports, and the runs of their jobs', async () => {
    const lines = [
      'Recipient,Address,City,Zip',
      `Ada,1 Main St,Boston,02101`,
      `Bob,2 Main St,Boston,02101`,
      ',,,',
    ];
    await importFile(app.as(client.token), [...lines, 'Cy,,,']);
    const samples = samplesIn(await page());
    expect(samples.get('waybill_import_rows_total{outcome="imported"}')).toBe(2);
    expect(samples.get('waybill_import_rows_total{outcome="rejected"}')).toBe(1);
    const labels = 'queue="imports",name="imports.run"';
    await eventually(
      async () => (await sample(`waybill_job_runs_total{${labels},outcome="done"}`)) || undefined,
    );
    expect(await sample(`waybill_job_duration_seconds_count{${labels}}`)).toBe(1);
  });

  it('begin with all that alerts watch, so that the first one is an increase', async () => {
    const samples = samplesIn(await page());
    const watched = [
      ...jobNames.flatMap((name) => {
        const labels = `queue="${queueOf(name)}",name="${name}"`;
        const runs = ['done', 'failed', 'stopped'].map((outcome) => `${labels},outcome="${outcome}"`);
        return [`waybill_jobs_dead_total{${labels}}`, ...runs.map((run) => `waybill_job_runs_total{${run}}`)];
      }),
      ...['succeeded', 'failed', 'refused'].map((as) => `waybill_webhook_attempts_total{outcome="${as}"}`),
    ];
    expect(watched.filter((name) => !samples.has(name))).toEqual([]);
  });

  it('show the jobs that wait, those given up, and the newest event', async () => {
    await app.database.query(
      `insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at)
       select gen_random_uuid(), 'nobody.knows', 'elsewhere', '{}', state, 0, now() - interval '40 seconds', '', now()
         from unnest(array['waiting', 'waiting', 'handed', 'running', 'dead', 'done']) state`,
    );
    const of = 'queue="elsewhere",name="nobody.knows"';
    await eventually(async () => (await sample(`waybill_jobs{${of},state="waiting"}`)) || undefined);
    const samples = samplesIn(await page());
    expect(samples.get(`waybill_jobs{${of},state="waiting"}`)).toBe(2);
    expect(samples.get(`waybill_jobs{${of},state="handed"}`)).toBe(1);
    expect(samples.get(`waybill_jobs{${of},state="dead"}`)).toBe(1);
    expect(samples.has(`waybill_jobs{${of},state="done"}`)).toBe(false);
    expect(samples.get(`waybill_jobs_oldest_waiting_seconds{${of}}`)).toBeGreaterThanOrEqual(40);
    expect(samples.get('waybill_database_up')).toBe(1);
    expect(samples.get('waybill_events_newest_timestamp_seconds')! * 1_000).toBeGreaterThan(
      Date.now() - 60_000,
    );
    expect(samples.get('waybill_pool_size{pool="system"}')).toBeGreaterThan(0);
    expect(samples.has('waybill_pool_connections{pool="writes",state="busy"}')).toBe(true);
    expect(samples.has('process_resident_memory_bytes')).toBe(true);
  });

  it('do not count as late what waits for work of its own tenant or team, as many as these may have at once', async () => {
    const [tenant, team] = [randomUUID(), randomUUID()];
    const add = (queue: string, state: string, of: { tenant: string; team?: string }, count = 1) =>
      app.database.query(
        `insert into jobs (id, name, queue, payload, state, tenant, team, run_at, request_id, created_at)
         select gen_random_uuid(), $1 || '.held', $1, '{}', $2, $3, $4, now() - interval '1 hour', '', now()
           from generate_series(1, $5)`,
        [queue, state, of.tenant, of.team ?? null, count],
      );
    await add('imports', 'running', { tenant });
    await add('imports', 'waiting', { tenant });
    for (const endpoint of [1, 2, 3, 4].map(() => randomUUID()))
      await add('webhooks', 'running', { tenant: endpoint, team }, 4);
    await add('webhooks', 'waiting', { tenant: randomUUID(), team });
    const late = (queue: string) =>
      sample(`waybill_jobs_oldest_waiting_seconds{queue="${queue}",name="${queue}.held"}`);
    expect(await eventually(async () => ((await late('webhooks')) === undefined ? undefined : 'known'))).toBe(
      'known',
    );
    expect([await late('imports'), await late('webhooks')]).toEqual([0, 0]);
    await app.database.query(`delete from jobs where name like '%.held'`);
  });

  async function growsBehindAnOlderTransaction(lag: () => Promise<number | undefined>): Promise<void> {
    const older = await openAdmin(app.database.url);
    await older.query('begin; select pg_current_xact_id()');
    await addOrder(app, client);
    const behind = await eventually(async () => (await lag()) || undefined);
    await eventually(async () => (await lag())! > behind || undefined);
    await older.query('rollback');
    await older.end();
  }

  it('show open streams, how late their events come, and what holds events back', async () => {
    const stream = await EventStreamReader.open(app, { token: client.token });
    await stream.begun();
    await addOrder(app, client);
    await stream.count(1);
    expect(await sample('waybill_event_streams')).toBe(1);
    expect(await sample('waybill_event_delay_seconds_count')).toBeGreaterThanOrEqual(1);
    const lag = () => sample('waybill_event_lag_seconds{reader="streams"}');
    await eventsSettled(app);
    await eventually(async () => (await lag()) === 0 || undefined);

    await growsBehindAnOlderTransaction(lag);
    await stream.count(2);
    await eventually(async () => (await lag()) === 0 || undefined);
    stream.close();
    await eventually(async () => (await sample('waybill_event_streams')) === 0 || undefined);
  });

  it('show how late events are for webhooks', async () => {
    await app
      .as(client.token)
      .webhookEndpoints.create({ url: 'https://example.org/', events: ['order.created'] });
    const lag = () => sample('waybill_event_lag_seconds{reader="webhooks"}');
    await eventually(async () => (await lag()) === 0 || undefined);
    await growsBehindAnOlderTransaction(lag);
    await eventually(async () => (await lag()) === 0 || undefined);
    await app.database.query('delete from webhook_endpoints');
  });

  it('tell nothing of anybody', async () => {
    const text = await page();
    const [organization] = await app.database.query<{ id: string }>('select id from organizations');
    const secrets = [
      company,
      goods,
      organization?.id,
      client.id,
      client.clientCode,
      client.email,
      client.token,
      token,
      'Ada',
    ];
    expect(secrets.filter((secret) => text.includes(secret!))).toEqual([]);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('are for those with the token', async () => {
    const answers = [
      await call(app, 'GET', '/metrics'),
      await call(app, 'GET', '/metrics', { token: 'another-token-another-token' }),
      await call(app, 'GET', '/metrics', { token: client.token }),
    ];
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [401, 'authentication_required'],
      [401, 'token_invalid'],
      [401, 'token_invalid'],
    ]);
    expect(answers[0]!.json.detail).toContain('METRICS_TOKEN');
    expect(answers[0]!.headers.get('www-authenticate')).toBe('Bearer realm="waybill"');
  });
});

describe('the metrics, without a token', () => {
  const started: TestApp[] = [];
  afterEach(() => Promise.all(started.splice(0).map((app) => app.close())));

  async function start(env: Record<string, string>): Promise<TestApp> {
    const app = await startTestApp({ env });
    started.push(app);
    return app;
  }

  it('are there in development alone, and for this machine alone', async () => {
    const [other, development] = [await start({}), await start({ NODE_ENV: 'development' })];
    expect((await call(other, 'GET', '/metrics')).status).toBe(404);
    expect((await call(development, 'GET', '/metrics')).status).toBe(200);
    const forwarded = await call(development, 'GET', '/metrics', {
      headers: { 'x-forwarded-for': '192.0.2.7' },
    });
    expect([forwarded.status, forwarded.json.code]).toEqual([404, 'not_found']);
  });

  it('need a port that is not the server’s', () => {
    const env = { JWT_SECRET: 'x'.repeat(32), PORT: '9464', METRICS_PORT: '9464' };
    expect(() => loadConfig(env)).toThrow('METRICS_PORT: needs a port of its own');
  });

  it('have a port of their own instead, where one is set', async () => {
    const app = await start({ METRICS_PORT: '0', NODE_ENV: 'development' });
    const { port } = app.nest.get(MetricsServer);
    const own = { url: `http://127.0.0.1:${port}` };
    expect((await call(own, 'GET', '/metrics?a=b')).text).toContain('waybill_http_requests_total');
    expect((await call(app, 'GET', '/metrics')).status).toBe(404);
    const others = [
      call(own, 'POST', '/metrics'),
      call(own, 'GET', '/v1/me'),
      call(own, 'GET', '/metrics/x'),
    ];
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([404, 404, 404]);
    const settings = { METRICS_PORT: port, METRICS_HOST: '127.0.0.1' } as Config;
    const second = new MetricsServer(app.nest.get(MetricsPage), settings);
    await expect(second.onApplicationBootstrap()).rejects.toThrow(
      `METRICS_PORT: ${port} on 127.0.0.1 is in use already`,
    );
  });

  it('ask for the token on that port, too', async () => {
    const app = await start({ METRICS_PORT: '0', METRICS_TOKEN: token });
    const own = { url: `http://127.0.0.1:${app.nest.get(MetricsServer).port}` };
    expect((await call(own, 'GET', '/metrics')).status).toBe(401);
    expect((await call(own, 'GET', '/metrics', { token })).status).toBe(200);
  });

  it('are answered while the database is away, and say so', async () => {
    const database = await createTestDatabase();
    const outage = await openOutage(database.url);
    const app = await startTestApp({
      env: { METRICS_TOKEN: token },
      database: { ...database, url: outage.url },
    });
    try {
      outage.freeze();
      const samples = samplesIn((await call(app, 'GET', '/metrics', { token })).text);
      expect(samples.get('waybill_database_up')).toBe(0);
      expect(samples.has('process_resident_memory_bytes')).toBe(true);
      outage.thaw();
      const up = async () =>
        samplesIn((await call(app, 'GET', '/metrics', { token })).text).get('waybill_database_up');
      await eventually(async () => (await up()) || undefined);
    } finally {
      outage.thaw();
      await app.close();
      outage.close();
      await database.drop();
    }
  });
});
