import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { BudgetedDoor } from './connection-budget.js';
import { openPool } from './connections.js';

export type PoolDoor = Exclude<BudgetedDoor, 'jobs'>;

/** The pools of this process, which together take no more connections than its budget. */
@Injectable()
export class Pools implements OnApplicationShutdown {
  private readonly pools = new Map<PoolDoor, pg.Pool>();
  private readonly adopted = new Map<PoolDoor, pg.Pool>();

  constructor(
    private readonly url: string,
    readonly sizes: Readonly<Record<PoolDoor, number>>,
  ) {}

  /** Opens the pool of a door; it connects when it is first asked for a connection. */
  open(door: PoolDoor, more?: pg.PoolConfig): pg.Pool {
    const pool = openPool(this.url, door, this.sizes[door], more);
    this.pools.set(door, pool);
    return pool;
  }

  /** Counts in a pool that somebody else opened and will end. */
  adopt(door: PoolDoor, pool: pg.Pool): void {
    this.adopted.set(door, pool);
  }

  /** The doors at which callers wait for a connection at this moment, probes of health aside. */
  get busy(): PoolDoor[] {
    return [...this.pools, ...this.adopted]
      .filter(([door, { waitingCount }]) => door !== 'health' && waitingCount > 0)
      .map(([door]) => door);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
