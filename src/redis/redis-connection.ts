import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { CONFIG, type Config } from '../config.js';

/** What a hanging Redis may cost the requests under way, once; those after it no longer ask. */
const patienceMilliseconds = 500;

/**
 * The one connection to Redis, absent without `REDIS_URL`. Nothing queues while it is down: commands fail at once,
 * and whoever sends one goes on without.
 */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  readonly client?: Redis;
  private leaving = false;

  constructor(@Inject(CONFIG) { REDIS_URL }: Config) {
    if (!REDIS_URL) return;
    this.client = new Redis(REDIS_URL, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      commandTimeout: patienceMilliseconds,
      retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
    });
    this.client.on('error', () => undefined);
    this.client.on('close', () => (this.leaving = false));
  }

  /** Drops a connection that hangs; Redis is not asked again until it has answered a new one. */
  renew(): void {
    if (this.leaving || this.client?.status !== 'ready') return;
    this.leaving = true;
    this.client.disconnect(true);
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}
