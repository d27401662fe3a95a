import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { eventually } from './eventually.js';

export interface TestRedis {
  url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  /** Leaves it running, but deaf. */
  freeze(): void;
  thaw(): void;
}

/**
 * A real Redis of its own on a free port.
 * @param settings more of them, e.g. `--requirepass`
 * @throws Error saying what to install where there is none
 */
export async function startTestRedis(settings: readonly string[] = [], isTls = false): Promise<TestRedis> {
  const port = await freePort();
  const url = `${isTls ? 'rediss' : 'redis'}://127.0.0.1:${port}`;
  const ports = isTls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)];
  let server: ChildProcess | undefined;

  const start = async () => {
    const child = spawn('redis-server', [...ports, '--bind', '127.0.0.1', '--save', '', ...settings], {
      stdio: 'ignore',
    });
    server = child;
    const missing = new Promise<never>((_, reject) =>
      child.once('error', () =>
        reject(
          new Error('There is no redis-server on the PATH. Install it, e.g. apt-get install redis-server.'),
        ),
      ),
    );
    await Promise.race([missing, eventually(() => answers(url))]);
  };
  const kill = async () => {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url,
    kill,
    start,
    freeze: () => server?.kill('SIGSTOP'),
    thaw: () => server?.kill('SIGCONT'),
  };
}

async function answers(url: string): Promise<true | undefined> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    ...(url.startsWith('rediss:') && { tls: { rejectUnauthorized: false } }),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return true;
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
