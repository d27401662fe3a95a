import type { Config } from '../config.js';
import { isSqlState } from '../common/problems/outages.js';
import { StartError } from '../common/start-error.js';
import { checkServer } from './check-server.js';
import type { DatabaseServer } from './database-url.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';

/** A database with a running server; `close` stops the server if it is embedded. */
export interface OpenDatabase extends DatabaseServer {
  url: string;
  close(): Promise<void>;
}

type Log = (message: string) => void;

/**
 * Opens the configured server's database or, without one, the embedded server's, and migrates it, unless `stopping` has
 * aborted by then.
 * @throws StartError
 */
export async function openDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'DATA_DIR'>,
  log: Log,
  stopping?: AbortSignal,
): Promise<OpenDatabase> {
  const database = await openServer(config, log);
  try {
    if (!stopping?.aborted) await migrate(config.DATABASE_DIRECT_URL ?? database.url, log);
    return database;
  } catch (error) {
    await database.close();
    throw explained(error);
  }
}

/** Opens only the server, without migrating. */
export async function openServer(
  { DATABASE_URL, DATA_DIR }: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  log: Log,
): Promise<OpenDatabase> {
  if (DATABASE_URL) {
    await checkServer(DATABASE_URL);
    return { url: DATABASE_URL, state: () => 'external', close: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataDir: DATA_DIR, log });
  return { url: server.url, state: () => (server.isUp() ? 'up' : 'down'), close: () => server.stop() };
}

/** The database's own error for a failed migration; MikroORM appends the whole statement to it. */
function explained(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof StartError || !isSqlState(code)) return error;
  const reason = message?.split(' - ').at(-1)?.split('\n')[0] ?? code;
  const advice = code === '42501' ? ' The login has to own its database and to have CREATEROLE.' : '';
  return new StartError(`The database cannot be migrated: ${reason}.${advice}`, { cause: error });
}
