import { Migration } from '@mikro-orm/migrations';

const noTenant = '00000000-0000-0000-0000-000000000000';

export class Migration20261128150000_job_queues extends Migration {
  override name = 'Migration20261128150000_job_queues';

  override up(): void {
    this.addSql('drop index "jobs_due"');
    this.addSql('drop index "jobs_turns"');
    this.addSql('alter table "jobs" add "queue" varchar(20) null, add "organization_id" uuid null');
    this.addSql(`update "jobs" set
      tenant = coalesce(tenant, '${noTenant}'),
      state = case state when 'failed' then 'dead' else state end,
      queue = case when name like '%.mail' then 'mail' when name like 'routes.%' then 'routes'
                   when name = 'imports.run' then 'imports' else 'housekeeping' end`);
    this.addSql('alter table "jobs" alter column "queue" set not null');
    this.addSql(`alter table "jobs" alter column "tenant" set default '${noTenant}'`);
    this.addSql('alter table "jobs" alter column "tenant" set not null');
    this.addSql(`create index "jobs_running" on "jobs" ("queue", "tenant") where state = 'running'`);
    this.addSql(
      `create index "jobs_due" on "jobs" ("queue", "tenant", "run_at", "id") where state = 'waiting'`,
    );
    this.addSql(
      'create index "jobs_turns" on "jobs" ("queue", "tenant", "claimed_at") where claimed_at is not null',
    );
  }

  override down(): void {
    this.addSql('drop index "jobs_running"');
    this.addSql('drop index "jobs_due"');
    this.addSql('drop index "jobs_turns"');
    this.addSql('alter table "jobs" drop column "queue", drop column "organization_id"');
    this.addSql('alter table "jobs" alter column "tenant" drop default');
    this.addSql('alter table "jobs" alter column "tenant" drop not null');
    this.addSql(`update "jobs" set
      tenant = nullif(tenant, '${noTenant}'), state = case state when 'dead' then 'failed' else state end`);
    this.addSql(`create index "jobs_due" on "jobs" ("run_at", "id") where state in ('waiting', 'running')`);
    this.addSql('create index "jobs_turns" on "jobs" ("tenant", "claimed_at")');
  }
}
