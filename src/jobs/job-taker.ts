import { coalesce } from '../common/coalesce.js';
import type { ClaimedJob, JobClaims } from './job-claims.js';
import type { JobExecution } from './job-execution.js';
import { Lanes } from './bull/lanes.js';
import { limitsOf, queueNames, type QueueName } from './job-map.js';

interface Offer {
  queue: QueueName;
  ids: readonly string[];
}

/**
 * Claims jobs for one runner and starts them. One statement at a time, so that recovery never takes a job that is being
 * claimed for one whose end was lost.
 */
export class JobTaker {
  private turn: Promise<unknown> = Promise.resolve();
  private readonly lanes: ReadonlyMap<QueueName, Lanes>;
  private readonly claimTogether = coalesce((offers: Offer[]) => this.inTurn(() => this.startHanded(offers)));

  constructor(
    private readonly claims: JobClaims,
    private readonly execution: JobExecution,
    private readonly mayClaim: () => boolean,
    private readonly ended: (queue: QueueName) => void,
    private readonly limits = limitsOf,
  ) {
    this.lanes = new Map(
      queueNames.map((queue) => {
        const { lanes, together } = limits(queue);
        return [queue, new Lanes(lanes, together, () => this.freeSlots(queue))];
      }),
    );
  }

  /** Starts due jobs of a queue, straight from the table, until its slots are full or none may start. */
  async takeDue(queue: QueueName): Promise<void> {
    for (let taken = 1; taken > 0;)
      taken = await this.inTurn(async () => {
        const free = this.freeSlots(queue);
        if (free === 0 || !this.mayClaim()) return 0;
        const jobs = await this.claims.claim(queue, free);
        for (const job of jobs) this.start(job);
        return jobs.length;
      });
  }

  /** Runs the jobs that were handed and are still due; resolves when there is room for more. */
  async takeHanded(queue: QueueName, ids: readonly string[]): Promise<void> {
    await this.claimTogether({ queue, ids });
    await this.lanes.get(queue)!.hold();
  }

  /** @returns how many runners are alive */
  recover(): Promise<number> {
    return this.inTurn(() => this.claims.recover(this.execution.underWay));
  }

  /** Resolves once the statement under way has ended, and what it claimed is started. */
  async settled(): Promise<void> {
    await this.turn;
  }

  private async startHanded(offers: readonly Offer[]): Promise<void> {
    const room = new Map<QueueName, number>();
    const isRoomFor = (queue: QueueName) => {
      const free = room.get(queue) ?? this.freeSlots(queue);
      room.set(queue, free - 1);
      return free > 0 && this.mayClaim();
    };
    const [wanted, refused]: [string[], string[]] = [[], []];
    for (const { queue, ids } of offers) for (const id of ids) (isRoomFor(queue) ? wanted : refused).push(id);
    const jobs = wanted.length > 0 ? await this.claims.claimHanded(wanted) : [];
    for (const job of jobs) this.start(job);
    if (refused.length > 0) await this.claims.takeBack(refused);
  }

  private start(job: ClaimedJob): void {
    const { over, noted } = this.execution.start(job);
    void over.then(() => {
      this.lanes.get(job.queue)!.look();
      // Where all slots were taken, more may wait; and where it was its tenant's turn, when its end is noted.
      if (this.freeSlots(job.queue) === 1) this.ended(job.queue);
    });
    void noted.then(() => this.ended(job.queue));
  }

  private freeSlots(queue: QueueName): number {
    return Math.max(0, this.limits(queue).slots - this.execution.busyWith(queue));
  }

  private inTurn<T>(statement: () => Promise<T>): Promise<T> {
    const result = this.turn.then(statement);
    this.turn = result.catch(() => undefined);
    return result;
  }
}
