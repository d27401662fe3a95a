import { Migration } from '@mikro-orm/migrations';

export class Migration20261128044300_orders_by_place extends Migration {
  override name = 'Migration20261128044300_orders_by_place';

  override up(): void {
    this.addSql(
      `create index "orders_by_place" on "orders" ("organization_id", "latitude", "longitude") where status <> 'draft' and latitude is not null;`,
    );
  }

  override down(): void {
    this.addSql('drop index "orders_by_place"');
  }
}
