import { Inject, Injectable } from '@nestjs/common';
import { keyedHash } from '../identity/secrets.js';
import { CONFIG, type Config } from '../../config.js';
import { problem } from '../../common/problems/problems.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';

/** Counts every attempt, successful or not, in windows of an hour that start with the first one. */
const countSql = `
  insert into sign_in_counters as c (key, failures, allowance, next_attempt_at, expires_at)
  values ($1, 1, $2, 'epoch', now() + interval '1 hour')
  on conflict (key) do update set
    failures = case when c.expires_at <= now() then 1 else c.failures + 1 end,
    allowance = excluded.allowance,
    expires_at = case when c.expires_at <= now() then excluded.expires_at else c.expires_at end
  returning failures <= allowance as allowed, ceil(extract(epoch from expires_at - now()))::int as seconds`;

/** Limits how often something may be done in an hour, across all API processes. */
@Injectable()
export class HourlyCounts {
  constructor(
    private readonly sql: SystemSql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Counts one attempt at `what`.
   * @param tooMany what was done too often, for the person who did it
   * @throws Problem `rate_limited`
   */
  async count(what: readonly string[], allowance: number, tooMany: string): Promise<void> {
    const key = keyedHash(this.config.JWT_SECRET, ...what);
    const [row] = await this.sql.query<{ allowed: boolean; seconds: number }>('hourly_count', countSql, [
      key,
      allowance,
    ]);
    if (row?.allowed) return;
    const seconds = Math.max(1, row?.seconds ?? 1);
    throw problem(
      'rate_limited',
      `${tooMany} Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
      undefined,
      { 'retry-after': String(seconds) },
    );
  }
}
