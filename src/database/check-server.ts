import pg from 'pg';
import { StartError } from '../common/start-error.js';

const connectMilliseconds = 7_000;
const answerMilliseconds = 2_000;
const oldestVersion = 15;

/** A setting that names a database, and the URL in it. */
export interface DatabasePlace {
  setting: 'DATABASE_URL' | 'DATABASE_DIRECT_URL';
  url: string;
}

/**
 * Checks that the server of a setting is reachable, accepts the login and is new enough.
 * @throws StartError one sentence with host and database, never the password
 */
export async function checkServer(place: DatabasePlace): Promise<void> {
  await visit(place, async (client) => {
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    );
    const { version, number } = rows[0]!;
    if (number < oldestVersion * 10_000)
      throw refusal(place, `this is PostgreSQL ${version}, and Waybill needs ${oldestVersion} or newer`);
  });
}

/**
 * Runs `look` on a connection that a silent server does not hold up for long.
 * @throws StartError one sentence with host and database, never the password
 */
export async function visit<T>(place: DatabasePlace, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: place.url,
    connectionTimeoutMillis: connectMilliseconds,
    query_timeout: answerMilliseconds,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await look(client);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw refusal(place, reasonOf(error, client), error);
  } finally {
    // Not awaited: a server that does not answer does not answer this either.
    void client.end().catch(() => undefined);
  }
}

/** Why the database of a setting cannot be used; `why` ends without a full stop. */
export function refusal({ setting, url }: DatabasePlace, why: string, cause?: unknown): StartError {
  const { host, port, database } = new pg.Client(url);
  return new StartError(`${setting}: ${host}:${port}, database "${database}": ${why}.`, { cause });
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
