import { Logger } from '@nestjs/common';
import type { JobClaims } from '../job-claims.js';
import { limitsOf, type QueueName } from '../job-map.js';
import type { BullQueues } from './bull-queues.js';

/**
 * Hands the ids of due jobs to Bull, only so many as the runners can soon take: the order between tenants is made in the
 * table. While Redis is away the jobs are taken straight from the table.
 */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private isAway = false;
  /** What Redis held when this runner looked last; before, it hands nothing, as the first look would take it back. */
  private memory?: string;

  constructor(
    private readonly bull: BullQueues,
    private readonly claims: JobClaims,
    private readonly limits = limitsOf,
  ) {}

  get isThere(): boolean {
    return !this.isAway;
  }

  /** @param runners how many take jobs from Bull */
  async hand(queue: QueueName, runners: number): Promise<void> {
    const { slots, ahead, together } = this.limits(queue);
    while (this.isThere && this.memory !== undefined) {
      const jobs = await this.claims.hand(queue, runners * slots * (1 + ahead));
      if (jobs.length === 0) return;
      try {
        await this.bull.add(queue, jobs, together);
      } catch (error) {
        await this.leave(error);
        await this.claims.takeBack(jobs.map(({ id }) => id));
      }
    }
  }

  /** Finds out whether Redis is there, and has lost nothing. */
  async check(): Promise<void> {
    try {
      // At first its connection is only being made.
      if (this.memory === undefined && !this.isAway) await this.bull.reach();
      const memory = await this.bull.memory();
      if (memory !== this.memory) await this.claims.takeBackAll();
      this.memory = memory;
      if (this.isAway) this.logger.log('Redis answers again: jobs go through Bull');
      this.isAway = false;
    } catch (error) {
      await this.leave(error);
    }
  }

  private async leave(error: unknown): Promise<void> {
    if (this.isAway) return;
    this.isAway = true;
    this.logger.warn({ err: error }, 'Redis does not answer: jobs are taken straight from the table');
    await this.claims.takeBackAll();
  }
}
