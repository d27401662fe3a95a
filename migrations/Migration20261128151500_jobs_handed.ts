import { Migration } from '@mikro-orm/migrations';

const own = "organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)";

const retried = 'state, attempts, crashes, run_at, finished_at, failure';

export class Migration20261128151500_jobs_handed extends Migration {
  override name = 'Migration20261128151500_jobs_handed';

  override up(): void {
    this.addSql('drop index "jobs_running"');
    this.addSql(
      `create index "jobs_under_way" on "jobs" ("queue", "tenant") where state in ('handed', 'running')`,
    );
    this.addSql('alter table "jobs" add "failure" varchar(30) null');
    this.addSql(`create index "jobs_failed_work" on "jobs" ("organization_id", "id") where state = 'dead'`);
    this.addSql(`alter policy "organization" on "jobs" using (${own})`);
    this.addSql(`grant select, update (${retried}) on jobs to waybill_organization`);
  }

  override down(): void {
    this.addSql(`revoke select, update (${retried}) on jobs from waybill_organization`);
    this.addSql('alter policy "organization" on "jobs" using (false)');
    this.addSql('drop index "jobs_failed_work"');
    this.addSql('alter table "jobs" drop column "failure"');
    this.addSql(`update "jobs" set state = 'waiting', runner = null where state = 'handed'`);
    this.addSql('drop index "jobs_under_way"');
    this.addSql(`create index "jobs_running" on "jobs" ("queue", "tenant") where state = 'running'`);
  }
}
