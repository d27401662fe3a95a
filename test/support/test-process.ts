import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { ServerProcess } from './server-process.js';
import { createTestDatabase, settingsFor, type TestDatabase } from './test-database.js';

/** The built server in a process of its own, to be killed, stopped, or read the log of. */
export interface TestProcess {
  url: string;
  dataDir: string;
  database: TestDatabase;
  server: ServerProcess;
  as(token?: string): Waybill;
  /** Kills the server and starts another one in its place. */
  startAnew(): Promise<void>;
  kill(): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts it on a free port, with a data directory and, unless one is given, a database of its own. */
export async function startTestProcess(
  options: { env?: Record<string, string>; database?: TestDatabase } = {},
): Promise<TestProcess> {
  const database = options.database ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'waybill-process-'));
  const start = () =>
    ServerProcess.start({
      NODE_ENV: 'test',
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      ...settingsFor(database),
      DATABASE_POOL_SIZE: '7',
      ...options.env,
    });
  let server = await start();
  const kill = () => server.stop('SIGKILL');
  return {
    get url() {
      return server.url;
    },
    get server() {
      return server;
    },
    dataDir,
    database,
    as: (token) => new Waybill({ baseUrl: server.url, token, maxRetries: 0 }),
    kill,
    startAnew: async () => {
      await kill();
      server = await start();
    },
    close: async () => {
      await kill();
      if (!options.database) await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
