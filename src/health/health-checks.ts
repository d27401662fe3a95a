import { Inject, Injectable } from '@nestjs/common';
import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { CONFIG, type Config } from '../config.js';
import { DATABASE_SERVER, type DatabaseServer } from '../database/database-url.js';
import { Pools } from '../database/connections/pools.js';
import { Replica } from '../database/replica/replica.js';
import { busyHoldersCte, isHeldBack } from '../jobs/held-back.js';
import { RedisConnection } from '../redis/redis-connection.js';
import { BoundedCheck, type State } from './bounded-check.js';

/** Below this, PostgreSQL and uploads are about to fail. */
const leastFreeBytes = 100 * 1024 * 1024;
const longestWaitSeconds = 300;

const longestWaitSql = `
  with ${busyHoldersCte}
  select coalesce(extract(epoch from now() - min(j.run_at)), 0)::float8 as seconds from jobs j
   where j.state in ('waiting', 'handed') and j.run_at <= now() and not ${isHeldBack}`;

/** Checks each thing this process needs separately. The database check has its own connection. */
@Injectable()
export class HealthChecks {
  private readonly pool: pg.Pool;
  private readonly checks: Record<string, BoundedCheck>;

  constructor(
    private readonly pools: Pools,
    private readonly redis: RedisConnection,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_SERVER) private readonly server: DatabaseServer,
    @Inject(Replica) private readonly replica: Replica | null,
  ) {
    this.pool = pools.open('health', { idleTimeoutMillis: 0 });
    const looks = {
      database: () => this.database(),
      pool: () => this.freeConnections(),
      disk: () => this.disk(),
      jobs: () => this.jobs(),
      ...(redis.client && { redis: () => this.answeringRedis() }),
      ...(replica && { replica: () => this.usableReplica() }),
      ...(server.state() !== 'external' && { embeddedServer: () => this.embeddedServer() }),
    };
    this.checks = Object.fromEntries(
      Object.entries(looks).map(([name, look]) => [name, new BoundedCheck(look)]),
    );
  }

  /** The state of everything, in little more than a second. */
  async states(): Promise<Record<string, State>> {
    const states = Object.entries(this.checks).map(
      async ([name, check]) => [name, await check.state()] as const,
    );
    return Object.fromEntries(await Promise.all(states));
  }

  private async database(): Promise<State> {
    await this.pool.query('select 1');
    return 'up';
  }

  /** Degraded when callers find no free connection now and a moment later. */
  private async freeConnections(): Promise<State> {
    const busy = new Set(this.pools.busy);
    if (busy.size === 0) return 'up';
    await delay(250);
    return this.pools.busy.some((door) => busy.has(door)) ? 'degraded' : 'up';
  }

  private async disk(): Promise<State> {
    const file = join(this.config.DATA_DIR, `.health-${process.pid}`);
    await writeFile(file, 'written');
    await unlink(file);
    const { bavail, bsize } = await statfs(this.config.DATA_DIR);
    return bavail * bsize < leastFreeBytes ? 'degraded' : 'up';
  }

  private async jobs(): Promise<State> {
    const { rows } = await this.pool.query<{ seconds: number }>(longestWaitSql);
    return rows[0]!.seconds > longestWaitSeconds ? 'degraded' : 'up';
  }

  private async answeringRedis(): Promise<State> {
    await this.redis.client?.ping();
    return 'up';
  }

  /** Without it the primary answers. */
  private usableReplica(): State {
    return this.replica?.isUsable ? 'up' : 'degraded';
  }

  private embeddedServer(): State {
    return this.server.state() === 'up' ? 'up' : 'down';
  }
}
