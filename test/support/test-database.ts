import { randomBytes } from 'node:crypto';
import pg from 'pg';

export const templateDatabase = 'waybill_test_template';

export interface TestDatabase {
  url: string;
  /** Runs SQL as the owner's login, outside every wall, to look at what is really there. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A migrated database of its own for one suite. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL!;
  const name = `waybill_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${templateDatabase}`);
  const url = new URL(server);
  url.pathname = name;
  return databaseAt(url.href, () => onServer(server, `drop database if exists ${name} with (force)`));
}

/** Any migrated database; `drop` is what happens to it in the end. */
export function databaseAt(url: string, drop: () => Promise<void> = () => Promise.resolve()): TestDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it
    onConnect: async (client) => void (await client.query('set role waybill_system')),
  });
  pool.on('error', () => undefined);
  return {
    url,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    drop: async () => {
      await pool.end();
      await drop();
    },
  };
}

/** How a server is set to work on it: by the pooler, where tests are to go by one and the URL leads to their own server. */
export function settingsFor({ url }: Pick<TestDatabase, 'url'>): Record<string, string> {
  const { TEST_POOLER_URL: pooler, TEST_DATABASE_URL: server } = process.env;
  if (!pooler || new URL(url).host !== new URL(server!).host) return { DATABASE_URL: url };
  const pooled = new URL(pooler);
  pooled.pathname = new URL(url).pathname;
  return { DATABASE_URL: pooled.href, DATABASE_DIRECT_URL: url };
}

/**
 * Cloning a template fails while another clone is being made (55006), dropping while autovacuum, which only a
 * superuser may end, is at work (42501). Such moments pass.
 */
export async function onServer(server: string, sql: string, attempt = 1): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!['55006', '42501'].includes(code) || attempt > 400) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await onServer(server, sql, attempt + 1);
  } finally {
    await client.end();
  }
}
