import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config.js';

const windowSeconds = 60;
/** What a hanging Redis may cost the requests under way, once; those after it no longer ask. */
const redisPatienceMilliseconds = 500;

/** What is left of a caller's requests. */
export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  windowSeconds: number;
  /** Seconds until the whole limit is there again. */
  resetSeconds: number;
}

/**
 * Counts requests per caller and minute: in Redis where there is one, so that all API processes count together,
 * else in this process. While Redis does not answer, each process counts alone; no request waits for it.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly limit: number;
  private readonly alone: RateLimiterMemory;
  private readonly redis?: Redis;
  private readonly together?: RateLimiterRedis;
  private leaving = false;

  constructor(@Inject(CONFIG) config: Config) {
    this.limit = config.RATE_LIMIT_PER_MINUTE;
    const options = { points: this.limit, duration: windowSeconds, keyPrefix: 'waybill:rate' };
    this.alone = new RateLimiterMemory(options);
    if (!config.REDIS_URL) return;
    this.redis = new Redis(config.REDIS_URL, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      commandTimeout: redisPatienceMilliseconds,
      retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
    });
    this.redis.on('error', () => undefined);
    this.redis.on('close', () => (this.leaving = false));
    this.together = new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
    });
  }

  /** Counts one request of `caller`. */
  async consume(caller: string): Promise<Allowance> {
    if (!this.together) return this.count(this.alone, caller);
    try {
      return await this.count(this.together, caller);
    } catch {
      this.leave();
      return this.count(this.alone, caller);
    }
  }

  /** The limiters throw their refusals; anything else they throw is a failure. */
  private async count(limiter: RateLimiterMemory | RateLimiterRedis, caller: string): Promise<Allowance> {
    try {
      return this.describe(true, await limiter.consume(caller));
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return this.describe(false, thrown);
      throw thrown;
    }
  }

  /** A Redis that hangs is not asked again until it has answered a new connection. */
  private leave(): void {
    if (this.leaving || this.redis?.status !== 'ready') return;
    this.leaving = true;
    this.redis.disconnect(true);
  }

  private describe(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
    return {
      allowed,
      limit: this.limit,
      remaining: remainingPoints,
      windowSeconds,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    };
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
