import { Migration } from '@mikro-orm/migrations';

export class Migration20261124221638_job_lanes extends Migration {
  override name = 'Migration20261124221638_job_lanes';

  override up(): void {
    this.addSql(
      `alter table "jobs" add "crashes" int not null default 0, add "claimed_at" timestamptz(3) null;`,
    );
    this.addSql(`create index "jobs_turns" on "jobs" ("tenant", "claimed_at");`);
    // Two imports of one tenant may be under way; they go on one after the other.
    this.addSql(`set local role waybill_system;`);
    this.addSql(
      `update "jobs" set "state" = 'waiting', "runner" = null where "state" = 'running' and "name" = 'imports.run';`,
    );
    this.addSql(`reset role;`);
    this.addSql(
      `create unique index "jobs_one_import_a_tenant" on "jobs" ("tenant") where state = 'running' and name = 'imports.run';`,
    );
  }

  override down(): void {
    this.addSql(`drop index "jobs_turns";`);
    this.addSql(`drop index "jobs_one_import_a_tenant";`);
    this.addSql(`alter table "jobs" drop column "crashes", drop column "claimed_at";`);
  }
}
