import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { call } from '../support/http.js';
import { openOutage, type Outage } from '../support/outage.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('what the log says of requests that are answered 503', () => {
  let database: TestDatabase;
  let outage: Outage;
  let dataDir: string;
  let server: ServerProcess;
  let client: TestClient;
  beforeAll(async () => {
    database = await createTestDatabase();
    outage = await openOutage(database.url);
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-outage-log-'));
    server = await ServerProcess.start({
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'info',
      DATA_DIR: dataDir,
      DATABASE_URL: outage.url,
      DATABASE_POOL_SIZE: '6',
    });
    const as = (token?: string) => new Waybill({ baseUrl: server.url, token });
    client = await addClient({ as, database }, await signUp({ as, database }));
  });
  afterAll(async () => {
    outage.close();
    await server.stop('SIGKILL');
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const errors = () =>
    server.stdout
      .split('\n')
      .filter((line) => /^{"level":[56]0/.test(line))
      .map((line) => JSON.parse(line) as { msg: string; cause?: string });

  it('tells a database that is away once for each cause, however many ask', async () => {
    const { token } = client;
    outage.begin();
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => call(server, 'GET', '/v1/orders', { token })),
      );
      expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    }
    await call(server, 'GET', '/health/ready');
    const causes = errors().map(({ cause }) => cause);
    expect(causes).toEqual([...new Set(causes)]);
    expect(causes).toContain('ECONNREFUSED');
    expect(errors().length).toBeLessThan(6);
    await outage.end();
  });

  it('does not call a request an error that comes while the server stops', async () => {
    const before = errors().length;
    const { hostname, port, host } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(`GET /v1/me HTTP/1.1\r\nhost: ${host}\r\n`);
    server.signal('SIGTERM');
    await server.says('SIGTERM: finishing what is under way');
    socket.write('\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 /);
    expect(await server.ended()).toBe(0);
    expect(server.stdout).toContain('"status":503');
    expect(errors()).toHaveLength(before);
  });
});
