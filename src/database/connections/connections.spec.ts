import pg from 'pg';
import { divideConnections, leastConnections } from './connection-budget.js';
import { openClient, openPool, type Door } from './connections.js';

const url = process.env.TEST_DATABASE_URL!;

async function settingsOf(door: Door, to = url) {
  const client = openClient(to, door);
  await client.connect();
  const { rows } = await client.query<{ role: string; name: string; limit: string; path: string }>(
    `select current_user as role, current_setting('application_name') as name,
            current_setting('statement_timeout') as limit, current_setting('search_path') as path`,
  );
  await client.end();
  return rows[0]!;
}

describe('a connection to the database', () => {
  it('starts as a role that may do nothing, and says what it is for', async () => {
    expect(await settingsOf('writes')).toMatchObject({ role: 'waybill_nobody', name: 'waybill writes' });
    expect((await settingsOf('reads')).role).toBe('waybill_nobody');
    expect((await settingsOf('bulk')).role).toBe('waybill_nobody');
    expect((await settingsOf('system')).role).toBe('waybill_system');
  });

  it('is watched by us where the server limits its statements: each of them, or all of the pool', async () => {
    const doors = ['writes', 'reads', 'system', 'jobs', 'events', 'health'] as const;
    for (const door of doors) {
      const pool = openPool(url, door, 1);
      const perStatement = Number(pool.options.query_timeout ?? 0) > 0;
      expect([door, perStatement, pool.listenerCount('acquire')]).toEqual([
        door,
        door !== 'reads',
        door === 'reads' ? 1 : 0,
      ]);
      await pool.end();
    }
  });

  it('keeps the role when the URL brings options of its own, and those as well', async () => {
    const own = new URL(url);
    own.searchParams.set('options', '-c role=waybill_system -c search_path=elsewhere');
    expect(await settingsOf('writes', own.href)).toMatchObject({ role: 'waybill_nobody', path: 'elsewhere' });
  });

  it('bounds statements by the kind of work, migrations not at all', async () => {
    const limit = async (door: Door) => (await settingsOf(door)).limit;
    expect(await limit('reads')).toBe('15s');
    expect(await limit('bulk')).toBe('10min');
    expect(await limit('migrations')).toBe('0');
  });

  it('may be lost while somebody holds it, and is not given out again', async () => {
    const pool = openPool(url, 'system', 1);
    const held = await pool.connect();
    const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const gone = new Promise((resolve) => held.once('end', resolve));
    await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await gone;
    held.release();
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await Promise.all([admin.end(), pool.end()]);
  });
});

describe('the budget of connections', () => {
  it.each([leastConnections, 8, 20, 100, 500])('of %i is never exceeded, and opens every door', (total) => {
    const shares = Object.values(divideConnections(total));
    expect(shares.reduce((sum, share) => sum + share)).toBe(total);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
  });
});
