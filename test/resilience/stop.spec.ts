import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Waybill } from '../../sdk/src/index.js';
import { eventually } from '../support/eventually.js';
import { startTestRedis } from '../support/redis.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp } from '../support/tenants.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

/** Longer than any stop may take, for a stop that would never end. */
const patience = 60_000;
const limit = 15_000;

describe('SIGTERM', () => {
  let database: TestDatabase;
  let dataDir: string;
  const started: ServerProcess[] = [];
  const opened: Socket[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-stop-'));
  });
  afterEach(async () => {
    for (const socket of opened.splice(0)) socket.destroy();
    await Promise.all(started.splice(0).map((server) => server.stop('SIGKILL')));
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const environment = () => ({
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    ...settingsFor(database),
    DATABASE_POOL_SIZE: '7',
    RATE_LIMIT_PER_MINUTE: '1000000',
  });
  const start = async (env: Record<string, string> = {}) => {
    const server = await ServerProcess.start({ ...environment(), ...env });
    started.push(server);
    return server;
  };
  const appOf = (server: ServerProcess) => ({
    database,
    as: (token?: string) => new Waybill({ baseUrl: server.url, token, maxRetries: 0 }),
  });

  /** Stops it; the status it ended with and how long that took. */
  async function stop(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM') {
    const since = performance.now();
    const status = await Promise.race([server.stop(signal), pause(patience, 'still there', { ref: false })]);
    return { status, inTime: performance.now() - since < limit };
  }

  function open(server: ServerProcess, bytes: string): Promise<Socket> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    opened.push(socket);
    socket.on('error', () => undefined);
    return new Promise((resolve) => socket.write(bytes, () => resolve(socket)));
  }

  it('finishes requests under way and answers 503 to those that come after', async () => {
    const server = await start({ CORS_ORIGINS: 'https://portal.example.org' });
    const app = appOf(server);
    const client = await addClient(app, await signUp(app));
    const slow = slowUpload(server, client.token);
    const load = new Load(`${server.url}/v1/orders?limit=5`, client.token, 24);
    const begun = await open(
      server,
      `GET /v1/me HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\norigin: https://portal.example.org\r\n`,
    );
    await eventually(() => (load.answers.get('200') ?? 0) > 100 || undefined);

    const stopped = stop(server);
    await server.says('SIGTERM: finishing what is under way');
    begun.write('\r\n');
    const [answer] = (await once(begun, 'data')) as [Buffer];
    const [head, body] = answer.toString().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 503 /);
    expect(head!.toLowerCase()).toContain('\r\nconnection: close');
    expect(head).toMatch(/\r\nretry-after: \d+/);
    expect(head).toContain('\r\ncontent-type: application/problem+json');
    // Without these a browser would show its page no answer at all.
    expect(head).toContain('\r\naccess-control-allow-origin: https://portal.example.org');
    expect(head).toMatch(/\r\naccess-control-expose-headers: .*retry-after/);
    expect(JSON.parse(body!)).toMatchObject({ code: 'unavailable', status: 503 });

    slow.finish();
    expect(await slow.status).toBe(202);
    expect(await stopped).toEqual({ status: 0, inTime: true });
    await load.end();
    const statuses = [...load.answers.keys()].filter((what) => /^\d/.test(what));
    expect(statuses.filter((status) => status !== '503')).toEqual(['200']);
  }, 120_000);

  it('waits for no socket that says nothing, or never ends what it says', async () => {
    const server = await start();
    const { host } = new URL(server.url);
    const head = `POST /v1/auth/login HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
    await open(server, '');
    await open(server, head);
    await open(server, `${head}content-length: 100\r\n\r\n{`);
    for (let n = 0; n < 20; n += 1) await open(server, `GET /health/live HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    expect(await stop(server)).toEqual({ status: 0, inTime: true });
  }, 120_000);

  it.each(['dist/main.js', 'dist/worker.js'])(
    'hands an import under way back from %s, and no attempt is counted',
    async (program) => {
      const api = await start({ RUN_JOBS: program === 'dist/main.js' ? 'inline' : 'worker' });
      const runner = program === 'dist/main.js' ? api : new ServerProcess(environment(), '', program);
      started.push(runner);
      const app = appOf(api);
      const client = await addClient(app, await signUp(app));
      const rows = Array.from({ length: 60_000 }, (_, n) => `ID-${n},${n} Main St`);
      const file = new File([['Id,Address Line 1', ...rows, ''].join('\n')], 'orders.csv');
      const { id } = await app.as(client.token).orderImports.create({ file });
      const progress = async () =>
        (
          await database.query<{ rows: number; status: string }>(
            'select rows_processed as rows, status from order_imports where id = $1',
            [id],
          )
        )[0]!;
      await eventually(async () => (await progress()).rows > 0 || undefined);

      expect(await stop(runner)).toEqual({ status: 0, inTime: true });
      const { rows: kept, status } = await progress();
      expect([kept > 0 && kept < rows.length, status]).toEqual([true, 'running']);
      const jobs = `select state, attempts from jobs where name = 'imports.run'`;
      expect(await database.query(jobs)).toEqual([{ state: 'waiting', attempts: 0 }]);

      await start();
      await eventually(async () => (await progress()).status === 'completed' || undefined, 80);
      const orders = 'select count(*)::int as n, count(distinct external_id)::int as ids from orders';
      expect(await database.query(orders)).toEqual([{ n: rows.length, ids: rows.length }]);
      expect(await database.query(jobs)).toEqual([{ state: 'done', attempts: 1 }]);
    },
    120_000,
  );

  it('hands back a job that hangs', async () => {
    const silent = createServer((socket) => opened.push(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const server = await start({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    const owner = await signUp(appOf(server));
    await appOf(server)
      .as(owner.accessToken)
      .clients.create({
        companyName: 'Silent Libraries',
        contactEmail: 'bo@example.org',
        invitation: { channel: 'email' },
      });
    await eventually(() => opened.length > 0 || undefined);
    expect(await stop(server)).toEqual({ status: 0, inTime: true });
    silent.close();
    expect(await database.query(`select state, attempts from jobs where name = 'invitations.mail'`)).toEqual([
      { state: 'waiting', attempts: 0 },
    ]);
  }, 120_000);

  it.each([
    ['main', 'deaf'],
    ['worker', 'deaf'],
    ['worker', 'deaf amid its greeting'],
    ['worker', 'gone'],
    ['worker', 'deaf from the start'],
  ])(
    'does not wait in dist/%s.js for a Redis that is %s',
    async (program, state) => {
      const redis = await startTestRedis();
      try {
        if (state === 'deaf from the start') redis.freeze();
        const env = { ...environment(), REDIS_URL: redis.url };
        const server = program === 'main' ? await start(env) : new ServerProcess(env, '', 'dist/worker.js');
        started.push(server);
        if (program === 'main') expect((await fetch(`${server.url}/v1/me`)).status).toBe(401);
        else await server.says('Waybill runs jobs.');
        if (state === 'deaf amid its greeting') await pause(30);
        if (state.startsWith('deaf')) redis.freeze();
        if (state === 'gone') await redis.kill();
        expect(await stop(server)).toEqual({ status: 0, inTime: true });
        expect(server.stderr).toBe('');
      } finally {
        await redis.kill();
      }
    },
    120_000,
  );
});

/** An upload whose last bytes are sent by `finish`. */
function slowUpload(server: ServerProcess, token: string) {
  const request = httpRequest(`${server.url}/v1/order-imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=xx' },
  });
  const status = new Promise<number>((resolve, reject) => {
    request.on('response', (response) => resolve(response.resume().statusCode!)).on('error', reject);
  });
  request.write(
    '--xx\r\ncontent-disposition: form-data; name="file"; filename="orders.csv"\r\n\r\nId,Address Line 1\r\n1,',
  );
  return { status, finish: () => request.end('7 Main St\r\n--xx--\r\n') };
}

/** Callers that keep their connections and never stop asking. */
class Load {
  readonly answers = new Map<string, number>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly callers: Promise<void>[];
  private ended = false;

  constructor(
    private readonly url: string,
    private readonly token: string,
    count: number,
  ) {
    this.callers = Array.from({ length: count }, () => this.goOn());
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all(this.callers);
    this.agent.destroy();
  }

  private async goOn(): Promise<void> {
    while (!this.ended) {
      const what = await this.ask().catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
      this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
      if (!/^\d/.test(what)) await pause(5);
    }
  }

  private ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.token}` };
      httpRequest(this.url, { agent: this.agent, headers }, (response) => {
        response.resume().on('end', () => resolve(String(response.statusCode)));
        response.on('error', reject);
      })
        .on('error', reject)
        .end();
    });
  }
}
