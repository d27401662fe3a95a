import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis, RedisOptions } from 'ioredis';
import { CONFIG } from '../../config.js';
import { openRedis, type RedisPlace } from '../../redis/open-redis.js';

/** So long Redis may take to say that it is there, and to take ids, before it counts as away. */
export const patienceMilliseconds = 1_000;
/** A move of Bull's that is given up may have happened: its id is then with nobody for half a minute. */
const commandMilliseconds = 10_000;
/** Longer than a blocking read waits for a job; then the connection is dead, whatever TCP says. */
const silenceMilliseconds = 15_000;

/** Bull's connections to Redis. All queues share one for commands and one that listens; each needs one to wait by. */
@Injectable()
export class BullConnections implements OnApplicationShutdown {
  private readonly opened = new Map<string, Redis>();

  constructor(@Inject(CONFIG) private readonly place: RedisPlace) {}

  /** Commands never wait for a Redis that is away. */
  get client(): Redis {
    return this.shared('client', {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: commandMilliseconds,
    });
  }

  /**
   * Bull hears by it of delayed jobs, of which there are none. So it need not subscribe again, for which ioredis would
   * leave a rejection unhandled.
   */
  get subscriber(): Redis {
    return this.shared('subscriber', { maxRetriesPerRequest: null, autoResubscribe: false });
  }

  waiting(queue: string): Redis {
    return this.shared(`waiting ${queue}`, {
      maxRetriesPerRequest: null,
      socketTimeout: silenceMilliseconds,
    });
  }

  /** For good: Bull opens again what it waits by once that has ended, which may be long after a stop. */
  close(): void {
    for (const connection of this.opened.values()) {
      connection.connect = () => Promise.reject(new Error('The process stops'));
      connection.disconnect();
    }
  }

  /** Of a process that only looks at the queues, too. */
  onApplicationShutdown(): void {
    this.close();
  }

  private shared(purpose: string, options: RedisOptions): Redis {
    const known = this.opened.get(purpose);
    if (known) return known;
    const connection = openRedis(this.place, { ...options, enableReadyCheck: false }, (attempt) =>
      Math.min(attempt * 100, 1_000),
    ) as Redis; // Bull takes a Cluster just as well; only its types do not.
    connection.setMaxListeners(0);
    this.opened.set(purpose, connection);
    return connection;
  }
}
