import { Injectable } from '@nestjs/common';
import { ListPages } from '../../common/cursor.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { Job } from '../../jobs/job.entity.js';
import { Jobs } from '../../jobs/jobs.js';
import { isRetryable, toFailedJob } from './failed-jobs.dto.js';

const pages = new ListPages('jobs', byAge);

/** An organization's own work that was given up. */
@Injectable()
export class FailedJobsService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Newest first. */
  async listJobs({ limit, cursor }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, {});
    const dead = await this.db.transaction((em) =>
      em.find(Job, { state: 'dead', ...olderThan(after) }, { orderBy: newestFirst, limit: limit + 1 }),
    );
    return pages.page(dead, limit, {}, ageOf, toFailedJob);
  }

  /** Lets it be tried again from the beginning. @throws Problem `not_found`, `job_not_retryable` */
  async retryJob(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const job = await em.findOne(Job, { id, state: 'dead' });
      if (!job) throw notFound();
      if (!isRetryable(job)) throw problem('job_not_retryable');
      await this.jobs.retry(em, job);
    });
  }
}
