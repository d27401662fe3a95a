import { coalesce } from '../common/coalesce.js';
import type { ClaimedJob, JobClaims } from './job-claims.js';
import type { JobExecution } from './job-execution.js';
import { limitsOf, type QueueName } from './job-map.js';

/**
 * Claims jobs for one runner and starts them. One statement at a time, so that recovery never takes a job that is being
 * claimed for one whose end was lost.
 */
export class JobTaker {
  private turn: Promise<unknown> = Promise.resolve();
  private readonly claimTogether = coalesce((offers: { queue: QueueName; id: string }[]) =>
    this.inTurn(() => this.startHanded(offers)),
  );

  constructor(
    private readonly claims: JobClaims,
    private readonly execution: JobExecution,
    private readonly mayClaim: () => boolean,
    private readonly ended: (queue: QueueName) => void,
    private readonly limits = limitsOf,
  ) {}

  /** Starts due jobs of a queue, straight from the table, until its slots are full or none may start. */
  async takeDue(queue: QueueName): Promise<void> {
    for (let taken = 1; taken > 0;)
      taken = await this.inTurn(async () => {
        const free = this.freeSlots(queue);
        if (free === 0 || !this.mayClaim()) return 0;
        const jobs = await this.claims.claim(queue, free);
        for (const job of jobs) void this.start(job);
        return jobs.length;
      });
  }

  /** Runs a job that was handed, unless it is no longer due; resolves when its slot is free. */
  async takeHanded(queue: QueueName, id: string): Promise<void> {
    const started = await this.claimTogether({ queue, id });
    await started.get(id);
  }

  /** @returns how many runners are alive */
  recover(): Promise<number> {
    return this.inTurn(() => this.claims.recover(this.execution.underWay));
  }

  private async startHanded(
    offers: readonly { queue: QueueName; id: string }[],
  ): Promise<Map<string, Promise<void>>> {
    const room = new Map<QueueName, number>();
    const isRoomFor = (queue: QueueName) => {
      const free = room.get(queue) ?? this.freeSlots(queue);
      room.set(queue, free - 1);
      return free > 0 && this.mayClaim();
    };
    const [wanted, refused]: [string[], string[]] = [[], []];
    for (const { queue, id } of offers) (isRoomFor(queue) ? wanted : refused).push(id);
    const jobs = wanted.length > 0 ? await this.claims.claimHanded(wanted) : [];
    const started = new Map(jobs.map((job) => [job.id, this.start(job)]));
    if (refused.length > 0) await this.claims.takeBack(refused);
    return started;
  }

  private start(job: ClaimedJob): Promise<void> {
    const { over, noted } = this.execution.start(job);
    // Where all slots were taken, more may wait; and where it was its tenant's turn, when its end is noted.
    void over.then(() => this.freeSlots(job.queue) === 1 && this.ended(job.queue));
    void noted.then(() => this.ended(job.queue));
    return over;
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
