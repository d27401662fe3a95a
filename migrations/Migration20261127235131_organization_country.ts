import { Migration } from '@mikro-orm/migrations';

export class Migration20261127235131_organization_country extends Migration {
  override name = 'Migration20261127235131_organization_country';

  override up(): void | Promise<void> {
    this.addSql(`alter table "organizations" add "country_code" varchar(2) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "organizations" drop column "country_code";`);
  }
}
