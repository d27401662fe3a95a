import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '../support/http.js';
import { Waybill } from '../../sdk/src/index.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp } from '../support/tenants.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const rounds = 6;
const keysInFlight = 60;

describe('orders under idempotency keys whose server is killed', () => {
  let database: TestDatabase;
  let dataDir: string;
  let server: ServerProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-keys-'));
    server = await start();
  });
  afterAll(async () => {
    await server.stop('SIGKILL');
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = () =>
    ServerProcess.start({
      NODE_ENV: 'test',
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '6',
    });

  it('are made exactly once, however the first try ended', async () => {
    const app = { as: (token?: string) => new Waybill({ baseUrl: server.url, token }), database };
    const client = await addClient(app, await signUp(app));
    const send = (key: string) =>
      call(server, 'POST', '/v1/orders', {
        token: client.token,
        headers: { 'idempotency-key': key },
        body: { address: { addressLineOne: '476 5th Ave' }, notes: key },
      });
    let cutOff = 0;
    for (let round = 0; round < rounds; round += 1) {
      const keys = Array.from({ length: keysInFlight }, (_, n) => `round ${round} key ${n}`);
      const first = keys.map((key) => send(key).catch(() => undefined));
      await Promise.race(first);
      await pause(Math.random() * 40);
      await server.stop('SIGKILL');
      const answers = await Promise.all(first);
      cutOff += answers.filter((answer) => !answer).length;
      server = await start();
      const retried = await Promise.all(keys.map((key) => until(() => send(key))));
      for (const [n, answer] of answers.entries()) if (answer) expect(retried[n]!.text).toBe(answer.text);
    }
    const made = await database.query<{ notes: string; n: number }>(
      'select notes, count(*)::int as n from orders group by notes having count(*) <> 1',
    );
    const [total] = await database.query<{ n: number }>('select count(*)::int as n from orders');
    expect([made, total!.n]).toEqual([[], rounds * keysInFlight]);
    expect(cutOff).toBeGreaterThan(rounds);
  }, 180_000);

  /** Asks again while an earlier try may still be at work, as a client would; that must end within its lease. */
  async function until(ask: () => ReturnType<typeof call>) {
    const deadline = Date.now() + 90_000;
    for (;;) {
      const answer = await ask();
      if (answer.status === 201) return answer;
      expect(answer.json.code).toBe('idempotency_in_flight');
      if (Date.now() > deadline) throw new Error('The key stayed in flight');
      await pause(500);
    }
  }
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
