import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../database/columns.js';
import { tenantTable } from '../database/tenancy.js';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

const schema = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  properties: {
    id: id(),
    name: p.string().length(100),
    payload: p.json().$type<Record<string, unknown>>(),
    state: p.string().$type<JobState>().length(10).default('waiting'),
    /** Jobs of one tenant take turns with those of others. */
    tenant: p.uuid().nullable(),
    /** Runs since it was asked for or last got on. */
    attempts: p.integer().default(0),
    /** Runners that died over it since then. */
    crashes: p.integer().default(0),
    runAt: moment(),
    claimedAt: moment().nullable(),
    /** The runner at work on it. A runner lives as long as it holds the advisory lock of this number. */
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

/** One piece of work, written in the transaction that asks for it. */
export class Job extends schema.class {}
schema.setClass(Job);
