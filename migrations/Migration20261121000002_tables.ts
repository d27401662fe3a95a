import { Migration } from '@mikro-orm/migrations';

export class Migration20261121000002_tables extends Migration {
  override name = 'Migration20261121000002_tables';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "api_keys" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "name" varchar(100) not null, "prefix" varchar(20) not null, "hash" bytea not null, "scopes" text[] not null, "created_by" uuid not null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "api_keys" add constraint "api_keys_hash_unique" unique ("hash");`);
    this.addSql(`create index "api_keys_by_tenant" on "api_keys" ("organization_id", "client_id", "id");`);

    this.addSql(
      `create table "attempts" ("id" uuid not null, "organization_id" uuid not null, "order_id" uuid not null, "route_id" uuid null, "state" varchar(40) not null, "attempted_at" timestamptz(3) not null, "latitude" double precision null, "longitude" double precision null, "signee_name" varchar(200) null, "recipient_notes" varchar(2000) null, "internal_notes" varchar(2000) null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "attempts_by_order" on "attempts" ("order_id", "id");`);

    this.addSql(
      `create table "clients" ("id" uuid not null, "organization_id" uuid not null, "company_name" varchar(200) not null, "contact_email" varchar(254) null, "client_code" varchar(20) null, "status" varchar(10) not null default 'invited', "allow_order_upload" boolean not null default false, "default_depot_id" uuid not null, "required_fields" text[] not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`alter table "clients" add constraint "clients_client_code_unique" unique ("client_code");`);
    this.addSql(`create index "clients_by_organization" on "clients" ("organization_id", "id");`);

    this.addSql(
      `create table "depots" ("id" uuid not null, "organization_id" uuid not null, "name" varchar(200) not null, "address" varchar(500) null, "latitude" double precision null, "longitude" double precision null, "timezone" varchar(64) not null, "country_code" varchar(2) null, "is_main" boolean not null default false, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "depots_by_organization" on "depots" ("organization_id", "id");`);
    this.addSql(`create unique index "depots_one_main" on "depots" ("organization_id") where is_main;`);

    this.addSql(
      `create table "drivers" ("id" uuid not null, "organization_id" uuid not null, "name" varchar(200) not null, "email" varchar(254) null, "phone" varchar(50) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "drivers_by_organization" on "drivers" ("organization_id", "id");`);

    this.addSql(
      `create table "events" ("id" uuid not null, "seq" bigserial, "transaction_id" xid8 not null default pg_current_xact_id(), "organization_id" uuid not null, "client_id" uuid null, "audience" varchar(12) not null, "type" varchar(60) not null, "order_id" uuid null, "data" jsonb not null, "actor" jsonb not null, "request_id" varchar(100) not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "events_by_organization" on "events" ("organization_id", "transaction_id", "seq");`,
    );
    this.addSql(
      `create index "events_by_client" on "events" ("client_id", "transaction_id", "seq") where client_id is not null;`,
    );
    this.addSql(
      `create index "events_by_order" on "events" ("order_id", "transaction_id", "seq") where order_id is not null;`,
    );

    this.addSql(
      `create table "idempotency_keys" ("tenant" varchar(100) not null, "key" varchar(64) not null, "request_hash" bytea not null, "claim" uuid not null, "status" int null, "headers" jsonb null, "body" bytea null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("tenant", "key"));`,
    );
    this.addSql(`create index "idempotency_keys_expires_at_index" on "idempotency_keys" ("expires_at");`);

    this.addSql(
      `create table "import_mappings" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "fields" jsonb not null, "updated_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "import_mappings" add constraint "import_mappings_client" unique ("client_id");`,
    );
    this.addSql(
      `create unique index "import_mappings_organization" on "import_mappings" ("organization_id") where client_id is null;`,
    );

    this.addSql(
      `create table "import_problems" ("import_id" uuid not null, "row" int not null, "ordinal" int not null, "organization_id" uuid not null, "client_id" uuid null, "severity" varchar(10) not null, "column" varchar(300) null, "field" varchar(60) null, "code" varchar(60) not null, "detail" varchar(500) not null, "value" varchar(300) null, primary key ("import_id", "row", "ordinal"));`,
    );

    this.addSql(
      `create table "invitations" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "kind" varchar(10) not null, "channel" varchar(10) not null, "email" varchar(254) null, "role" varchar(20) not null, "token_hash" bytea not null, "generation" int not null default 1, "invited_by" uuid not null, "invited_by_name" varchar(200) not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "accepted_at" timestamptz(3) null, "accepted_by" uuid null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "invitations" add constraint "invitations_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(
      `create index "invitations_by_tenant" on "invitations" ("organization_id", "client_id", "id");`,
    );

    this.addSql(
      `create table "jobs" ("id" uuid not null, "name" varchar(100) not null, "payload" jsonb not null, "state" varchar(10) not null default 'waiting', "tenant" uuid null, "attempts" int not null default 0, "run_at" timestamptz(3) not null, "runner" int null, "last_error" text null, "request_id" varchar(100) not null, "created_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "jobs_due" on "jobs" ("run_at", "id") where state in ('waiting', 'running');`);

    this.addSql(
      `create table "orders" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "depot_id" uuid not null, "status" varchar(20) not null, "source" varchar(20) not null, "import_id" uuid null, "import_row" int null, "external_id" varchar(100) null, "address_name" varchar(200) null, "address_line_one" varchar(200) null, "address_line_two" varchar(200) null, "city" varchar(100) null, "state" varchar(100) null, "zip" varchar(20) null, "country" varchar(100) null, "latitude" double precision null, "longitude" double precision null, "recipient_name" varchar(200) null, "recipient_email" varchar(254) null, "recipient_phone" varchar(50) null, "activity" varchar(10) not null default 'delivery', "size" varchar(50) null, "package_count" int not null default 1, "products" text[] not null, "notes" varchar(2000) null, "internal_notes" varchar(2000) null, "earliest_time" varchar(5) null, "latest_time" varchar(5) null, "service_seconds" int null, "return_reason" varchar(500) null, "route_id" uuid null, "route_position" int null, "eta_at" timestamptz(3) null, "eta_earliest_at" timestamptz(3) null, "eta_latest_at" timestamptz(3) null, "delivery_state" varchar(40) null, "attempted_at" timestamptz(3) null, "signee_name" varchar(200) null, "recipient_notes" varchar(2000) null, "attempt_latitude" double precision null, "attempt_longitude" double precision null, "photo_count" int not null default 0, "has_signature" boolean not null default false, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "submitted_at" timestamptz(3) null, "scheduled_at" timestamptz(3) null, "out_for_delivery_at" timestamptz(3) null, "completed_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "orders_by_client" on "orders" ("client_id", "id");`);
    this.addSql(`create index "orders_by_client_status" on "orders" ("client_id", "status", "id");`);
    this.addSql(
      `create index "orders_by_organization_status" on "orders" ("organization_id", "status", "id");`,
    );
    this.addSql(
      `create index "orders_by_route" on "orders" ("route_id", "route_position") where route_id is not null;`,
    );
    this.addSql(
      `create unique index "orders_external_id" on "orders" ("client_id", "external_id") where external_id is not null;`,
    );
    this.addSql(
      `create unique index "orders_import_row" on "orders" ("import_id", "import_row") where import_id is not null;`,
    );

    this.addSql(
      `create table "order_imports" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "status" varchar(30) not null default 'queued', "mode" varchar(20) not null, "duplicates" varchar(10) not null, "dry_run" boolean not null default false, "file_name" varchar(255) not null, "file_key" varchar(255) not null, "file_size" bigint not null, "file_hash" varchar(64) not null, "mapping" jsonb null, "columns" jsonb null, "header_row" int null, "sheet" varchar(255) null, "other_sheets" text[] not null, "rows_total" int null, "rows_processed" int not null default 0, "rows_imported" int not null default 0, "rows_rejected" int not null default 0, "rows_skipped" int not null default 0, "checkpoint_row" int not null default 0, "message" varchar(500) null, "failure_code" varchar(60) null, "created_by" jsonb not null, "cancel_requested_at" timestamptz(3) null, "undone_at" timestamptz(3) null, "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(
      `create index "order_imports_by_tenant" on "order_imports" ("organization_id", "client_id", "id");`,
    );

    this.addSql(
      `create table "organizations" ("id" uuid not null, "name" varchar(200) not null, "timezone" varchar(64) not null default 'UTC', "support_email" varchar(254) null, "support_phone" varchar(50) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );

    this.addSql(
      `create table "password_resets" ("id" uuid not null, "user_id" uuid not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "password_resets_user_id_index" on "password_resets" ("user_id");`);

    this.addSql(
      `create table "refresh_tokens" ("hash" bytea not null, "session_id" uuid not null, "created_at" timestamptz(3) not null, "used_at" timestamptz(3) null, primary key ("hash"));`,
    );
    this.addSql(`create index "refresh_tokens_session_id_index" on "refresh_tokens" ("session_id");`);

    this.addSql(
      `create table "routes" ("id" uuid not null, "organization_id" uuid not null, "depot_id" uuid not null, "driver_id" uuid null, "title" varchar(200) not null, "status" varchar(10) not null default 'planned', "starts_at" timestamptz(3) null, "started_at" timestamptz(3) null, "completed_at" timestamptz(3) null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "routes_by_organization" on "routes" ("organization_id", "id");`);

    this.addSql(
      `create table "sessions" ("id" uuid not null, "user_id" uuid not null, "membership_id" uuid not null, "user_agent" varchar(300) null, "created_at" timestamptz(3) not null, "last_used_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "sessions_user_id_index" on "sessions" ("user_id");`);
    this.addSql(`create index "sessions_membership_id_index" on "sessions" ("membership_id");`);

    this.addSql(
      `create table "sign_in_counters" ("key" bytea not null, "failures" int not null, "allowance" int not null, "next_attempt_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("key"));`,
    );
    this.addSql(`create index "sign_in_counters_expires_at_index" on "sign_in_counters" ("expires_at");`);

    this.addSql(
      `create table "users" ("id" uuid not null, "email" varchar(254) not null, "name" varchar(200) not null, "password_hash" varchar(200) not null, "password_changed_at" timestamptz(3) not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`alter table "users" add constraint "users_email_unique" unique ("email");`);

    this.addSql(
      `create table "memberships" ("id" uuid not null, "user_id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "role" varchar(20) not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "memberships_by_organization" on "memberships" ("organization_id", "id");`);
    this.addSql(
      `create unique index "memberships_one_owner_per_organization" on "memberships" ("organization_id") where client_id is null and role = 'owner';`,
    );
    this.addSql(
      `create unique index "memberships_one_owner_per_client" on "memberships" ("client_id") where role = 'owner';`,
    );
    this.addSql(
      `create unique index "memberships_once_per_organization" on "memberships" ("user_id", "organization_id") where client_id is null;`,
    );
    this.addSql(
      `alter table "memberships" add constraint "memberships_once_per_client" unique ("user_id", "client_id");`,
    );

    this.addSql(`alter table "api_keys" enable row level security;`);
    this.addSql(`alter table "api_keys" force row level security;`);
    this.addSql(`create policy "system" on "api_keys" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "api_keys" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "api_keys" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "attempts" enable row level security;`);
    this.addSql(`alter table "attempts" force row level security;`);
    this.addSql(`create policy "system" on "attempts" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "attempts" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "clients" enable row level security;`);
    this.addSql(`alter table "clients" force row level security;`);
    this.addSql(`create policy "system" on "clients" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "clients" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "clients" to "waybill_client" using (id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "depots" enable row level security;`);
    this.addSql(`alter table "depots" force row level security;`);
    this.addSql(`create policy "system" on "depots" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "depots" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "depots" to "waybill_client" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "drivers" enable row level security;`);
    this.addSql(`alter table "drivers" force row level security;`);
    this.addSql(`create policy "system" on "drivers" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "drivers" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "events" enable row level security;`);
    this.addSql(`alter table "events" force row level security;`);
    this.addSql(`create policy "system" on "events" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "events" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and audience <> 'client') with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "events" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid) and audience <> 'organization') with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid) and audience <> 'organization');`,
    );

    this.addSql(`alter table "idempotency_keys" enable row level security;`);
    this.addSql(`alter table "idempotency_keys" force row level security;`);
    this.addSql(
      `create policy "system" on "idempotency_keys" to "waybill_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "import_mappings" enable row level security;`);
    this.addSql(`alter table "import_mappings" force row level security;`);
    this.addSql(
      `create policy "system" on "import_mappings" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "import_mappings" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "import_mappings" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "import_problems" enable row level security;`);
    this.addSql(`alter table "import_problems" force row level security;`);
    this.addSql(
      `create policy "system" on "import_problems" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "import_problems" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "import_problems" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "invitations" enable row level security;`);
    this.addSql(`alter table "invitations" force row level security;`);
    this.addSql(
      `create policy "system" on "invitations" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "invitations" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (kind = 'client' or client_id is null)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (kind = 'client' or client_id is null));`,
    );
    this.addSql(
      `create policy "client" on "invitations" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid) and kind = 'member') with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid) and kind = 'member');`,
    );

    this.addSql(`alter table "jobs" enable row level security;`);
    this.addSql(`alter table "jobs" force row level security;`);
    this.addSql(`create policy "system" on "jobs" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "jobs" to "waybill_organization" using (false) with check (true);`,
    );
    this.addSql(`create policy "client" on "jobs" to "waybill_client" using (false) with check (true);`);

    this.addSql(`alter table "orders" enable row level security;`);
    this.addSql(`alter table "orders" force row level security;`);
    this.addSql(`create policy "system" on "orders" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "orders" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and status <> 'draft') with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and status <> 'draft');`,
    );
    this.addSql(
      `create policy "client" on "orders" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "order_imports" enable row level security;`);
    this.addSql(`alter table "order_imports" force row level security;`);
    this.addSql(
      `create policy "system" on "order_imports" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "order_imports" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid) and client_id is null);`,
    );
    this.addSql(
      `create policy "client" on "order_imports" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "organizations" enable row level security;`);
    this.addSql(`alter table "organizations" force row level security;`);
    this.addSql(
      `create policy "system" on "organizations" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "organizations" to "waybill_organization" using (id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "organizations" to "waybill_client" using (id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "password_resets" enable row level security;`);
    this.addSql(`alter table "password_resets" force row level security;`);
    this.addSql(
      `create policy "system" on "password_resets" to "waybill_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "refresh_tokens" enable row level security;`);
    this.addSql(`alter table "refresh_tokens" force row level security;`);
    this.addSql(
      `create policy "system" on "refresh_tokens" to "waybill_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "routes" enable row level security;`);
    this.addSql(`alter table "routes" force row level security;`);
    this.addSql(`create policy "system" on "routes" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "routes" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "routes" to "waybill_client" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );

    this.addSql(`alter table "sessions" enable row level security;`);
    this.addSql(`alter table "sessions" force row level security;`);
    this.addSql(`create policy "system" on "sessions" to "waybill_system" using (true) with check (true);`);

    this.addSql(`alter table "sign_in_counters" enable row level security;`);
    this.addSql(`alter table "sign_in_counters" force row level security;`);
    this.addSql(
      `create policy "system" on "sign_in_counters" to "waybill_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "users" enable row level security;`);
    this.addSql(`alter table "users" force row level security;`);
    this.addSql(`create policy "system" on "users" to "waybill_system" using (true) with check (true);`);
    this.addSql(
      `create policy "organization" on "users" to "waybill_organization" using (exists (select 1 from memberships m where m.user_id = users.id)) with check (exists (select 1 from memberships m where m.user_id = users.id));`,
    );
    this.addSql(
      `create policy "client" on "users" to "waybill_client" using (exists (select 1 from memberships m where m.user_id = users.id)) with check (exists (select 1 from memberships m where m.user_id = users.id));`,
    );

    this.addSql(
      `alter table "memberships" add constraint "memberships_user_id_foreign" foreign key ("user_id") references "users" ("id");`,
    );
    this.addSql(`alter table "memberships" enable row level security;`);
    this.addSql(`alter table "memberships" force row level security;`);
    this.addSql(
      `create policy "system" on "memberships" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "memberships" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "memberships" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "memberships" drop constraint "memberships_user_id_foreign";`);

    this.addSql(`drop table if exists "api_keys" cascade;`);
    this.addSql(`drop table if exists "attempts" cascade;`);
    this.addSql(`drop table if exists "clients" cascade;`);
    this.addSql(`drop table if exists "depots" cascade;`);
    this.addSql(`drop table if exists "drivers" cascade;`);
    this.addSql(`drop table if exists "events" cascade;`);
    this.addSql(`drop table if exists "idempotency_keys" cascade;`);
    this.addSql(`drop table if exists "import_mappings" cascade;`);
    this.addSql(`drop table if exists "import_problems" cascade;`);
    this.addSql(`drop table if exists "invitations" cascade;`);
    this.addSql(`drop table if exists "jobs" cascade;`);
    this.addSql(`drop table if exists "orders" cascade;`);
    this.addSql(`drop table if exists "order_imports" cascade;`);
    this.addSql(`drop table if exists "organizations" cascade;`);
    this.addSql(`drop table if exists "password_resets" cascade;`);
    this.addSql(`drop table if exists "refresh_tokens" cascade;`);
    this.addSql(`drop table if exists "routes" cascade;`);
    this.addSql(`drop table if exists "sessions" cascade;`);
    this.addSql(`drop table if exists "sign_in_counters" cascade;`);
    this.addSql(`drop table if exists "users" cascade;`);
    this.addSql(`drop table if exists "memberships" cascade;`);
  }
}
