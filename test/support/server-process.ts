import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { identifyProcess } from '../../src/database/embedded/process-lock.js';

/** A real process of the built server, spoken to by HTTP and signals. */
export class ServerProcess {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<number | string>;

  constructor(
    env: Record<string, string>,
    readonly url = '',
    program = 'dist/main.js',
  ) {
    const { PATH } = process.env;
    this.child = spawn(process.execPath, [program], {
      env: { PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = once(this.child, 'close').then(([status, signal]) => (status ?? signal) as number | string);
  }

  /** The HTTP server on a free port. */
  static async start(env: Record<string, string>): Promise<ServerProcess> {
    for (;;) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const server = new ServerProcess(
        { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, ...env },
        url,
      );
      try {
        await server.says('Waybill is ready');
        return server;
      } catch (error) {
        // Whoever asked for any port meanwhile may have got this one.
        if (!server.stderr.startsWith(`PORT: ${port} on`)) throw error;
      }
    }
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Waits until the output holds `text`. Throws with all output when the process ends before. */
  async says(text: string): Promise<void> {
    let ended = false;
    void this.exited.then(() => (ended = true));
    while (!this.stdout.includes(text)) {
      if (ended) throw new Error(`The process ended before it said “${text}”:\n${this.stdout}${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Exit status, or the signal that killed it, once it and its output have ended. */
  ended(): Promise<number | string> {
    return this.exited;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    this.signal(signal);
    return this.exited;
  }
}

/** Process id of the embedded PostgreSQL of a data directory; undefined when it is not running. */
export async function postgresOf(dataDir: string): Promise<number | undefined> {
  const file = join(dataDir, 'postgres/data/postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  return Number.isNaN(pid) || !(await isRunning(pid)) ? undefined : pid;
}

/** Whether a process runs; one that ended and was not yet cleared away does not. */
export async function isRunning(pid: number): Promise<boolean> {
  return (await identifyProcess(pid)) !== undefined;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
