import { Migration } from '@mikro-orm/migrations';

export class Migration20261129090054_orders_store_cancelled extends Migration {
  override name = 'Migration20261129090054_orders_store_cancelled';

  override up(): void {
    this.addSql(
      `create index "orders_store_cancelled_by_client" on "orders" ("client_id", "created_at", "id") where store_cancelled_at is not null;`,
    );
    this.addSql(
      `create index "orders_store_cancelled_by_organization" on "orders" ("organization_id", "status", "created_at", "id") where store_cancelled_at is not null;`,
    );
  }

  override down(): void {
    this.addSql(`drop index "orders_store_cancelled_by_client";`);
    this.addSql(`drop index "orders_store_cancelled_by_organization";`);
  }
}
