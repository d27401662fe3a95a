import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { isRunning, postgresOf, ServerProcess } from '../support/server-process.js';

const email = 'ada@example.org';
const password = 'plum tractor sings at noon';

describe('the server as a process', () => {
  let dataDir: string;
  const started: ServerProcess[] = [];
  const start = async (env: Record<string, string> = {}) => {
    const server = await ServerProcess.start({ DATA_DIR: dataDir, ...env });
    started.push(server);
    return server;
  };
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-boot-'));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });

  it('keeps its data through kill -9 and leaves no process behind on SIGTERM', async () => {
    const first = await start();
    const { organization } = (
      await new Waybill({ baseUrl: first.url }).auth.signup({
        organizationName: 'Swift Wheels',
        name: 'Ada Park',
        email,
        password,
      })
    ).membership;
    expect(await first.stop('SIGKILL')).toBe('SIGKILL');

    const second = await start();
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
    const session = await new Waybill({ baseUrl: second.url }).auth.login({ email, password });
    expect(session.membership.organization).toEqual(organization);

    const postgres = (await postgresOf(dataDir))!;
    expect(await second.stop('SIGTERM')).toBe(0);
    expect([await isRunning(second.pid), await isRunning(postgres)]).toEqual([false, false]);
  }, 120_000);

  it('speaks JSON, but for the line that says where to go', async () => {
    const server = await start({ LOG_LEVEL: 'info' });
    await fetch(`${server.url}/v1/me`);
    await server.stop();
    const lines = server.stdout.trim().split('\n');
    const plain = lines.filter((line) => !line.startsWith('{'));
    expect(plain).toEqual([
      expect.stringMatching(/^Waybill is ready: http:\/\/[\w.]+:\d+\/docs$/),
      'SIGTERM: finishing what is under way',
    ]);
    const contexts = lines
      .filter((line) => line.startsWith('{'))
      .map((line) => (JSON.parse(line) as { context?: string }).context);
    expect(contexts).toContain('Database');
    expect(contexts).not.toContain('InstanceLoader');
    expect(contexts).not.toContain('RouterExplorer');
    expect(server.stderr).toBe('');
  }, 120_000);

  it('stops as well when Ctrl-C arrives twice, from the terminal and through npm', async () => {
    const server = await start();
    const postgres = (await postgresOf(dataDir))!;
    server.signal('SIGINT');
    expect(await server.stop('SIGINT')).toBe(0);
    expect(await isRunning(postgres)).toBe(false);
  }, 120_000);

  it('stops at the next step of its start, so that nothing half open stays', async () => {
    const server = new ServerProcess({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0' });
    await server.says('Making a new PostgreSQL database');
    expect(await server.stop()).toBe(0);
    expect(await postgresOf(dataDir)).toBeUndefined();
  }, 120_000);

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'mysql://localhost/waybill'],
    ['RUN_JOBS', 'sometimes'],
    ['JWT_SECRET', 'short'],
    ['STORAGE_URL', 's3://files?endpoint=minio:9000'],
  ])('does not start with a wrong %s, and names it', async (name, value) => {
    const server = new ServerProcess({ DATA_DIR: dataDir, [name]: value });
    expect(await server.ended()).toBe(1);
    expect(server.stderr).toMatch(new RegExp(`^The configuration is not usable:\n  ${name}: .+\n$`));
  });

  it('does not start in production without a secret of its own', async () => {
    const server = new ServerProcess({ DATA_DIR: dataDir, NODE_ENV: 'production' });
    expect(await server.ended()).toBe(1);
    expect(server.stderr).toContain('JWT_SECRET: required when NODE_ENV=production');
  });
});
