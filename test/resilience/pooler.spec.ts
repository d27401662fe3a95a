import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { EventStreamReader } from '../support/event-reader.js';
import { eventually } from '../support/eventually.js';
import { csv } from '../support/imports.js';
import { accept, inviteClient, newEmail } from '../support/invitations.js';
import { library } from '../support/orders.js';
import { startPooler, type Pooler } from '../support/pgbouncer.mjs';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { ServerProcess } from '../support/server-process.js';
import { signUp } from '../support/tenants.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ignoring = { ignore_startup_parameters: 'options' };
const server = process.env.TEST_DATABASE_URL!;

describe('with a pooler before the database', () => {
  let database: TestDatabase;
  let dataDir: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-pooler-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  describe('a start is refused', () => {
    let poolers: Record<'plain' | 'careless' | 'deceptive' | 'by session', Pooler>;
    beforeAll(async () => {
      const [plain, careless, deceptive, bySession] = await Promise.all([
        startPooler(server),
        startPooler(server, ignoring),
        startPooler(server, ignoring, `connect_query='set waybill.probe = kept'`),
        startPooler(server, { pool_mode: 'session' }),
      ]);
      poolers = { plain, careless, deceptive, 'by session': bySession };
    });
    afterAll(() => Promise.all(Object.values(poolers).map((pooler) => pooler.stop())));

    async function refusalOf(env: Record<string, string>): Promise<string> {
      const refused = new ServerProcess({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', ...env });
      expect(await refused.ended()).toBe(1);
      return refused.stderr.trim();
    }

    it.each(['plain', 'careless', 'deceptive', 'by session'] as const)(
      'without a way past one that is %s',
      async (kind) => {
        const said = await refusalOf({ DATABASE_URL: poolers[kind].before(database.url) });
        expect(said.split('\n')).toHaveLength(1);
        expect(said).toMatch(/^DATABASE_URL: 127\.0\.0\.1:\d+, .* a pooler .*\. Set DATABASE_DIRECT_URL to /);
      },
    );

    it.each(['plain', 'deceptive'] as const)('when the way past it leads to one that is %s', async (kind) => {
      const url = poolers[kind].before(database.url);
      const said = await refusalOf({ DATABASE_URL: url, DATABASE_DIRECT_URL: url });
      expect(said).toMatch(/^DATABASE_DIRECT_URL: .* a pooler .*\. Set it to PostgreSQL itself\.$/);
    });

    it('when both lead to different databases', async () => {
      const said = await refusalOf({
        DATABASE_URL: poolers.plain.before(database.url),
        DATABASE_DIRECT_URL: server,
      });
      expect(said).toMatch(/^DATABASE_DIRECT_URL: .* not the database of DATABASE_URL/);
    });

    it('when there is nothing to go past', async () => {
      const said = await refusalOf({ DATABASE_DIRECT_URL: database.url });
      expect(said).toContain('DATABASE_DIRECT_URL: is the way past the pooler that DATABASE_URL leads to');
    });
  });

  describe('set up as the guide says', () => {
    let pooler: Pooler;
    let receiver: Receiver;
    let api: ServerProcess;
    const started: ServerProcess[] = [];
    beforeAll(async () => {
      [pooler, receiver] = await Promise.all([startPooler(server), startReceiver()]);
      const env = {
        JWT_SECRET: 'test-secret-test-secret-test-secret',
        LOG_LEVEL: 'warn',
        DATA_DIR: dataDir,
        DATABASE_URL: pooler.before(database.url),
        DATABASE_DIRECT_URL: database.url,
        RUN_JOBS: 'worker',
        WEBHOOK_ALLOW_PRIVATE: 'true',
      };
      api = await ServerProcess.start(env);
      const worker = new ServerProcess(env, '', 'dist/worker.js');
      started.push(api, worker);
      await worker.says('Waybill runs jobs');
    });
    afterAll(async () => {
      const ends = await Promise.all(started.map((each) => each.stop()));
      await receiver.close();
      await pooler.stop();
      expect({ ends, said: started.map(({ stderr }) => stderr) }).toEqual({ ends: [0, 0], said: ['', ''] });
    });

    it('the main job is done, by an API and a worker', async () => {
      const app = {
        url: api.url,
        database,
        as: (token?: string) => new Waybill({ baseUrl: api.url, token, maxRetries: 0 }),
      };
      const owner = app.as((await signUp(app)).accessToken);
      const invited = await inviteClient(owner, { allowOrderUpload: true });
      const { accessToken: token } = await accept(app as never, invited.token, newEmail());
      const client = app.as(token);
      await client.webhookEndpoints.create({ url: receiver.url, events: ['order.submitted'] });
      const stream = await EventStreamReader.open(app, { token });
      await stream.begun();

      const lines = Array.from({ length: 500 }, (_, n) => `ID-${n},${n + 1} Main St,Ada Reader,1`);
      const file = csv(['Id,Address Line 1,Recipient Name,Package Count', ...lines]);
      const { id } = await client.orderImports.create({ file });
      expect(await client.imports.wait(id)).toMatchObject({ status: 'completed', rowsImported: 500 });
      await stream.until(({ type }) => type === 'import.completed');

      const order = await client.orders.create(library);
      await client.orders.submit({ ids: [order.id] });
      await stream.until(({ type }) => type === 'order.submitted');
      expect((await receiver.message(1, 'order.submitted')).message.data.orderId).toBe(order.id);
      expect(await owner.stops.list({ limit: 1 })).toMatchObject({ items: [{ id: order.id }] });
      stream.close();
    });

    it('only what needs a session of its own goes past it', async () => {
      const names = await database.query<{ name: string }>(
        `select distinct application_name as name from pg_stat_activity
          where datname = current_database() and application_name like 'waybill%' order by name`,
      );
      expect(names.map(({ name }) => name)).toEqual(['waybill', 'waybill events', 'waybill jobs']);
    });

    it('requests answer 503 while it is away, and are well again after', async () => {
      const status = async () => (await fetch(`${api.url}/health/ready`)).status;
      await pooler.kill();
      expect(await eventually(async () => ((await status()) === 503 ? 503 : undefined))).toBe(503);
      await pooler.start();
      expect(await eventually(async () => ((await status()) === 200 ? 200 : undefined))).toBe(200);
    });
  });
});
