import { Migration } from '@mikro-orm/migrations';

export class Migration20261121000002_tables extends Migration {
  override name = 'Migration20261121000002_tables';

  override up(): void | Promise<void> {
    this.addSql(`alter table "jobs" drop column "locked_until";`);
    this.addSql(`alter table "jobs" add "runner" int null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "jobs" drop column "runner";`);
    this.addSql(`alter table "jobs" add "locked_until" timestamptz(3) null;`);
  }
}
