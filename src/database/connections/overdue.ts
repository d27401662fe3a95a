import type pg from 'pg';
import { streamOf } from './pipelined-client.js';

const lookMilliseconds = 1_000;

/**
 * Ends a connection that is lent for longer than its one flight may take: it was cut off without a word. One timer for all
 * of a pool, since the closures of one for each statement, which `pg` has, keep its rows until a major collection.
 * @param seconds it may be lent; it is ended at most one later
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
