import { Migration } from '@mikro-orm/migrations';

export class Migration20261128032500_tracking_code_and_metadata extends Migration {
  override name = 'Migration20261128032500_tracking_code_and_metadata';

  override up(): void {
    this.addSql(`alter table orders
      add tracking_code varchar(10) generated always as (left(translate(upper(encode(substr(uuid_send(id), 9), 'base64') collate "C"), 'ILOU+/', '012345'), 10)) stored not null,
      add metadata jsonb not null default '{}'`);
    this.addSql(
      `create index orders_by_tracking_code on orders (organization_id, tracking_code) where status <> 'draft'`,
    );
    // Clients are granted the columns of orders one by one, for one of them is hidden from them.
    this.addSql('grant select (tracking_code, metadata), update (metadata) on orders to waybill_client');
  }

  override down(): void {
    this.addSql('alter table orders drop column tracking_code, drop column metadata');
  }
}
