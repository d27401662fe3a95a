import { Migration } from '@mikro-orm/migrations';

export class Migration20261124224411_claimed_emails extends Migration {
  override name = 'Migration20261124224411_claimed_emails';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "claimed_email" varchar(254) null;`);
    this.addSql(`create index "users_claimed_email_index" on "users" ("claimed_email");`);
    this.addSql('grant select (claimed_email) on users to waybill_organization, waybill_client');
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "users_claimed_email_index";`);
    this.addSql(`alter table "users" drop column "claimed_email";`);
  }
}
