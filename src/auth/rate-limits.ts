import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config.js';

const windowSeconds = 60;
/** A limiter may cost a request this long at most. */
const redisPatienceMilliseconds = 100;

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
export class RateLimits implements OnModuleDestroy {
  private readonly limit: number;
  private readonly alone: RateLimiterMemory;
  private readonly redis?: Redis;
  private readonly together?: RateLimiterRedis;

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
    this.together = new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      inMemoryBlockOnConsumed: this.limit + 1,
    });
  }

  /** Counts one request of `caller`. */
  async consume(caller: string): Promise<Allowance> {
    if (!this.together) return this.describe(await this.alone.consume(caller).catch(refusal));
    try {
      return this.describe(await this.together.consume(caller).catch(refusal));
    } catch {
      // A Redis that hangs is left until it answers again, so that only one request waits for it.
      if (this.redis?.status === 'ready') this.redis.disconnect(true);
      return this.describe(await this.alone.consume(caller).catch(refusal));
    }
  }

  private describe({ consumedPoints, remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
    return {
      allowed: consumedPoints <= this.limit,
      limit: this.limit,
      remaining: remainingPoints,
      windowSeconds,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    };
  }

  onModuleDestroy(): void {
    this.redis?.disconnect();
  }
}

/** The limiter throws its refusals; anything else is a failure. */
function refusal(thrown: unknown): RateLimiterRes {
  if (thrown instanceof RateLimiterRes) return thrown;
  throw thrown;
}
