import { Migration } from '@mikro-orm/migrations';

export class Migration20261129090923_shopify_connections extends Migration {
  override name = 'Migration20261129090923_shopify_connections';

  override up(): void {
    this.addSql(
      `create table "shopify_connect_states" ("id" uuid not null, "organization_id" uuid not null, "client_id" uuid not null, "user_id" uuid not null, "membership_id" uuid not null, "shop" varchar(100) not null, "state_hash" bytea not null, "return_url" varchar(2000) null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "outcome" varchar(30) null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "shopify_connect_states" add constraint "shopify_connect_states_state_hash_unique" unique ("state_hash");`,
    );

    this.addSql(`alter table "shopify_stores" add "refreshing_until" timestamptz(3) null;`);

    this.addSql(`alter table "shopify_connect_states" enable row level security;`);
    this.addSql(`alter table "shopify_connect_states" force row level security;`);
    this.addSql(
      `create policy "system" on "shopify_connect_states" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "client" on "shopify_connect_states" to "waybill_client" using (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (client_id = (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );
    this.addSql(`alter table shopify_connect_states
      add constraint shopify_connect_states_client_fk foreign key (organization_id, client_id) references clients (organization_id, id)`);
    this.addSql('grant select, insert, update, delete on shopify_connect_states to waybill_system');
    this.addSql('grant select, insert on shopify_connect_states to waybill_client');
  }

  override down(): void {
    this.addSql(`drop table if exists "shopify_connect_states" cascade;`);

    this.addSql(`alter table "shopify_stores" drop column "refreshing_until";`);
  }
}
