import { Migration } from '@mikro-orm/migrations';

export class Migration20261129090700_shopify_fulfilling extends Migration {
  override name = 'Migration20261129090700_shopify_fulfilling';

  override up(): void {
    this.addSql(
      `create table "shopify_fulfillments" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "order_id" uuid not null, "fulfillment_order_id" varchar(100) not null, "location" varchar(255) null, "state" varchar(10) not null, "reason" varchar(500) null, "fulfillment_id" varchar(100) null, "notified" boolean not null default false, "intended_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "told_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "shopify_fulfillments" add constraint "shopify_fulfillments_one" unique ("order_id", "fulfillment_order_id");`,
    );

    this.addSql(
      `create table "shopify_fulfillment_events" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "order_id" uuid not null, "fulfillment_id" varchar(100) not null, "status" varchar(30) not null, "happened_at" timestamptz(3) not null, "estimated_delivery_at" timestamptz(3) null, "state" varchar(10) not null, "reason" varchar(500) null, "created_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "shopify_fulfillment_events" add constraint "shopify_fulfillment_events_one" unique ("order_id", "fulfillment_id", "status", "happened_at");`,
    );

    this.addSql(
      `create table "shopify_order_fulfillments" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "order_id" uuid not null, "shop" varchar(100) not null, "state" varchar(20) not null, "failure" varchar(30) null, "reason" varchar(500) null, "notified" boolean not null default false, "fulfilled_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "shopify_order_fulfillments" add constraint "shopify_order_fulfillments_order" unique ("order_id");`,
    );
    this.addSql(
      `create index "shopify_order_fulfillments_by_client" on "shopify_order_fulfillments" ("client_id", "id");`,
    );

    this.addSql(`alter table "shopify_fulfillments" enable row level security;`);
    this.addSql(`alter table "shopify_fulfillments" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_fulfillments" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_fulfillments" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "shopify_fulfillment_events" enable row level security;`);
    this.addSql(`alter table "shopify_fulfillment_events" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_fulfillment_events" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_fulfillment_events" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "shopify_order_fulfillments" enable row level security;`);
    this.addSql(`alter table "shopify_order_fulfillments" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_order_fulfillments" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_order_fulfillments" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    for (const table of [
      'shopify_fulfillments',
      'shopify_fulfillment_events',
      'shopify_order_fulfillments',
    ]) {
      this.addSql(`alter table ${table}
        add constraint ${table}_client_fk foreign key (organization_id, client_id) references clients (organization_id, id),
        add constraint ${table}_order_fk foreign key (order_id) references orders (id) on delete cascade`);
      this.addSql(`grant select, insert, update, delete on ${table} to waybill_system`);
      this.addSql(`grant select, insert, update on ${table} to waybill_client`);
    }
  }

  override down(): void {
    this.addSql(`drop table if exists "shopify_fulfillments" cascade;`);
    this.addSql(`drop table if exists "shopify_fulfillment_events" cascade;`);
    this.addSql(`drop table if exists "shopify_order_fulfillments" cascade;`);
  }
}
