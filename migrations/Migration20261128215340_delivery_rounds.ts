import { Migration } from '@mikro-orm/migrations';

export class Migration20261128215340_delivery_rounds extends Migration {
  override name = 'Migration20261128215340_delivery_rounds';

  override up(): void {
    this.addSql('alter table "webhook_deliveries" add "round" int not null default 0');
  }

  override down(): void {
    this.addSql('alter table "webhook_deliveries" drop column "round"');
  }
}
