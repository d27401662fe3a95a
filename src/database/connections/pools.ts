import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { BudgetedDoor } from './connection-budget.js';
import { openPool, pooledOptions } from './connections.js';
import { SilenceWatch } from './silence-watch.js';

type PoolDoor = Exclude<BudgetedDoor, 'jobs' | 'events'>;

/** The pools of this process, which together open no more connections than its budget. */
@Injectable()
export class Pools implements OnApplicationShutdown {
  private readonly pools = new Map<PoolDoor, pg.Pool>();
  private readonly adopted = new Map<PoolDoor, pg.Pool>();
  private readonly silence = new SilenceWatch(async () => this.pools.get('health')?.query('select 1'));

  /** @param isPooled whether `url` leads to a pooler that lends each transaction another session */
  constructor(
    private readonly url: string,
    readonly sizes: Readonly<Record<PoolDoor, number>>,
    readonly isPooled = false,
  ) {}

  /** Opens the pool for one kind of work; it connects on first use. */
  open(door: PoolDoor, more?: pg.PoolConfig): pg.Pool {
    const pooled = this.isPooled ? pooledOptions(this.url, door) : {};
    const pool = openPool(this.url, door, this.sizes[door], { ...more, ...pooled });
    this.pools.set(door, pool);
    this.silence.listenOn(pool);
    return pool;
  }

  /** Includes a pool that was opened, and will be ended, elsewhere. */
  adopt(door: PoolDoor, pool: pg.Pool): void {
    this.adopted.set(door, pool);
    this.silence.listenOn(pool);
    if (door === 'writes') this.silence.guard(pool);
  }

  /** A pool that was opened elsewhere. */
  adoptedFor(door: PoolDoor): pg.Pool {
    const pool = this.adopted.get(door);
    if (!pool) throw new Error(`There is no pool for ${door} yet`);
    return pool;
  }

  /** The pools with callers waiting for a connection right now, health checks aside. */
  get busy(): PoolDoor[] {
    return this.counts
      .filter(({ door, waiting }) => door !== 'health' && waiting > 0)
      .map(({ door }) => door);
  }

  /** The connections of every pool that is open, and the callers that wait for one. */
  get counts() {
    return [...this.pools, ...this.adopted].map(([door, pool]) => ({
      door,
      size: this.sizes[door],
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }));
  }

  async onApplicationShutdown(): Promise<void> {
    this.silence.stop();
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
