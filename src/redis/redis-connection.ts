import type { OnApplicationShutdown } from '@nestjs/common';
import type { RedisClient, RedisPlace } from './open-redis.js';

/** How long requests under way wait for a Redis that hangs; later ones no longer ask it. */
const patienceMilliseconds = 500;

/**
 * The one connection to Redis, absent without `REDIS_URL`. While Redis is down commands fail at once instead of
 * queueing; callers continue without it.
 */
export class RedisConnection implements OnApplicationShutdown {
  private isRenewing = false;

  private constructor(readonly client?: RedisClient) {
    client?.on('close', () => (this.isRenewing = false));
  }

  static async open(place: RedisPlace): Promise<RedisConnection> {
    if (!place.REDIS_URL) return new RedisConnection();
    // Loaded only where there is a Redis: it costs time at the start.
    const { openRedis } = await import('./open-redis.js');
    const options = {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: patienceMilliseconds,
    };
    return new RedisConnection(openRedis(place, options, (attempt) => Math.min(attempt * 200, 2_000)));
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
