import { Migration } from '@mikro-orm/migrations';

/** Lists of organizations go by an index without drafts: they do not see them, and no list of a client may go by it. */
export class Migration20261129223300_stops_apart extends Migration {
  override name = 'Migration20261129223300_stops_apart';

  override up(): void {
    this.addSql('drop index orders_by_organization_status');
    this.addSql(
      `create index "orders_by_organization_status" on "orders" ("organization_id", "status", "created_at", "id") where status <> 'draft'`,
    );
  }

  override down(): void {
    this.addSql('drop index orders_by_organization_status');
    this.addSql(
      'create index "orders_by_organization_status" on "orders" ("organization_id", "status", "created_at", "id")',
    );
  }
}
