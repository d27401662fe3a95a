import { Injectable, Logger } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { openClient } from '../database/connections/connections.js';
import { ListeningClient } from '../database/connections/listening-client.js';
import type { SystemSql } from '../database/tenancy/system-sql.js';
import type { BullQueues } from './bull/bull-queues.js';
import { Relay } from './bull/relay.js';
import { JobClaims } from './job-claims.js';
import { JobExecution } from './job-execution.js';
import { limitsOf, queueNames, type QueueLimits, type QueueName } from './job-map.js';
import { runnerLocks } from './job-statements.js';
import { JobTaker } from './job-taker.js';
import { jobChannel, type Jobs } from './jobs.js';

const pollMilliseconds = 1_000;

interface RunnerOptions {
  /** By which due jobs come; without, they are taken straight from their table. */
  bull?: BullQueues;
  limits?: (queue: QueueName) => QueueLimits;
}

/**
 * Runs jobs in this process. On {@link stop} it takes no more, waits a while for running ones, then releases the rest.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private readonly id = randomInt(1, 2 ** 31 - 1);
  private readonly execution: JobExecution;
  private readonly taker: JobTaker;
  private readonly relay?: Relay;
  private readonly changed = new Set<QueueName>();
  /** By its advisory lock it also proves that this runner is alive: without, its jobs would look like a dead one's. */
  private readonly listener: ListeningClient;
  private readonly limits: (queue: QueueName) => QueueLimits;
  private readonly bull?: BullQueues;
  private runners = 1;
  private timer?: NodeJS.Timeout;
  private pumping?: Promise<void>;
  private checking?: Promise<void>;
  private stopped?: Promise<void>;
  private isStopping = false;

  constructor(sql: SystemSql, jobs: Jobs, url: string, { bull, limits = limitsOf }: RunnerOptions = {}) {
    const claims = new JobClaims(sql, this.id, limits);
    this.limits = limits;
    this.execution = new JobExecution(claims, jobs);
    this.taker = new JobTaker(
      claims,
      this.execution,
      () => this.mayClaim,
      (queue) => this.wake([queue]),
      limits,
    );
    this.bull = bull;
    if (bull) this.relay = new Relay(bull, claims, limits);
    this.listener = new ListeningClient({
      open: () => openClient(url, 'jobs'),
      channel: jobChannel,
      prepare: (client) => client.query('select pg_advisory_lock_shared($1, $2)', [runnerLocks, this.id]),
      heard: (queue) => this.wake(queueNames.filter((name) => name === queue)),
      back: () => this.wake(queueNames),
    });
  }

  async start(): Promise<void> {
    await this.listener.start();
    this.bull?.process(
      (queue) => this.limits(queue).lanes,
      (queue, ids) => this.taker.takeHanded(queue, ids),
    );
    this.timer = setInterval(() => this.tick(), pollMilliseconds);
    this.tick();
  }

  /** @param graceMilliseconds how long to wait for running jobs; only the first call's value counts */
  stop(graceMilliseconds = 9_500): Promise<void> {
    return (this.stopped ??= this.finish(graceMilliseconds));
  }

  private async finish(graceMilliseconds: number): Promise<void> {
    clearInterval(this.timer);
    this.isStopping = true;
    this.bull?.pause();
    const patience = new Promise((resolve) => setTimeout(resolve, graceMilliseconds).unref());
    await Promise.race([Promise.all([this.pumping, this.checking, this.taker.settled()]), patience]);
    await this.execution.stop(patience);
    await this.bull?.close();
    await this.listener.stop();
  }

  private get mayClaim(): boolean {
    return this.listener.isUp && !this.isStopping;
  }

  /** What needs no more than to be done now and then. */
  private tick(): void {
    this.checking ??= this.check()
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'Jobs could not be looked after; trying again'),
      )
      .finally(() => (this.checking = undefined));
  }

  private async check(): Promise<void> {
    if (!this.mayClaim) return;
    this.runners = Math.max(1, await this.taker.recover());
    await this.relay?.check();
    this.wake(queueNames);
  }

  private wake(queues: readonly QueueName[]): void {
    for (const queue of queues) this.changed.add(queue);
    this.pumping ??= this.pump()
      .catch((error: unknown) => {
        this.changed.clear();
        this.logger.warn({ err: error }, 'Jobs could not be fetched; trying again');
      })
      .finally(() => {
        this.pumping = undefined;
        if (this.changed.size > 0 && this.mayClaim) this.wake([]);
      });
  }

  private async pump(): Promise<void> {
    for (const queue of this.changed) {
      if (!this.mayClaim) return;
      this.changed.delete(queue);
      if (this.relay?.isThere) await this.relay.hand(queue, this.runners);
      else await this.taker.takeDue(queue);
    }
  }
}
