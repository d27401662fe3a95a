import { Migration } from '@mikro-orm/migrations';

/** The orders of a client in each state are counted in an index alone, which therefore holds the organization, too. */
export class Migration20261130002500_counts_of_states extends Migration {
  override name = 'Migration20261130002500_counts_of_states';

  override up(): void {
    this.addSql('drop index orders_by_client_status');
    this.addSql(
      `create index "orders_by_client_status" on "orders" ("client_id", "status", "created_at", "id") include ("organization_id")`,
    );
  }

  override down(): void {
    this.addSql('drop index orders_by_client_status');
    this.addSql(
      'create index "orders_by_client_status" on "orders" ("client_id", "status", "created_at", "id")',
    );
  }
}
