import { Migration } from '@mikro-orm/migrations';

export class Migration20261128090500_stops_by_day_and_change extends Migration {
  override name = 'Migration20261128090500_stops_by_day_and_change';

  override up(): void {
    this.addSql(
      `create index "orders_by_requested_date" on "orders" ("organization_id", "status", "requested_date", "id") where status <> 'draft';`,
    );
    this.addSql(
      `create index "orders_by_change" on "orders" ("organization_id", "status", "updated_at", "id") where status <> 'draft';`,
    );
  }

  override down(): void {
    this.addSql('drop index "orders_by_requested_date"');
    this.addSql('drop index "orders_by_change"');
  }
}
