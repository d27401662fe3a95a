import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SystemSql } from '../database/tenancy/system-sql.js';
import { keptHoursOf, queueNames } from './job-map.js';
import { Jobs } from './jobs.js';
import { enqueueNext } from './repeating-job.js';

const everySeconds = 3_600;
const piece = 2_000;

/** Expired rows, and how long they are kept. */
const leftovers: [table: string, condition: string][] = [
  ...queueNames.map((queue): [string, string] => [
    'jobs',
    `queue = '${queue}' and state = 'done' and finished_at < now() - interval '${keptHoursOf(queue)} hours'`,
  ]),
  // As long as the deliveries they are about.
  ['jobs', "queue = 'webhooks' and state = 'dead' and finished_at < now() - interval '30 days'"],
  ['idempotency_keys', 'expires_at < now()'],
  ['sign_in_counters', 'expires_at < now()'],
  ['sessions', "coalesce(ended_at, expires_at) < now() - interval '30 days'"],
  ['webhook_attempts', "created_at < now() - interval '30 days'"],
  ['webhook_deliveries', "created_at < now() - interval '30 days'"],
  ['shopify_webhook_events', "state <> 'waiting' and received_at < now() - interval '30 days'"],
  ['shopify_connect_states', "expires_at < now() - interval '1 day'"],
  ['sandbox_mails', "created_at < now() - interval '30 days'"],
  ['password_resets', "expires_at < now() - interval '7 days'"],
];

/** Deletes what has expired. The job enqueues its own next run, so one row is always waiting. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.handle('housekeeping.run', () => this.run());
    await enqueueNext(this.sql, 'housekeeping.run', everySeconds);
  }

  private async run(): Promise<void> {
    await enqueueNext(this.sql, 'housekeeping.run', everySeconds);
    for (const [index, [table, condition]] of leftovers.entries())
      await this.clear(`housekeeping_${index}`, table, condition);
  }

  /** In chunks, so that no statement exceeds its time limit, however many rows there are. */
  private async clear(statement: string, table: string, condition: string): Promise<void> {
    for (let gone = piece; gone === piece;) {
      const [cleared] = await this.sql.query<{ count: number }>(
        statement,
        `with gone as (
           delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${piece}))
           returning 1)
         select count(*)::int as count from gone`,
      );
      gone = cleared!.count;
    }
  }
}
