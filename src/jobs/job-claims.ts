import { coalesce } from '../common/coalesce.js';
import type { SystemSql } from '../database/tenancy/system-sql.js';
import type { FailureKind } from './job-failures.js';
import { limitsOf, type QueueName } from './job-map.js';
import {
  claimHandedSql,
  claimSql,
  doneSql,
  failedSql,
  handBackSql,
  handSql,
  progressedSql,
  recoverSql,
  takeBackAllSql,
  takeBackSql,
} from './job-statements.js';

export interface ClaimedJob {
  id: string;
  name: string;
  queue: QueueName;
  payload: Record<string, unknown>;
  attempts: number;
  crashes: number;
  request_id: string;
  traceparent: string | null;
}

export type HandedJob = Pick<ClaimedJob, 'id' | 'name'>;

const uniqueViolation = '23505';

/** Claims jobs for one runner and records their results. Fair between tenants, across all processes. */
export class JobClaims {
  /** Ends that come together are noted together. */
  readonly done = coalesce(async (ids: string[]) => {
    await this.sql.query('jobs_done', doneSql, [ids, this.runner]);
  });

  constructor(
    private readonly sql: SystemSql,
    private readonly runner: number,
    private readonly limits = limitsOf,
  ) {}

  /**
   * @param underWay the jobs that this runner is running
   * @returns how many runners are alive
   */
  async recover(underWay: readonly string[]): Promise<number> {
    const [alive] = await this.sql.query<{ runners: number }>('jobs_recover', recoverSql, [
      this.runner,
      underWay,
    ]);
    return alive!.runners;
  }

  /** The next jobs of a queue, at most so many; none when none may start now. */
  async claim(queue: QueueName, most: number): Promise<ClaimedJob[]> {
    const values = this.selection(queue, most);
    for (;;) {
      try {
        return await this.sql.query<ClaimedJob>('jobs_claim', claimSql, values);
      } catch (error) {
        // Another runner claimed one of the same tenant at the same moment; the next claim sees it.
        if (!isTaken(error)) throw error;
      }
    }
  }

  /** Those of the handed jobs that may still start. */
  async claimHanded(ids: readonly string[]): Promise<ClaimedJob[]> {
    try {
      return await this.sql.query<ClaimedJob>('jobs_claim_handed', claimHandedSql, [this.runner, ids]);
    } catch (error) {
      await this.takeBack(ids);
      // A tenant's turn was used twice; whoever selects next sees it.
      if (isTaken(error)) return [];
      throw error;
    }
  }

  /** Marks the next jobs of a queue as handed, until so many are handed or running. */
  async hand(queue: QueueName, window: number): Promise<HandedJob[]> {
    return this.sql.query('jobs_hand', handSql, this.selection(queue, window));
  }

  private selection(queue: QueueName, most: number) {
    const { perTenant, perTeam } = this.limits(queue);
    return [this.runner, queue, most, perTenant, perTeam];
  }

  /** Lets handed jobs be taken by anyone again. */
  async takeBack(ids: readonly string[]): Promise<void> {
    await this.sql.query('jobs_take_back', takeBackSql, [ids]);
  }

  /** All that this runner handed; others look after theirs. */
  async takeBackAll(): Promise<void> {
    await this.sql.query('jobs_take_back_all', takeBackAllSql, [this.runner]);
  }

  async progressed(id: string): Promise<void> {
    await this.sql.query('jobs_progressed', progressedSql, [id, this.runner]);
  }

  async failed(id: string, reason: string, retrySeconds: number): Promise<void> {
    await this.sql.query('jobs_failed', failedSql, [id, 'waiting', reason, retrySeconds, this.runner, null]);
  }

  /** It failed for good. */
  async buried(id: string, reason: string, failure: FailureKind): Promise<void> {
    await this.sql.query('jobs_failed', failedSql, [id, 'dead', reason, 0, this.runner, failure]);
  }

  async handBack(ids: readonly string[]): Promise<void> {
    await this.sql.query('jobs_hand_back', handBackSql, [ids, this.runner]);
  }
}

const isTaken = (error: unknown) => (error as { code?: unknown }).code === uniqueViolation;
