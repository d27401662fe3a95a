import { constants, getPriority } from 'node:os';
import type pg from 'pg';
import { openPool } from './connections.js';
import { stepBack } from './step-back.js';

const { PRIORITY_BELOW_NORMAL, PRIORITY_NORMAL } = constants.priority;

const priorityOf = async (pool: pg.Pool) => {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return getPriority(rows[0]!.pid);
};

describe('a pool that steps back', () => {
  it('has processes of a lower priority than others have', async () => {
    const [usual, low] = [1, 1].map((size) => openPool(process.env.TEST_DATABASE_URL!, 'bulk', size));
    stepBack(low!);
    try {
      expect(await priorityOf(low!)).toBe(PRIORITY_BELOW_NORMAL);
      expect(await priorityOf(usual!)).toBe(PRIORITY_NORMAL);
    } finally {
      await Promise.all([usual!.end(), low!.end()]);
    }
  });

  it('goes on where its processes are of another machine', async () => {
    const pool = openPool(process.env.TEST_DATABASE_URL!, 'bulk', 1);
    pool.prependListener('connect', (client) => void Object.assign(client, { processID: 2 ** 30 }));
    stepBack(pool);
    try {
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      await pool.end();
    }
  });
});
