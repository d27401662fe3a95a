import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort, ownProcesses } from './processes.mjs';

/** Why no Redis can be started here; undefined when one can. */
export function whyNoRedis() {
  const { status } = spawnSync('redis-server', ['--version']);
  return status === 0 ? undefined : 'there is no redis-server on the PATH';
}

/** A Redis of its own. */
export class OwnRedis {
  static async open() {
    const redis = new OwnRedis();
    redis.port = await freePort();
    redis.url = `redis://127.0.0.1:${redis.port}`;
    await redis.start();
    return redis;
  }

  async start() {
    const child = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', '--save', ''], {
      stdio: 'ignore',
    });
    this.child = child;
    ownProcesses.add(child);
    child.once('exit', () => ownProcesses.delete(child));
    await Promise.race([
      answers(this.url),
      once(child, 'error').then(() => Promise.reject(new Error('Install redis-server to play this.'))),
    ]);
  }

  async kill() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  freeze() {
    this.child.kill('SIGSTOP');
  }

  thaw() {
    this.child.kill('SIGCONT');
  }

  /** It forgets all that it holds. */
  async flush() {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  close() {
    return this.kill();
  }
}

async function answers(url) {
  for (let i = 0; i < 200; i += 1) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    client.disconnect();
    if (isUp) return;
    await delay(25);
  }
  throw new Error('Redis does not answer.');
}
