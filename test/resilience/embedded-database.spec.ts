import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WaybillError, Waybill } from '../../sdk/src/index.js';
import { freezePostgres, processesOf, thawPostgres } from '../support/embedded-clusters.js';
import { eventually } from '../support/eventually.js';
import { freePort, isRunning, postgresOf, ServerProcess } from '../support/server-process.js';

const limit = 15_000;

describe('a server with the embedded database', () => {
  let dataDir: string;
  const started: ServerProcess[] = [];
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-embedded-'));
  });
  afterEach(async () => {
    await thawPostgres(dataDir);
    await Promise.all(started.splice(0).map((server) => server.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    const server = await ServerProcess.start({ DATA_DIR: dataDir, RATE_LIMIT_PER_MINUTE: '1000000' });
    started.push(server);
    return server;
  };
  const ready = async ({ url }: ServerProcess) =>
    (await fetch(`${url}/health/ready`)).status === 200 || undefined;

  it('is well again by itself each time its PostgreSQL is killed, and loses no acknowledged write', async () => {
    const server = await start();
    const { accessToken } = await new Waybill({ baseUrl: server.url }).auth.signup({
      organizationName: 'Swift Wheels',
      name: 'Ada Park',
      email: 'ada@example.org',
      password: 'plum tractor sings at noon',
    });
    const owner = new Waybill({ baseUrl: server.url, token: accessToken, maxRetries: 0 });
    const saved = new Set<string>();
    const refused = new Map<string, number>();
    let isOver = false;
    const callers = [1, 2, 3, 4].map(async (caller) => {
      for (let n = 0; !isOver; n += 1) {
        const companyName = `Book Nook ${caller}-${n}`;
        await owner.clients
          .create({ companyName })
          .then(() => saved.add(companyName))
          .catch((error: unknown) => {
            const what = error instanceof WaybillError ? `${error.status} ${error.code}` : String(error);
            refused.set(what, (refused.get(what) ?? 0) + 1);
          });
        await pause(20);
      }
    });
    for (let kills = 1; kills <= 3; kills += 1) {
      const before = saved.size;
      const postmaster = (await postgresOf(dataDir))!;
      process.kill(postmaster, 'SIGKILL');
      await eventually(async () => {
        const now = await postgresOf(dataDir);
        return (now !== undefined && now !== postmaster) || undefined;
      });
      await eventually(() => ready(server));
      await eventually(() => saved.size > before + 20 || undefined);
    }
    isOver = true;
    await Promise.all(callers);

    expect([...refused.keys()].filter((what) => what !== '503 unavailable')).toEqual([]);
    const names = new Set<string>();
    for await (const { companyName } of owner.clients.list({ limit: 200 })) names.add(companyName);
    expect([...saved].filter((name) => !names.has(name))).toEqual([]);
    expect(await server.stop()).toBe(0);
    expect(await postgresOf(dataDir)).toBeUndefined();
  }, 180_000);

  it('is gone in time though its PostgreSQL is frozen, and says what it left', async () => {
    const server = await start();
    await freezePostgres(dataDir);
    const hanging = fetch(`${server.url}/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.org', password: 'plum tractor sings at noon' }),
    }).catch(() => undefined);
    await pause(200);
    const since = performance.now();
    expect(await server.stop()).toBe(1);
    expect(performance.now() - since).toBeLessThan(limit);
    expect(server.stderr).toContain('Stopping');
    await hanging;

    await thawPostgres(dataDir);
    const again = await start();
    expect(await ready(again)).toBe(true);
    expect(await again.stop()).toBe(0);
    expect(await processesOf(dataDir)).toEqual([]);
  }, 120_000);

  it('stops, and its PostgreSQL with it, when no byte can be written any more', async () => {
    const server = await start();
    const postgres = (await postgresOf(dataDir))!;
    const full = spawn('prlimit', ['--pid', String(server.pid), '--fsize=0:0']);
    expect((await once(full, 'exit'))[0]).toBe(0);
    const since = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - since).toBeLessThan(limit);
    expect(await isRunning(postgres)).toBe(false);
  }, 120_000);

  it('goes on, and stops, when its log cannot be written', async () => {
    const port = await freePort();
    const full = openSync('/dev/full', 'w');
    const server = spawn(process.execPath, ['dist/main.js'], {
      env: {
        PATH: process.env.PATH,
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', full, 'ignore'],
    });
    const exited = once(server, 'exit');
    const ask = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        ({ status }) => status,
        () => undefined,
      );
    await eventually(async () => (await ask('/health/ready')) === 200 || undefined, 60);
    expect(await ask('/v1/me')).toBe(401);
    expect(await ask('/v1/me')).toBe(401);
    server.kill('SIGTERM');
    expect((await exited)[0]).toBe(0);
    expect(await postgresOf(dataDir)).toBeUndefined();
  }, 120_000);
});
