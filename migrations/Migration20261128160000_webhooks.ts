import { Migration } from '@mikro-orm/migrations';

export class Migration20261128160000_webhooks extends Migration {
  override name = 'Migration20261128160000_webhooks';

  override up(): void {
    this.addSql(
      `create table "webhook_attempts" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "delivery_id" uuid not null, "number" int not null, "url" varchar(2000) not null, "request_headers" jsonb not null, "request_body" text not null, "status" int null, "response" text null, "error" varchar(30) null, "latency_milliseconds" int not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "webhook_attempts_by_age" on "webhook_attempts" ("created_at");`);
    this.addSql(
      `alter table "webhook_attempts" add constraint "webhook_attempts_of_delivery" unique ("delivery_id", "number");`,
    );

    this.addSql(
      `create table "webhook_deliveries" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "endpoint_id" uuid not null, "event_id" uuid null, "type" varchar(60) not null, "state" varchar(10) not null default 'pending', "attempts" int not null default 0, "tries" int not null default 0, "next_attempt_at" timestamptz(3) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "webhook_deliveries_by_endpoint" on "webhook_deliveries" ("endpoint_id", "id");`,
    );
    this.addSql(`create index "webhook_deliveries_by_age" on "webhook_deliveries" ("created_at");`);
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_once" unique ("endpoint_id", "event_id");`,
    );

    this.addSql(
      `create table "webhook_endpoints" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "url" varchar(2000) not null, "events" text[] not null, "disabled_reason" varchar(10) null, "disabled_at" timestamptz(3) null, "failing_since" timestamptz(3) null, "secret_generation" int not null default 1, "previous_secret_until" timestamptz(3) null, "read_transaction_id" xid8 not null default pg_current_xact_id(), "read_seq" bigint not null default '0', "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(
      `create index "webhook_endpoints_by_team" on "webhook_endpoints" ("organization_id", "client_id", "id");`,
    );

    this.addSql(`alter table "webhook_attempts" enable row level security;`);
    this.addSql(`alter table "webhook_attempts" force row level security;`);
    this.addSql(
      `create policy "system" on "webhook_attempts" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "webhook_attempts" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "webhook_attempts" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "webhook_deliveries" enable row level security;`);
    this.addSql(`alter table "webhook_deliveries" force row level security;`);
    this.addSql(
      `create policy "system" on "webhook_deliveries" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "webhook_deliveries" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "webhook_deliveries" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "webhook_endpoints" enable row level security;`);
    this.addSql(`alter table "webhook_endpoints" force row level security;`);
    this.addSql(
      `create policy "system" on "webhook_endpoints" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "webhook_endpoints" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "webhook_endpoints" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table webhook_endpoints
      add constraint webhook_endpoints_organization_fk foreign key (organization_id) references organizations (id),
      add constraint webhook_endpoints_client_fk foreign key (organization_id, client_id) references clients (organization_id, id)`);
    for (const table of ['webhook_attempts', 'webhook_deliveries', 'webhook_endpoints'])
      this.addSql(`grant select, insert, update, delete on ${table} to waybill_system`);
    const teams = 'waybill_organization, waybill_client';
    this.addSql(`grant select, insert, update, delete on webhook_endpoints to ${teams}`);
    this.addSql(`grant select, insert, update on webhook_deliveries to ${teams}`);
    this.addSql(`grant select on webhook_attempts to ${teams}`);
  }

  override down(): void {
    this.addSql(`drop table if exists "webhook_attempts" cascade;`);
    this.addSql(`drop table if exists "webhook_deliveries" cascade;`);
    this.addSql(`drop table if exists "webhook_endpoints" cascade;`);
  }
}
