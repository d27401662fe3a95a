import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config.js';
import { RedisConnection } from '../redis/redis-connection.js';

const windowSeconds = 60;

/** Who is counted: one caller and, where they have one, the team whose callers are counted together too. */
export interface Counted {
  caller: string;
  team?: string;
}

/** What is left of a caller's requests, by the limit that binds them first. */
export interface Allowance {
  policy: 'default' | 'team';
  allowed: boolean;
  limit: number;
  remaining: number;
  windowSeconds: number;
  /** Seconds until the whole limit is there again. */
  resetSeconds: number;
}

/** One limit, counted in Redis where there is one and in this process where there is none, or while it fails. */
interface Limiter {
  alone: RateLimiterMemory;
  together?: RateLimiterRedis;
}

/**
 * Counts requests per caller and minute, and under a ceiling per team: in Redis where there is one, so that all API
 * processes count together, else in this process. While Redis does not answer, each process counts alone; no request
 * waits for it.
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

  /** Counts one request. What a caller is refused is not counted against the team. */
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

  /** The limiters throw their refusals; anything else they throw is a failure. */
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
