import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../database/sql/columns.js';
import { byOrganization, tenantTable } from '../database/tenancy/tenancy.js';
import type { FailureKind } from './job-failures.js';
import type { QueueName } from './job-map.js';

/** Whose turn the house's own jobs use. */
export const noTenant = '00000000-0000-0000-0000-000000000000';

/** `handed`: its id is with Bull, and nobody has taken it yet. */
type JobState = 'waiting' | 'handed' | 'running' | 'done' | 'dead';

const schema = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  properties: {
    id: id(),
    name: p.string().length(100),
    queue: p.string().$type<QueueName>().length(20),
    payload: p.json().$type<Record<string, unknown>>(),
    state: p.string().$type<JobState>().length(10).default('waiting'),
    /** Jobs of different tenants take turns: a team, or what else is one's own. */
    tenant: p.uuid().default(noTenant),
    /** Whose tenants share one limit, besides the limit of each: by endpoints alone, a team with many has many turns. */
    team: p.uuid().nullable(),
    /** The organization that may see it. */
    organizationId: p.uuid().nullable(),
    /** Runs since it was enqueued or last made progress. */
    attempts: p.integer().default(0),
    /** Runners that died over it since then. */
    crashes: p.integer().default(0),
    runAt: moment(),
    /** When its tenant's turn was used for it last. */
    claimedAt: moment().nullable(),
    /** The runner that runs or handed it. A runner is alive as long as it holds the advisory lock of this number. */
    runner: p.integer().nullable(),
    lastError: p.text().nullable(),
    /** Why it was given up. */
    failure: p.string().$type<FailureKind>().length(30).nullable(),
    requestId: p.string().length(100),
    /** What caused it, as W3C Trace Context has it; none when nothing is traced. */
    traceparent: p.string().length(55).nullable(),
    createdAt: createdAt(),
    finishedAt: moment().nullable(),
  },
  indexes: [
    { name: 'jobs_due', properties: ['queue', 'tenant', 'runAt', 'id'], where: "state = 'waiting'" },
    { name: 'jobs_under_way', properties: ['queue', 'tenant'], where: "state in ('handed', 'running')" },
    {
      name: 'jobs_of_team_under_way',
      properties: ['queue', 'team'],
      where: "state in ('handed', 'running') and team is not null",
    },
    { name: 'jobs_dead', properties: ['queue', 'name'], where: "state = 'dead'" },
    { name: 'jobs_failed_work', properties: ['organizationId', 'createdAt', 'id'], where: "state = 'dead'" },
    { name: 'jobs_turns', properties: ['queue', 'tenant', 'claimedAt'], where: 'claimed_at is not null' },
  ],
  uniques: [
    {
      name: 'jobs_one_import_a_tenant',
      properties: ['tenant'],
      where: "state = 'running' and name = 'imports.run'",
    },
  ],
  ...tenantTable({ organizationCheck: 'true', client: 'false', clientCheck: 'true', ...byOrganization }),
});

/** One job, written in the transaction that enqueues it. */
export class Job extends schema.class {}
schema.setClass(Job);
