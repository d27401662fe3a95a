import type pg from 'pg';
import { streamOf } from './pipelined-client.js';

const lookMilliseconds = 1_000;
/** Looks without a byte from the server after which it is asked for one, and after which it is given up. */
const asksAfter = 3;
const givesUpAfter = 12;

/**
 * Ends the writes that wait for a server which is frozen or cut off, so that their callers get an answer long
 * before the limit of a statement. A slow statement is none of that: the server still sends something to
 * somebody meanwhile, if only its reply to `ask`.
 */
export class SilenceWatch {
  private readonly waiting = new Set<pg.PoolClient>();
  private silentLooks = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param ask makes a server that is well send something; may fail */
  constructor(private readonly ask: () => Promise<unknown>) {}

  /** Listens to the server on the connections of a pool. */
  listenOn(pool: pg.Pool): void {
    const heard = () => void (this.silentLooks = 0);
    pool.on('connect', (client) => void streamOf(client).on('data', heard));
  }

  /** Ends what is under way on the connections of a pool while the server is silent. */
  guard(pool: pg.Pool): void {
    pool.on('acquire', (client) => void this.waiting.add(client));
    pool.on('release', (_error, client) => void this.waiting.delete(client));
    this.timer ??= setInterval(() => this.look(), lookMilliseconds).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Counts looks instead of time, since data may lie unread after this thread was busy. */
  private look(): void {
    this.silentLooks = this.waiting.size === 0 ? 0 : this.silentLooks + 1;
    if (this.silentLooks >= asksAfter) this.ask().catch(() => undefined);
    if (this.silentLooks < givesUpAfter) return;
    for (const client of this.waiting)
      streamOf(client).destroy(new Error('Connection terminated: the database is silent'));
    this.silentLooks = 0;
  }
}
