import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { openRedis, type RedisClient } from './open-redis.js';

/** How long requests under way wait for a Redis that hangs; later ones no longer ask it. */
const patienceMilliseconds = 500;

/**
 * The one connection to Redis, absent without `REDIS_URL`. While Redis is down commands fail at once instead of
 * queueing; callers continue without it.
 */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  readonly client?: RedisClient;
  private isRenewing = false;

  constructor(@Inject(CONFIG) config: Config) {
    if (!config.REDIS_URL) return;
    this.client = openRedis(
      config,
      { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: patienceMilliseconds },
      (attempt) => Math.min(attempt * 200, 2_000),
    );
    this.client.on('close', () => (this.isRenewing = false));
  }

  /** Replaces a connection that hangs. Until the new one is ready, commands fail at once. */
  renew(): void {
    if (this.isRenewing || this.client?.status !== 'ready') return;
    this.isRenewing = true;
    this.client.disconnect(true);
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }
}
