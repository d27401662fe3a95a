import { Migration } from '@mikro-orm/migrations';

export class Migration20261129085130_shopify_stores extends Migration {
  override name = 'Migration20261129085130_shopify_stores';

  override up(): void {
    this.addSql(
      `create table "shopify_stores" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "shop" varchar(100) not null, "scopes" text[] not null, "sealed_tokens" text null, "access_lost_at" timestamptz(3) null, "auto_fulfill" boolean not null default false, "notify_customer" boolean not null default false, "auto_import" boolean not null default false, "connected_by" uuid null, "connected_at" timestamptz(3) not null, "disconnected_at" timestamptz(3) null, "subscribed_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "shopify_stores_by_client" on "shopify_stores" ("client_id", "id");`);
    this.addSql(
      `create unique index "shopify_stores_shop" on "shopify_stores" ("shop") where disconnected_at is null;`,
    );

    this.addSql(`alter table "orders" add "store_cancelled_at" timestamptz(3) null;`);

    this.addSql(`alter table "shopify_stores" enable row level security;`);
    this.addSql(`alter table "shopify_stores" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_stores" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_stores" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );
    this.addSql(`alter table shopify_stores
      add constraint shopify_stores_client_fk foreign key (organization_id, client_id) references clients (organization_id, id)`);
    this.addSql('grant select, insert, update, delete on shopify_stores to waybill_system');
    this.addSql('grant select, insert, update, delete on shopify_stores to waybill_client');
    // Clients are granted the columns of orders one by one, for one of them is hidden from them.
    this.addSql('grant select (store_cancelled_at), update (store_cancelled_at) on orders to waybill_client');
  }

  override down(): void {
    this.addSql(`drop table if exists "shopify_stores" cascade;`);

    this.addSql(`alter table "orders" drop column "store_cancelled_at";`);
  }
}
