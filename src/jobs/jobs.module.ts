import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { DATABASE_DIRECT_URL } from '../database/database-url.js';
import { SystemSql } from '../database/tenancy/system-sql.js';
import { Housekeeping } from './housekeeping.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

/** Whether this process runs jobs: always in the worker; in the API when there is no worker. */
const RUNS_JOBS = Symbol('RUNS_JOBS');

@Global()
@Module({
  providers: [
    Jobs,
    Housekeeping,
    { provide: RUNS_JOBS, inject: [CONFIG], useFactory: (config: Config) => config.RUN_JOBS === 'inline' },
    {
      provide: JobRunner,
      inject: [SystemSql, Jobs, DATABASE_DIRECT_URL],
      useFactory: (sql: SystemSql, jobs: Jobs, url: string) => new JobRunner(sql, jobs, url),
    },
  ],
  exports: [Jobs, JobRunner],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
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
