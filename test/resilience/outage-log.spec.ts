import { once } from 'node:events';
import { connect } from 'node:net';
import { call } from '../support/http.js';
import { openOutage, type Outage } from '../support/outage.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

describe('what the log says of requests that are answered 503', () => {
  let database: TestDatabase;
  let outage: Outage;
  let app: TestProcess;
  let client: TestClient;
  beforeAll(async () => {
    database = await createTestDatabase();
    outage = await openOutage(database.url);
    app = await startTestProcess({
      env: { LOG_LEVEL: 'info' },
      database: { ...database, url: outage.url },
    });
    client = await addClient(app, await signUp(app));
  });
  afterAll(async () => {
    outage.close();
    await app.close();
    await database.drop();
  });

  const errors = () =>
    app.server.stdout
      .split('\n')
      .filter((line) => /^{"level":[56]0/.test(line))
      .map((line) => JSON.parse(line) as { msg: string; cause?: string });

  it('tells a database that is away once for each cause, however many ask', async () => {
    const { token } = client;
    outage.begin();
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => call(app, 'GET', '/v1/orders', { token })),
      );
      expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    }
    await call(app, 'GET', '/health/ready');
    const causes = errors().map(({ cause }) => cause);
    expect(causes).toEqual([...new Set(causes)]);
    expect(causes).toContain('ECONNREFUSED');
    expect(errors().length).toBeLessThan(6);
    await outage.end();
  });

  it('does not call a request an error that comes while the server stops', async () => {
    const before = errors().length;
    const { hostname, port, host } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(`GET /v1/me HTTP/1.1\r\nhost: ${host}\r\n`);
    app.server.signal('SIGTERM');
    await app.server.says('SIGTERM: finishing what is under way');
    socket.write('\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 /);
    expect(await app.server.ended()).toBe(0);
    expect(app.server.stdout).toContain('"status":503');
    expect(errors()).toHaveLength(before);
  });
});
