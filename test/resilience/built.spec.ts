import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { ServerProcess } from '../support/server-process.js';
import { password } from '../support/tenants.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

const email = 'keeper@example.org';

/** What the bundle must find beside itself, or loads only when somebody wants it. */
describe('the built server', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let dataDir: string;
  let server: ServerProcess;
  beforeAll(async () => {
    [database, redis, dataDir] = await Promise.all([
      createTestDatabase(),
      startTestRedis(),
      mkdtemp(join(tmpdir(), 'waybill-built-')),
    ]);
    server = await ServerProcess.start({
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      JWT_SECRET: 'test-secret-'.repeat(3),
      ...settingsFor(database),
      REDIS_URL: redis.url,
      RUN_JOBS: 'inline',
      QUEUE_BOARD: 'true',
      QUEUE_BOARD_OWNERS: email,
    });
  });
  afterAll(async () => {
    await server.stop();
    await redis.kill();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(server.url + path, { headers });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  it.each([
    ['/docs', 'text/html'],
    ['/docs/swagger-ui-bundle.js', 'text/javascript'],
    ['/docs/guide/webhooks', 'text/html'],
    ['/docs/errors/not_found', 'application/json'],
    ['/llms.txt', 'text/plain'],
    ['/openapi.json', 'application/json'],
    ['/openapi-3.1.json', 'application/json'],
  ])('has %s', async (path, type) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining(type) as string });
    expect(answer.text.length).toBeGreaterThan(300);
  });

  it('has the queues’ board, and the labels of an order', async () => {
    const owner = await new Waybill({ baseUrl: server.url }).auth.signup({
      organizationName: 'Swift Wheels',
      name: 'Ada Park',
      email,
      password,
    });
    const signedIn = await fetch(`${server.url}/admin/queues/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email, password }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const board = await get('/admin/queues/', { cookie });
    expect(board.status).toBe(200);
    const [script] = /static\/[^"]+\.js/.exec(board.text)!;
    expect((await get(`/admin/queues/${script}`, { cookie })).status).toBe(200);

    const dispatcher = new Waybill({ baseUrl: server.url, token: owner.accessToken });
    const { id: clientId } = await dispatcher.clients.create({ companyName: 'Book Nook' });
    const stop = await dispatcher.stops.create({ clientId, address: { addressLineOne: '476 5th Ave' } });
    const label = await get(`/v1/stops/${stop.id}/label`, { authorization: `Bearer ${owner.accessToken}` });
    expect(label).toMatchObject({ status: 200, type: 'application/pdf' });
  });
});
