import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { CONFIG, type Config } from '../../config.js';

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
  private readonly url: string;

  constructor(@Inject(CONFIG) { REDIS_URL }: Config) {
    if (!REDIS_URL) throw new Error('There is no Redis');
    this.url = REDIS_URL;
  }

  /** Commands never wait for a Redis that is away. */
  get client(): Redis {
    return this.shared('client', {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: commandMilliseconds,
    });
  }

  get subscriber(): Redis {
    return this.shared('subscriber', { maxRetriesPerRequest: null });
  }

  waiting(queue: string): Redis {
    return this.shared(`waiting ${queue}`, {
      maxRetriesPerRequest: null,
      socketTimeout: silenceMilliseconds,
    });
  }

  close(): void {
    for (const connection of this.opened.values()) connection.disconnect();
  }

  /** Of a process that only looks at the queues, too. */
  onApplicationShutdown(): void {
    this.close();
  }

  private shared(purpose: string, options: RedisOptions): Redis {
    const known = this.opened.get(purpose);
    if (known) return known;
    const connection = new Redis(this.url, {
      ...options,
      enableReadyCheck: false,
      connectTimeout: 2_000,
      retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
    });
    connection.setMaxListeners(0);
    connection.on('error', () => undefined);
    this.opened.set(purpose, connection);
    return connection;
  }
}
