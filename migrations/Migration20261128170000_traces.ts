import { Migration } from '@mikro-orm/migrations';

export class Migration20261128170000_traces extends Migration {
  override name = 'Migration20261128170000_traces';

  override up(): void {
    this.addSql(`alter table "events" add "traceparent" varchar(55) null`);

    this.addSql(`alter table "jobs" add "traceparent" varchar(55) null`);
    this.addSql(`create index "jobs_dead" on "jobs" ("queue", "name") where state = 'dead'`);
  }

  override down(): void {
    this.addSql(`alter table "events" drop column "traceparent"`);

    this.addSql(`drop index "jobs_dead"`);
    this.addSql(`alter table "jobs" drop column "traceparent"`);
  }
}
