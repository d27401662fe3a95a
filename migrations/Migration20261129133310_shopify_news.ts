import { Migration } from '@mikro-orm/migrations';

export class Migration20261129133310_shopify_news extends Migration {
  override name = 'Migration20261129133310_shopify_news';

  override up(): void | Promise<void> {
    this.addSql(`alter table "shopify_orders" add "told_hash" varchar(64) null;`);

    this.addSql(
      `alter table "shopify_stores" add "auto_import_from" timestamptz(3) null, add "heard_until" timestamptz(3) null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "shopify_orders" drop column "told_hash";`);

    this.addSql(`alter table "shopify_stores" drop column "auto_import_from", drop column "heard_until";`);
  }
}
