import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../../config.js';
import { RedisConnection } from '../../redis/redis-connection.js';

const windowSeconds = 60;

/** Who is counted: the caller and, if it has one, the team whose callers share a limit. */
export interface Counted {
  caller: string;
  team?: string;
}

/** The caller's remaining requests, by the stricter of the limits. */
export interface Allowance {
  policy: 'default' | 'team';
  allowed: boolean;
  limit: number;
  remaining: number;
  windowSeconds: number;
  /** Seconds until the limit is fully restored. */
  resetSeconds: number;
}

/** One limit, counted in Redis, or in this process when Redis is not configured or fails. */
interface Limiter {
  alone: RateLimiterMemory;
  together?: RateLimiterRedis;
}

/**
 * Limits requests per caller and minute, and per team: counted in Redis, if configured, across all API
 * processes, else in this process. While Redis does not respond, each process counts alone; no request waits
 * for it.
 */
@Injectable()
export class RateLimits {
  private readonly limiters: Record<Allowance['policy'], Limiter>;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly redis: RedisConnection,
  ) {
    this.limiters = {
      default: this.limiterOf(config.RATE_LIMIT_PER_MINUTE, 'waybill:rate'),
      team: this.limiterOf(config.TEAM_RATE_LIMIT_PER_MINUTE, 'waybill:rate:team'),
    };
  }

  /** Counts one request. Requests that the caller's own limit refuses do not count against the team. */
  async consume({ caller, team }: Counted): Promise<Allowance> {
    const own = await this.take('default', caller);
    if (!own.allowed || !team) return own;
    const shared = await this.take('team', team);
    return !shared.allowed || shared.remaining < own.remaining ? shared : own;
  }

  private async take(policy: Allowance['policy'], key: string): Promise<Allowance> {
    const { alone, together } = this.limiters[policy];
    if (!together) return this.count(policy, alone, key);
    try {
      return await this.count(policy, together, key);
    } catch {
      this.redis.renew();
      return this.count(policy, alone, key);
    }
  }

  /** The limiters throw refusals as results; any other value thrown is a failure. */
  private async count(
    policy: Allowance['policy'],
    limiter: RateLimiterMemory | RateLimiterRedis,
    key: string,
  ): Promise<Allowance> {
    const describe = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance => ({
      policy,
      allowed,
      limit: limiter.points,
      remaining: remainingPoints,
      windowSeconds,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    });
    try {
      return describe(true, await limiter.consume(key));
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return describe(false, thrown);
      throw thrown;
    }
  }

  private limiterOf(points: number, keyPrefix: string): Limiter {
    const options = { points, duration: windowSeconds, keyPrefix };
    const { client: storeClient } = this.redis;
    return {
      alone: new RateLimiterMemory(options),
      together: storeClient && new RateLimiterRedis({ ...options, storeClient, rejectIfRedisNotReady: true }),
    };
  }
}
