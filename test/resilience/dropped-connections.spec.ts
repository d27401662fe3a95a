import { setTimeout as sleep } from 'node:timers/promises';
import { dropConnections, openAdmin } from '../support/admin.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const rounds = 4;
const order = { address: { addressLineOne: '476 5th Ave' } };
const rows = Array.from({ length: 3_000 }, (_, n) => `${n + 1} Main St,${1 + (n % 9)}`);
const spreadsheet = ['Address Line 1,Package Count', ...rows, ''].join('\n');

describe('a server whose database connections are dropped', () => {
  let client: TestClient;
  let app: TestProcess;
  beforeAll(async () => {
    app = await startTestProcess({ env: { DATABASE_POOL_SIZE: '8' } });
    client = await addClient(app, await signUp(app));
  });
  afterAll(() => app.close());

  const send = (method: string, path: string, body?: unknown) =>
    call(app, method, path, { token: client.token, body });
  const create = () => send('POST', '/v1/orders', order);
  const upload = () => {
    const form = new FormData();
    form.append('file', new File([spreadsheet], 'orders.csv'));
    return send('POST', '/v1/order-imports', form);
  };

  it('lives, answers 503 at worst, and loses no slot of a pool', async () => {
    const answers: string[] = [];
    let [going, dropped] = [true, 0];
    const admin = await openAdmin(app.database.url);
    const keepOn = async (ask: () => ReturnType<typeof send>) => {
      while (going) {
        const { status, json } = await ask();
        answers.push(status < 300 ? 'done' : `${status} ${String(json.code)}`);
      }
    };
    const callers = [
      ...Array.from({ length: 6 }, () => keepOn(create)),
      ...Array.from({ length: 4 }, () => keepOn(() => send('GET', '/v1/orders'))),
      keepOn(() => send('GET', '/v1/me')),
    ];
    for (let round = 0; round < rounds; round += 1) {
      await upload();
      await sleep(150);
      dropped += await dropConnections(admin);
      await sleep(50);
      dropped += await dropConnections(admin);
      await sleep(300);
    }
    await admin.end();
    going = false;
    await Promise.all(callers);
    expect(dropped).toBeGreaterThan(4 * rounds);
    expect([...new Set(answers)].toSorted()).toEqual(['503 unavailable', 'done']);

    await eventually(async () => (await create()).status === 201 || undefined);
    const after = await Promise.all(Array.from({ length: 30 }, create));
    expect([...new Set(after.map(({ status }) => status))]).toEqual([201]);
    expect((await send('GET', '/health/ready')).json.status).toBe('ok');
    const states = await eventually(async () => {
      const imports = await app.database.query<{ status: string }>('select status from order_imports');
      return imports.every(({ status }) => !['queued', 'running'].includes(status)) ? imports : undefined;
    }, 60);
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['completed']));
  }, 120_000);

  it('answers 503 where no connection can be had, and goes on once there is one', async () => {
    const blocker = await openAdmin(app.database.url);
    await blocker.query('begin; lock table orders in access exclusive mode');
    const writes = Array.from({ length: 20 }, create);
    const first = await Promise.race(writes);
    expect([first.status, first.json.code]).toEqual([503, 'unavailable']);
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
    await blocker.query('rollback');
    await blocker.end();
    const answers = await Promise.all(writes);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 503]));
    expect((await create()).status).toBe(201);
  }, 60_000);
});
