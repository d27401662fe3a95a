import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../jobs/jobs.js';
import { ImportRunner } from './running/import-runner.js';

@Injectable()
export class OrderImportsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly runner: ImportRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('imports.run', ({ importId }, run) => this.runner.run(importId, run), {
      abandoned: ({ importId }) => this.runner.abandon(importId),
    });
  }
}
