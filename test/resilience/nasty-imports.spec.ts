import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Waybill, type OrderImport, type WaybillError } from '../../sdk/src/index.js';
import { NASTY_TEXTS } from '../fixtures/spreadsheets/nasty-texts.js';
import { NASTY_WORKBOOKS } from '../fixtures/spreadsheets/nasty-workbooks.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp } from '../support/tenants.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

const MiB = 1024 * 1024;

describe('a server that nasty files are thrown at', () => {
  let database: TestDatabase;
  let dataDir: string;
  let server: ServerProcess;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-nasty-'));
    server = await ServerProcess.start({
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      ...settingsFor(database),
      DATABASE_POOL_SIZE: '7',
    });
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('answers each with its code, stays up, and keeps its memory', async () => {
    const as = (token?: string) => new Waybill({ baseUrl: server.url, token });
    const app = { as, database };
    const client = await addClient(app, await signUp(app));
    const waybill = as(client.token);
    const watch = new Watch(server);
    const answers: Record<string, string | null> = {};
    const wanted: Record<string, string | null> = {};
    for (const { name, fileName, bytes, answer } of [...NASTY_TEXTS, ...NASTY_WORKBOOKS]) {
      const file = new File([new Uint8Array(await bytes())], fileName);
      const outcome = await throwAt(waybill, file);
      // A file that can be read ends as its columns allow; these hold no orders.
      answers[name] = 'code' in answer ? outcome : null;
      // A file past the limit does not get as far as a reader.
      wanted[name] = 'code' in answer ? answer.code.replace('file_too_large', 'too_large') : null;
    }
    watch.stop();
    console.log(
      `${Object.keys(answers).length} nasty files: ${watch.grownMiB.toFixed(0)} MiB over idle at most, ` +
        `longest wait for /health/live ${watch.longestMilliseconds.toFixed(0)} ms`,
    );
    expect(answers).toEqual(wanted);
    expect(watch.grownMiB).toBeLessThan(400);
    expect((await as().health.ready()).status).toBe('ok');
  }, 300_000);
});

/** The failure code of the import, or of the refused upload. */
async function throwAt(waybill: Waybill, file: File): Promise<string | null> {
  try {
    const { id } = await waybill.orderImports.create({ file });
    for (;;) {
      const state: OrderImport = await waybill.orderImports.get(id);
      if (state.status !== 'queued' && state.status !== 'running') return state.failureCode;
      await sleep(20);
    }
  } catch (error) {
    return (error as WaybillError).code;
  }
}

/** Looks at the server's memory and how soon it answers, until stopped. */
class Watch {
  longestMilliseconds = 0;
  private readonly idle: number;
  private most: number;
  private running = true;

  constructor(private readonly server: ServerProcess) {
    this.idle = this.most = this.memory();
    void this.look();
  }

  get grownMiB(): number {
    return (this.most - this.idle) / MiB;
  }

  stop(): void {
    this.running = false;
  }

  private async look(): Promise<void> {
    while (this.running) {
      const asked = performance.now();
      await fetch(`${this.server.url}/health/live`).then((answer) => answer.arrayBuffer());
      this.longestMilliseconds = Math.max(this.longestMilliseconds, performance.now() - asked);
      this.most = Math.max(this.most, this.memory());
      await sleep(50);
    }
  }

  private memory(): number {
    return (
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.server.pid)], { encoding: 'utf8' })) * 1024
    );
  }
}
