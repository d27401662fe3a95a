import { constants, setPriority } from 'node:os';
import type pg from 'pg';

/**
 * Lowers the priority of the server's processes behind a pool below that of all others, so that what takes long holds up
 * nobody who waits for an answer. The server has to run on this machine, and this process to be allowed to.
 */
export function stepBack(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const { processID } = client as pg.PoolClient & { processID: number };
    try {
      setPriority(processID, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // The usual priority works too.
    }
  });
}
