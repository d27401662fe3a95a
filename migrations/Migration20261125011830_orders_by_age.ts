import { Migration } from '@mikro-orm/migrations';

export class Migration20261125011830_orders_by_age extends Migration {
  override name = 'Migration20261125011830_orders_by_age';

  override up(): void | Promise<void> {
    this.addSql(`drop index "orders_by_client";`);
    this.addSql(`drop index "orders_by_client_status";`);
    this.addSql(`drop index "orders_by_organization_status";`);
    this.addSql(`create index "orders_by_client" on "orders" ("client_id", "created_at", "id");`);
    this.addSql(
      `create index "orders_by_client_status" on "orders" ("client_id", "status", "created_at", "id");`,
    );
    this.addSql(
      `create index "orders_by_organization_status" on "orders" ("organization_id", "status", "created_at", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "orders_by_client";`);
    this.addSql(`drop index "orders_by_client_status";`);
    this.addSql(`drop index "orders_by_organization_status";`);
    this.addSql(`create index "orders_by_client" on "orders" ("client_id", "id");`);
    this.addSql(`create index "orders_by_client_status" on "orders" ("client_id", "status", "id");`);
    this.addSql(
      `create index "orders_by_organization_status" on "orders" ("organization_id", "status", "id");`,
    );
  }
}
