import {
  Global,
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '../config.js';
import { DATABASE_DIRECT_URL } from '../database/database-url.js';
import { SystemSql } from '../database/tenancy/system-sql.js';
import type { BullQueues } from './bull/bull-queues.js';
import { Housekeeping } from './housekeeping.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

const RUNS_JOBS = Symbol('RUNS_JOBS');

@Global()
@Module({})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** A process runs jobs always as a worker; as the API when there is no worker. With Redis they come by Bull. */
  static async with({ RUN_JOBS, REDIS_URL, QUEUE_BOARD }: Config): Promise<DynamicModule> {
    const runs = RUN_JOBS === 'inline';
    // Loaded only where it is wanted: it costs memory and time at the start.
    const bull =
      REDIS_URL !== undefined && (runs || QUEUE_BOARD) ? await import('./bull/bull-queues.js') : undefined;
    const queues = bull ? [bull.BullQueuesModule.register()] : [];
    return {
      module: JobsModule,
      imports: queues,
      providers: [
        Jobs,
        Housekeeping,
        { provide: RUNS_JOBS, useValue: runs },
        {
          provide: JobRunner,
          inject: [SystemSql, Jobs, DATABASE_DIRECT_URL, ...(bull ? [bull.BullQueues] : [])],
          useFactory: (sql: SystemSql, jobs: Jobs, url: string, bull?: BullQueues) =>
            new JobRunner(sql, jobs, url, { bull }),
        },
      ],
      exports: [Jobs, JobRunner, ...queues],
    };
  }

  constructor(
    private readonly runner: JobRunner,
    @Inject(RUNS_JOBS) private readonly runs: boolean,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.runs) await this.runner.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.runs) await this.runner.stop();
  }
}
