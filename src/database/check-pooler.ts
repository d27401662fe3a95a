import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { StartError } from '../common/start-error.js';
import { refusal, visit, type DatabasePlace } from './check-server.js';

/** First key of the advisory lock by which two URLs prove to lead to one database. */
const meetingLocks = 8_155;

const pooler =
  'a pooler such as PgBouncer stands before this PostgreSQL, and listening, session locks and migrations need sessions of their own';

/** @throws StartError when the only URL there is evidently leads to a pooler */
export async function refusePooler(place: DatabasePlace): Promise<void> {
  if (await keepsSessions(place)) return;
  throw refusal(
    place,
    `${pooler}. Set DATABASE_DIRECT_URL to a way past it, to PostgreSQL itself; DATABASE_URL may stay as it is`,
  );
}

/** @throws StartError when the direct URL evidently leads to a pooler as well, or not where the other one does */
export async function checkWayPast(place: DatabasePlace, direct: DatabasePlace): Promise<void> {
  if (!(await keepsSessions(direct))) throw refusal(direct, `${pooler}. Set it to PostgreSQL itself`);
  if (!(await meet(place, direct)))
    throw refusal(
      direct,
      'this is not the database of DATABASE_URL, or not its login. Both have to lead to one database, as the login that owns it',
    );
}

/**
 * Whether sessions there are the server's own. A “no” is certain, for PostgreSQL neither refuses nor forgets what a
 * session is started with, nor gives one session to two callers. A “yes” is not.
 */
async function keepsSessions({ setting, url }: DatabasePlace): Promise<boolean> {
  const probing = new URL(url);
  const own = probing.searchParams.get('options');
  probing.searchParams.set('options', [own, '-c waybill.probe=kept'].filter(Boolean).join(' '));
  const place = { setting, url: probing.href };
  try {
    return await visit(place, async (one) => {
      const first = await sessionOf(one);
      const second = await visit(place, async (other) => {
        await other.query('begin');
        return { ...(await sessionOf(other)), meanwhile: await sessionOf(one) };
      });
      return first.kept === 'kept' && first.pid === second.meanwhile.pid && first.pid !== second.pid;
    });
  } catch (error) {
    if (error instanceof StartError && error.message.includes('unsupported startup parameter')) return false;
    throw error;
  }
}

async function sessionOf(client: pg.Client): Promise<{ pid: number; kept: string | null }> {
  const { rows } = await client.query<{ pid: number; kept: string | null }>(
    `select pg_backend_pid() as pid, current_setting('waybill.probe', true) as kept`,
  );
  return rows[0]!;
}

/** Whether a lock taken at the one is seen at the other, by which a runner shows that it is alive. */
async function meet(place: DatabasePlace, direct: DatabasePlace): Promise<boolean> {
  const key = randomInt(1, 2 ** 31 - 1);
  return visit(direct, async (holder) => {
    const { rows: logins } = await holder.query<{ login: string }>(
      'select session_user::text as login, pg_advisory_lock($1, $2)',
      [meetingLocks, key],
    );
    return visit(place, async (viewer) => {
      const { rows } = await viewer.query(
        `select from pg_locks
          where locktype = 'advisory' and classid = $1 and objid = $2 and session_user = $3
            and database = (select oid from pg_database where datname = current_database())`,
        [meetingLocks, key, logins[0]!.login],
      );
      return rows.length === 1;
    });
  });
}
