import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { eventually } from '../support/eventually.js';
import { csv } from '../support/imports.js';
import { addOrder } from '../support/orders.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp } from '../support/tenants.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

const [rows, singles] = [6_000, 60];
const seconds = 120;

describe('two workers beside the API, by Redis', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let receiver: Receiver;
  let dataDir: string;
  const started: ServerProcess[] = [];
  beforeAll(async () => {
    [database, redis, receiver] = await Promise.all([
      createTestDatabase(),
      startTestRedis(),
      startReceiver(),
    ]);
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-workers-'));
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.stop('SIGKILL')));
    await receiver.close();
    await redis.kill();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const environment = () => ({
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'warn',
    DATA_DIR: dataDir,
    ...settingsFor(database),
    DATABASE_POOL_SIZE: '7',
    REDIS_URL: redis.url,
    WEBHOOK_ALLOW_PRIVATE: 'true',
  });
  async function startWorker(): Promise<ServerProcess> {
    const worker = new ServerProcess(environment(), '', 'dist/worker.js');
    started.push(worker);
    await worker.says('Waybill runs jobs');
    return worker;
  }
  const count = async (sql: string, values: unknown[] = []) =>
    (await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]!.n;

  it('lose nothing and do nothing twice when one is killed and the other is told to stop', async () => {
    const api = await ServerProcess.start(environment());
    started.push(api);
    const [first, second] = await Promise.all([startWorker(), startWorker()]);
    const app = {
      database,
      as: (token?: string) => new Waybill({ baseUrl: api.url, token, maxRetries: 0 }),
    };
    const importers = await Promise.all([1, 2].map(async () => addClient(app, await signUp(app))));
    const caller = await addClient(app, await signUp(app));
    await app.as(caller.token).webhookEndpoints.create({ url: receiver.url, events: ['order.created'] });
    const take = (response: ServerResponse) => void setTimeout(() => response.writeHead(204).end(), 30);
    receiver.answer = take;

    const lines = Array.from({ length: rows }, (_, n) => `ID-${n},${n + 1} Main St,1`);
    const file = () => csv(['Id,Address Line 1,Package Count', ...lines]);
    const imports = await Promise.all(
      importers.map(({ token }) => app.as(token).orderImports.create({ file: file() })),
    );
    const submitted = new Set<string>();
    const submit = async () => submitted.add((await addOrder(app as never, caller)).id);
    const importedOrders = () => count('orders where client_id = any($1)', [importers.map(({ id }) => id)]);

    for (let n = 0; n < singles / 3; n += 1) await submit();
    await eventually(
      async () => ((await importedOrders()) > 0 && receiver.received.length > 3) || undefined,
      seconds,
    );
    // Deliveries are under way from now on, until they are answered.
    const waiting: ServerResponse[] = [];
    receiver.answer = (response) => void waiting.push(response);
    expect(await first.stop('SIGKILL')).toBe('SIGKILL');
    for (let n = 0; n < singles / 3; n += 1) await submit();
    const isLeft = () => count(`jobs where name = 'webhooks.deliver' and state = 'running'`);
    await eventually(async () => (await isLeft()) > 0 || undefined, seconds);
    second.signal('SIGTERM');
    receiver.answer = take;
    waiting.forEach(take);
    const third = await startWorker();
    expect(await second.ended()).toBe(0);
    for (let n = 0; n < singles / 3; n += 1) await submit();

    for (const [n, { id }] of imports.entries()) {
      const ended = await app.as(importers[n]!.token).imports.wait(id, { interval: 200 });
      expect(ended).toMatchObject({ status: 'completed', rowsImported: rows, rowsRejected: 0 });
    }
    await eventually(
      async () => (await count(`webhook_deliveries where state = 'succeeded'`)) === singles || undefined,
      seconds,
    );
    await eventually(
      async () =>
        (await count(`jobs where state in ('waiting', 'handed', 'running') and run_at <= now()`)) === 0 ||
        undefined,
      seconds,
    );
    expect(await count(`jobs where state = 'dead'`)).toBe(0);

    for (const { id } of importers) {
      expect(await count('orders where client_id = $1', [id])).toBe(rows);
      expect(await count('(select distinct external_id from orders where client_id = $1) o', [id])).toBe(
        rows,
      );
      expect(await count(`events where client_id = $1 and type = 'order.created'`, [id])).toBe(rows);
      expect(await count(`events where client_id = $1 and type = 'import.completed'`, [id])).toBe(1);
    }
    const told = new Map<string, Set<string>>();
    for (const { headers, message } of receiver.received) {
      const orderId = String(message.data.orderId);
      told.set(orderId, (told.get(orderId) ?? new Set()).add(String(headers['webhook-id'])));
    }
    expect([...told.keys()].sort()).toEqual([...submitted].sort());
    expect([...told.values()].every((ids) => ids.size === 1)).toBe(true);
    expect(await third.stop()).toBe(0);
  }, 300_000);
});
