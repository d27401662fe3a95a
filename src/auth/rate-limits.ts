import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config.js';
import { RedisConnection } from '../redis/redis-connection.js';

const windowSeconds = 60;

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
export class RateLimits {
  private readonly limit: number;
  private readonly alone: RateLimiterMemory;
  private readonly together?: RateLimiterRedis;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly redis: RedisConnection,
  ) {
    this.limit = config.RATE_LIMIT_PER_MINUTE;
    const options = { points: this.limit, duration: windowSeconds, keyPrefix: 'waybill:rate' };
    this.alone = new RateLimiterMemory(options);
    if (!redis.client) return;
    this.together = new RateLimiterRedis({
      ...options,
      storeClient: redis.client,
      rejectIfRedisNotReady: true,
    });
  }

  /** Counts one request of `caller`. */
  async consume(caller: string): Promise<Allowance> {
    if (!this.together) return this.count(this.alone, caller);
    try {
      return await this.count(this.together, caller);
    } catch {
      this.redis.renew();
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

  private describe(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
    return {
      allowed,
      limit: this.limit,
      remaining: remainingPoints,
      windowSeconds,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    };
  }
}
