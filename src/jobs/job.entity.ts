import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../database/sql/columns.js';
import { tenantTable } from '../database/tenancy/tenancy.js';

type JobState = 'waiting' | 'running' | 'done' | 'failed';

const schema = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  properties: {
    id: id(),
    name: p.string().length(100),
    payload: p.json().$type<Record<string, unknown>>(),
    state: p.string().$type<JobState>().length(10).default('waiting'),
    /** Jobs of different tenants take turns. */
    tenant: p.uuid().nullable(),
    /** Runs since it was enqueued or last made progress. */
    attempts: p.integer().default(0),
    /** Runners that died over it since then. */
    crashes: p.integer().default(0),
    runAt: moment(),
    claimedAt: moment().nullable(),
    /** The runner that runs it. A runner is alive as long as it holds the advisory lock of this number. */
    runner: p.integer().nullable(),
    lastError: p.text().nullable(),
    requestId: p.string().length(100),
    createdAt: createdAt(),
    finishedAt: moment().nullable(),
  },
  indexes: [
    { name: 'jobs_due', properties: ['runAt', 'id'], where: "state in ('waiting', 'running')" },
    { name: 'jobs_turns', properties: ['tenant', 'claimedAt'] },
  ],
  uniques: [
    {
      name: 'jobs_one_import_a_tenant',
      properties: ['tenant'],
      where: "state = 'running' and name = 'imports.run'",
    },
  ],
  ...tenantTable({ organization: 'false', organizationCheck: 'true', client: 'false', clientCheck: 'true' }),
});

/** One job, written in the transaction that enqueues it. */
export class Job extends schema.class {}
schema.setClass(Job);
