import { Migration } from '@mikro-orm/migrations';

/** A client's orders by their last change and by the day they are wanted, without sorting all of them. */
export class Migration20261130035222_changes_of_clients extends Migration {
  override name = 'Migration20261130035222_changes_of_clients';

  override up(): void {
    this.addSql(
      `create index "orders_by_client_change" on "orders" ("client_id", "status", "updated_at", "id")`,
    );
    this.addSql(
      `create index "orders_by_client_requested_date" on "orders" ("client_id", "status", "requested_date", "id")`,
    );
  }

  override down(): void {
    this.addSql('drop index orders_by_client_change');
    this.addSql('drop index orders_by_client_requested_date');
  }
}
