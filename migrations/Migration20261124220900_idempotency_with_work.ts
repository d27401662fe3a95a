import { Migration } from '@mikro-orm/migrations';

export class Migration20261124220900_idempotency_with_work extends Migration {
  override name = 'Migration20261124220900_idempotency_with_work';

  override up(): void | Promise<void> {
    this.addSql(`alter table "idempotency_keys" add "content_hash" bytea null;`);
    this.addSql(
      `create policy "organization" on "idempotency_keys" to "waybill_organization" using (tenant = 'organization:' || (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (tenant = 'organization:' || (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "client" on "idempotency_keys" to "waybill_client" using (tenant = 'client:' || (select nullif(current_setting('app.client_id', true), '')::uuid)) with check (tenant = 'client:' || (select nullif(current_setting('app.client_id', true), '')::uuid));`,
    );
    // Enough to answer a request in the transaction of its work, and no more.
    this.addSql(
      'grant select (tenant, key, claim, status), update (status, headers, body, content_hash, expires_at) on idempotency_keys to waybill_organization, waybill_client',
    );
  }

  override down(): void | Promise<void> {
    this.addSql('revoke all on idempotency_keys from waybill_organization, waybill_client');
    this.addSql(`drop policy "organization" on "idempotency_keys";`);
    this.addSql(`drop policy "client" on "idempotency_keys";`);

    this.addSql(`alter table "idempotency_keys" drop column "content_hash";`);
  }
}
