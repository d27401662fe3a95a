import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { failedJobPage, failedJobQuery } from './failed-jobs.dto.js';
import { FailedJobsService } from './failed-jobs.service.js';

@ApiTags('Jobs')
@Controller('v1/jobs')
export class FailedJobsController {
  constructor(private readonly jobs: FailedJobsService) {}

  @Get()
  @Endpoint({
    permission: 'jobs:manage',
    summary: 'List work that was given up',
    description:
      'What was to be done for your organization behind the scenes and failed for good, with the reason in plain words: mails, imports, webhooks, what stores are told.',
    returns: 'One page of failed work, newest first.',
    response: failedJobPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listJobs(@Query({ schema: failedJobQuery }) query: z.output<typeof failedJobQuery>) {
    return this.jobs.listJobs(query);
  }

  @Post(':id/retry')
  @Endpoint({
    permission: 'jobs:manage',
    summary: 'Try failed work again',
    description: 'It starts at once, with as many attempts as at first.',
    returns: 'It will be tried again.',
    errors: ['not_found', 'job_not_retryable'],
  })
  retryJob(@Param('id', IdPipe) id: string): Promise<void> {
    return this.jobs.retryJob(id);
  }
}
