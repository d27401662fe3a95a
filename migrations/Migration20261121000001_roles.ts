import { Migration } from '@mikro-orm/migrations';

const roles = ['waybill_nobody', 'waybill_organization', 'waybill_client', 'waybill_system'];

/** One role per audience. The login may become any of them but inherits nothing from them. */
export class Migration20261121000001_roles extends Migration {
  override name = 'Migration20261121000001_roles';

  override up(): void {
    for (const role of roles) {
      this.addSql(`do $$ begin
        if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$`);
      this.addSql(`do $$ begin
        if current_setting('server_version_num')::int >= 160000
          then execute 'grant ${role} to current_user with inherit false, set true';
          else execute 'grant ${role} to current_user';
        end if;
      end $$`);
    }
    this.addSql('revoke create on schema public from public');
    this.addSql('grant usage on schema public to waybill_organization, waybill_client, waybill_system');
  }
}
