import pg from 'pg';
import { StartError } from '../common/start-error.js';

const connectMilliseconds = 7_000;
const answerMilliseconds = 2_000;
const oldestVersion = 15;

/**
 * Checks that the configured server is reachable, accepts the login and is new enough.
 * @throws StartError one sentence with host and database, never the password
 */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectMilliseconds,
    query_timeout: answerMilliseconds,
  });
  client.on('error', () => undefined);
  const where = `DATABASE_URL: ${client.host}:${client.port}, database "${client.database}"`;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    );
    const { version, number } = rows[0]!;
    if (number < oldestVersion * 10_000) {
      throw new StartError(
        `${where}: this is PostgreSQL ${version}, and Waybill needs ${oldestVersion} or newer.`,
      );
    }
    await client.end();
  } catch (error) {
    // Not awaited: a server that does not answer does not answer this either.
    void client.end().catch(() => undefined);
    if (error instanceof StartError) throw error;
    throw new StartError(`${where}: ${reasonOf(error, client)}.`, { cause: error });
  }
}

function reasonOf(error: unknown, { user, database, password }: pg.Client): string {
  const { code = '', message } = error as { code?: string; message: string };
  if (/timeout/i.test(message))
    return 'the server accepts the connection, or nothing does, but nobody answers';
  switch (code) {
    case '28P01':
      return `the password of "${user}" is wrong`;
    case '28000':
      return `the server does not let "${user}" in from here`;
    case '3D000':
      return `there is no database "${database}" on this server; create it first`;
    case '53300':
      return 'the server has no connection left; raise its max_connections or close some';
    case '57P03':
      return 'the server is starting or stopping; try again in a moment';
    case 'ECONNREFUSED':
      return 'nothing listens there; is PostgreSQL running?';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no host of this name';
    default: {
      const said = message || code || 'the connection failed';
      return (password ? said.replaceAll(password, '…') : said).split('\n')[0]!.replace(/\.$/, '');
    }
  }
}
