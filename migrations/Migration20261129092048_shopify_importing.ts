import { Migration } from '@mikro-orm/migrations';

export class Migration20261129092048_shopify_importing extends Migration {
  override name = 'Migration20261129092048_shopify_importing';

  override up(): void {
    this.addSql(
      `create table "shopify_imports" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "store_id" uuid not null, "shop" varchar(100) not null, "status" varchar(30) not null default 'queued', "page_cursor" text null, "pages" int not null default 0, "orders_found" int not null default 0, "orders_imported" int not null default 0, "orders_redacted" int not null default 0, "orders_skipped" int not null default 0, "orders_rejected" int not null default 0, "message" varchar(500) null, "failure_code" varchar(60) null, "created_by" jsonb not null, "cancel_requested_at" timestamptz(3) null, "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "shopify_imports_by_client" on "shopify_imports" ("client_id", "id");`);

    this.addSql(
      `create table "shopify_import_results" ("import_id" uuid not null, "ordinal" int not null, "organization_id" uuid not null, "client_id" uuid not null, "shopify_order_id" varchar(20) not null, "name" varchar(100) not null, "outcome" varchar(30) not null, "order_id" uuid null, "detail" varchar(1000) not null, primary key ("import_id", "ordinal"));`,
    );

    this.addSql(
      `create table "shopify_orders" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "store_id" uuid not null, "shop" varchar(100) not null, "shopify_order_id" varchar(20) not null, "order_id" uuid not null, "said" jsonb null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "shopify_orders" add constraint "shopify_orders_once" unique ("client_id", "shop", "shopify_order_id");`,
    );
    this.addSql(`alter table "shopify_orders" add constraint "shopify_orders_order" unique ("order_id");`);

    this.addSql(`alter table "shopify_imports" enable row level security;`);
    this.addSql(`alter table "shopify_imports" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_imports" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_imports" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "shopify_import_results" enable row level security;`);
    this.addSql(`alter table "shopify_import_results" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_import_results" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_import_results" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "shopify_orders" enable row level security;`);
    this.addSql(`alter table "shopify_orders" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_orders" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_orders" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    for (const table of ['shopify_imports', 'shopify_import_results', 'shopify_orders']) {
      this.addSql(`alter table ${table}
        add constraint ${table}_client_fk foreign key (organization_id, client_id) references clients (organization_id, id)`);
      for (const role of ['waybill_system', 'waybill_client'])
        this.addSql(`grant select, insert, update, delete on ${table} to ${role}`);
    }
    for (const table of ['shopify_imports', 'shopify_orders'])
      this.addSql(`alter table ${table}
        add constraint ${table}_store_fk foreign key (store_id) references shopify_stores (id)`);
    this.addSql(`alter table shopify_import_results
      add constraint shopify_import_results_import_fk foreign key (import_id) references shopify_imports (id) on delete cascade`);
    // The reference is written first: who has it makes the order, in the same transaction.
    this.addSql(`alter table shopify_orders
      add constraint shopify_orders_order_fk foreign key (order_id) references orders (id)
      on delete cascade deferrable initially deferred`);
  }

  override down(): void {
    this.addSql(`drop table if exists "shopify_imports" cascade;`);
    this.addSql(`drop table if exists "shopify_import_results" cascade;`);
    this.addSql(`drop table if exists "shopify_orders" cascade;`);
  }
}
