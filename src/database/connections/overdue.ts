import type pg from 'pg';
import { streamOf } from './pipelined-client.js';

const lookMilliseconds = 1_000;

/**
 * Ends connections that a pool lent for longer than the work on them may take, as those that were cut off without a word.
 * For pools whose work is one flight: the timer that `pg` gives each statement costs a short read a quarter of its time.
 * @param seconds at least
 */
export function endOverdue(pool: pg.Pool, seconds: number): void {
  // Counts looks instead of time, since data may lie unread after this thread was busy.
  const looks = new Map<pg.PoolClient, number>();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    if (looks.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    for (const [client, seen] of looks) {
      looks.set(client, seen + 1);
      if (seen >= seconds)
        streamOf(client).destroy(new Error('Connection terminated: the database did not answer in time'));
    }
  };
  pool.on('acquire', (client) => {
    looks.set(client, 0);
    timer ??= setInterval(look, lookMilliseconds).unref();
  });
  pool.on('release', (_error, client) => void looks.delete(client));
}
