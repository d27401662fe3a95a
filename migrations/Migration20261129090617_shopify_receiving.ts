import { Migration } from '@mikro-orm/migrations';

/** Webhooks of stores, each once; what customers asked to see, and receipts of what was erased. */
export class Migration20261129090617_shopify_receiving extends Migration {
  override name = 'Migration20261129090617_shopify_receiving';

  override up(): void {
    this.addSql(
      `create table "shopify_data_requests" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "shop" varchar(255) not null, "webhook_event_id" uuid not null, "request_number" varchar(20) null, "customer_number" varchar(20) null, "order_numbers" text[] not null, "state" varchar(10) not null default 'waiting', "requested_at" timestamptz(3) not null, "due_at" timestamptz(3) not null, "ready_at" timestamptz(3) null, "cleared_at" timestamptz(3) null, "order_count" int null, "file_size" int null, primary key ("id"));`,
    );
    this.addSql(
      `create index "shopify_data_requests_by_client" on "shopify_data_requests" ("client_id", "id");`,
    );
    this.addSql(
      `alter table "shopify_data_requests" add constraint "shopify_data_requests_once" unique ("webhook_event_id", "client_id");`,
    );

    this.addSql(
      `create table "shopify_erasures" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "shop" varchar(255) not null, "webhook_event_id" uuid not null, "kind" varchar(10) not null, "state" varchar(10) not null default 'waiting', "order_ids" text[] not null, "counts" jsonb not null, "requested_at" timestamptz(3) not null, "due_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "shopify_erasures_by_client" on "shopify_erasures" ("client_id", "id");`);
    this.addSql(
      `alter table "shopify_erasures" add constraint "shopify_erasures_once" unique ("webhook_event_id", "client_id");`,
    );

    this.addSql(
      `create table "shopify_webhook_events" ("id" uuid not null, "event_id" varchar(100) not null, "topic" varchar(100) not null, "shop" varchar(255) not null, "subject" jsonb null, "state" varchar(10) not null, "outcome" varchar(300) null, "triggered_at" timestamptz(3) null, "received_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "shopify_webhook_events_by_age" on "shopify_webhook_events" ("received_at");`);
    this.addSql(
      `alter table "shopify_webhook_events" add constraint "shopify_webhook_events_once" unique ("event_id", "topic", "shop");`,
    );

    this.addSql(`alter table "proofs" add "erased_at" timestamptz(3) null;`);

    this.addSql(`alter table "shopify_data_requests" enable row level security;`);
    this.addSql(`alter table "shopify_data_requests" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_data_requests" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_data_requests" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "shopify_erasures" enable row level security;`);
    this.addSql(`alter table "shopify_erasures" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_erasures" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_erasures" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "shopify_webhook_events" enable row level security;`);
    this.addSql(`alter table "shopify_webhook_events" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_webhook_events" to "waybill_system" using (true) with check (true);`,
    );
    for (const table of ['shopify_data_requests', 'shopify_erasures']) {
      this.addSql(`alter table ${table}
        add constraint ${table}_client_fk foreign key (organization_id, client_id) references clients (organization_id, id)`);
      this.addSql(`grant select on ${table} to waybill_client`);
    }
    for (const table of ['shopify_data_requests', 'shopify_erasures', 'shopify_webhook_events'])
      this.addSql(`grant select, insert, update, delete on ${table} to waybill_system`);
  }

  override down(): void {
    this.addSql(`drop table if exists "shopify_data_requests" cascade;`);
    this.addSql(`drop table if exists "shopify_erasures" cascade;`);
    this.addSql(`drop table if exists "shopify_webhook_events" cascade;`);

    this.addSql(`alter table "proofs" drop column "erased_at";`);
  }
}
