import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { pageOf, plainPageQuery, timestamp, uuid } from '../../common/schemas/schemas.js';
import { failureReasons, type FailureKind } from '../../jobs/job-failures.js';
import type { Job } from '../../jobs/job.entity.js';
import { jobMap, queueNames, type QueueName } from '../../jobs/job-map.js';

const kindMeanings = {
  fulfilment: 'Telling a store what became of its order.',
  housekeeping: 'Clearing up behind the scenes.',
  imports: 'Reading a spreadsheet.',
  mail: 'Sending a mail.',
  routes: 'Measuring a route on the map.',
  shopify: 'Asking a Shopify store.',
  'shopify-imports': 'Importing all orders of a Shopify store.',
  sandbox: 'Driving a route of a sandbox.',
  webhooks: 'Calling a webhook endpoint.',
} satisfies Record<QueueName, string>;

const failedJobDto = z
  .object({
    id: uuid.describe('Id of the work, for a retry.'),
    kind: described('What was to be done:', kindMeanings, { values: queueNames }).meta({ example: 'mail' }),
    failure: described('Why it was given up:', failureReasons).meta({ example: 'mail_not_taken' }),
    reason: z.string().meta({
      description: 'The same in plain words.',
      example: failureReasons.mail_not_taken,
    }),
    retryable: z.boolean().meta({
      description:
        'Whether a retry can help. An import that failed is uploaded again instead, a drive is begun anew.',
      example: true,
    }),
    attempts: z.int().meta({ description: 'How often it was tried.', example: 12 }),
    createdAt: timestamp.describe('When it was asked for: of a webhook, its last attempt.'),
    failedAt: timestamp.describe('When it was given up.'),
    webhookDeliveryId: uuid.nullable().describe('Of a webhook, its delivery; null of other work.'),
  })
  .meta({ id: 'FailedJob', description: 'Work for your organization that was given up.' });
export type FailedJobDto = z.output<typeof failedJobDto>;

export const failedJobPage = pageOf(failedJobDto, 'FailedJobPage', 'failed work');

export const failedJobQuery = plainPageQuery.extend({
  state: described('Which work:', { dead: 'It was given up.' }).default('dead'),
});

/** An import has told its end to whoever asked for it, and what a drive left open can be driven again. */
export const isRetryable = ({ queue }: Pick<Job, 'queue'>) =>
  queue !== 'imports' && queue !== 'shopify-imports' && queue !== 'sandbox';

export function toFailedJob(job: Job): FailedJobDto {
  const failure: FailureKind = job.failure ?? 'unexpected';
  const delivery = deliveryOf(job);
  return {
    id: job.id,
    kind: job.queue,
    failure,
    reason: failureReasons[failure],
    retryable: isRetryable(job),
    attempts: delivery?.attempt ?? job.attempts,
    createdAt: job.createdAt.toISOString(),
    failedAt: (job.finishedAt ?? job.runAt).toISOString(),
    webhookDeliveryId: delivery?.deliveryId ?? null,
  };
}

/** Each attempt of a delivery is a job of its own, so that the job's own count says nothing. */
function deliveryOf({ name, payload }: Job) {
  return name === 'webhooks.deliver' ? jobMap[name].parse(payload) : undefined;
}
