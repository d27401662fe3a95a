import type { Config } from '../config.js';
import { isSqlState } from '../common/problems/outages.js';
import { StartError } from '../common/start-error.js';
import { checkWayPast, refusePooler } from './check-pooler.js';
import { checkServer } from './check-server.js';
import type { DatabaseServer } from './database-url.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';

/** A database with a running server; `close` stops the server if it is embedded. */
export interface OpenDatabase extends DatabaseServer {
  url: string;
  /** Past a pooler, where there is one. */
  directUrl: string;
  close(): Promise<void>;
}

type Settings = Pick<Config, 'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'DATA_DIR'>;
type Log = (message: string) => void;

interface Opening {
  stopping?: AbortSignal;
  /** Called once there is nothing to do but to wait for the server, unless it answers at once. */
  waiting?: () => void;
}

/**
 * Opens the configured server's database or, without one, the embedded server's, and migrates it, unless `stopping` has
 * aborted by then.
 * @throws StartError
 */
export async function openDatabase(
  config: Settings,
  log: Log,
  { stopping, waiting }: Opening = {},
): Promise<OpenDatabase> {
  const database = await openServer(config, log, waiting);
  try {
    if (!stopping?.aborted) await migrate(database.directUrl, log);
    return database;
  } catch (error) {
    await database.close();
    throw explained(error);
  }
}

/** Opens only the server, without migrating. */
export async function openServer(
  { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR }: Settings,
  log: Log,
  waiting?: () => void,
): Promise<OpenDatabase> {
  if (DATABASE_URL) {
    waiting?.();
    const directUrl = await checkUrls(DATABASE_URL, DATABASE_DIRECT_URL);
    return { url: DATABASE_URL, directUrl, state: () => 'external', close: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataDir: DATA_DIR, log, waiting });
  return {
    url: server.url,
    directUrl: server.url,
    state: () => (server.isUp() ? 'up' : 'down'),
    close: () => server.stop(),
  };
}

/** @returns the URL for sessions of its own */
async function checkUrls(url: string, directUrl?: string): Promise<string> {
  const place = { setting: 'DATABASE_URL', url } as const;
  await checkServer(place);
  if (directUrl === undefined) {
    await refusePooler(place);
    return url;
  }
  const direct = { setting: 'DATABASE_DIRECT_URL', url: directUrl } as const;
  await checkServer(direct);
  await checkWayPast(place, direct);
  return directUrl;
}

/** The database's own error for a failed migration; MikroORM appends the whole statement to it. */
function explained(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof StartError || !isSqlState(code)) return error;
  const reason = message?.split(' - ').at(-1)?.split('\n')[0] ?? code;
  const advice = code === '42501' ? ' The login has to own its database and to have CREATEROLE.' : '';
  return new StartError(`The database cannot be migrated: ${reason}.${advice}`, { cause: error });
}
