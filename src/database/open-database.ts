import type { Config } from '../config.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';

/** A migrated database; `close` stops the embedded server, if that is what it is. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** Opens the configured server's database or, without one, the embedded server's, and migrates it. */
export async function openDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  log: (message: string) => void,
): Promise<OpenDatabase> {
  if (config.DATABASE_URL) {
    await migrate(config.DATABASE_URL);
    return { url: config.DATABASE_URL, close: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataDir: config.DATA_DIR, log });
  try {
    await migrate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url, close: () => server.stop() };
}
