import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { outsideContext } from '../../../common/http/request-context.js';
import { SystemSql } from '../../../database/tenancy/system-sql.js';
import { oldestRunning } from '../events.queries.js';

const [firstPause, longestPause] = [10, 200];

/** Waits for transactions older than an event's own to end: one look for all who wait. */
@Injectable()
export class SettleWatch {
  private readonly waiting = new Map<() => void, bigint>();
  private looking?: Promise<void>;

  constructor(private readonly sql: SystemSql) {}

  /** Calls `settled` once nothing can come before events of this transaction. May call it early. */
  when(transactionId: string, settled: () => void): void {
    this.waiting.set(settled, BigInt(transactionId));
    this.looking ??= outsideContext(() => this.look().finally(() => (this.looking = undefined)));
  }

  private async look(): Promise<void> {
    for (let pause = firstPause; this.waiting.size > 0; pause = Math.min(pause * 2, longestPause)) {
      await delay(pause, undefined, { ref: false });
      const oldest = await this.oldest();
      for (const [settled, transaction] of this.waiting) {
        if (oldest !== undefined && transaction >= oldest) continue;
        this.waiting.delete(settled);
        settled();
        pause = firstPause;
      }
    }
  }

  private async oldest(): Promise<bigint | undefined> {
    const sql = `select ${oldestRunning}::text as oldest`;
    return this.sql.query<{ oldest: string }>('events_oldest_running', sql).then(
      ([row]) => BigInt(row!.oldest),
      () => undefined,
    );
  }
}
