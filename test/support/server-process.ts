import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';

/** The built server as a process of its own, to be killed and started again on the same data. */
export class ServerProcess {
  private child?: ChildProcess;

  private constructor(
    private readonly databaseUrl: string,
    private readonly dataDir: string,
    private readonly port: number,
  ) {}

  static async start(databaseUrl: string): Promise<ServerProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'waybill-process-'));
    const server = new ServerProcess(databaseUrl, dataDir, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  as(token?: string): Waybill {
    return new Waybill({ baseUrl: this.url, token });
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/main.js'], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        JWT_SECRET: 'test-secret-test-secret-test-secret',
        LOG_LEVEL: 'silent',
        DATA_DIR: this.dataDir,
        DATABASE_URL: this.databaseUrl,
        DATABASE_POOL_SIZE: '6',
        PORT: String(this.port),
        HOST: '127.0.0.1',
      },
      stdio: 'ignore',
    });
    this.child = child;
    for (;;) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Ends it between two instructions. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
