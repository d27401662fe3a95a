import { Migration } from '@mikro-orm/migrations';

export class Migration20261124223551_requested_date extends Migration {
  override name = 'Migration20261124223551_requested_date';

  override up(): void {
    this.addSql('alter table orders add column requested_date date null');
    // Clients are granted the columns of orders one by one, for one of them is hidden from them.
    this.addSql('grant select (requested_date), update (requested_date) on orders to waybill_client');
  }

  override down(): void {
    this.addSql('alter table orders drop column requested_date');
  }
}
