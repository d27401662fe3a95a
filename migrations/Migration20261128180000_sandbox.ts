import { Migration } from '@mikro-orm/migrations';

/** Whether it is a sandbox, nobody says of their own organization. */
const changeable =
  'name, timezone, country_code, support_email, support_phone, required_proof, updated_at, version';

export class Migration20261128180000_sandbox extends Migration {
  override name = 'Migration20261128180000_sandbox';

  override up(): void {
    this.addSql(
      `alter table "organizations" add "test_mode" boolean not null default false, add "sandbox_of" uuid null, add "advanced_seconds" bigint not null default '0';`,
    );
    this.addSql(
      `alter table "organizations" add constraint "organizations_sandbox_of_unique" unique ("sandbox_of");`,
    );
    this.addSql(
      `create table "sandbox_mails" ("id" uuid not null, "organization_id" uuid not null, "message_id" varchar(200) not null, "recipient" varchar(254) not null, "subject" text not null, "text" text not null, "html" text not null, "created_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "sandbox_mails_by_organization" on "sandbox_mails" ("organization_id", "id");`);
    this.addSql(`create index "sandbox_mails_by_age" on "sandbox_mails" ("created_at");`);
    this.addSql(
      `alter table "sandbox_mails" add constraint "sandbox_mails_once" unique ("organization_id", "message_id");`,
    );
    this.addSql(`alter table "sandbox_mails" enable row level security;`);
    this.addSql(`alter table "sandbox_mails" force row level security;`);
    this.addSql(
      `create policy "system" on "sandbox_mails" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "sandbox_mails" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );

    this.addSql(`alter table organizations
      add constraint organizations_sandbox_of_fk foreign key (sandbox_of) references organizations (id),
      add constraint organizations_sandbox_beside check (test_mode = (sandbox_of is not null)),
      add constraint organizations_real_time check (test_mode or advanced_seconds = 0)`);
    this.addSql('revoke update on organizations from waybill_organization');
    this.addSql(`grant update (${changeable}) on organizations to waybill_organization`);
    this.addSql(
      'alter table sandbox_mails add constraint sandbox_mails_organization_fk foreign key (organization_id) references organizations (id)',
    );
    this.addSql('grant select, insert, update, delete on sandbox_mails to waybill_system');
    this.addSql('grant select on sandbox_mails to waybill_organization');
  }

  override down(): void {
    this.addSql(`drop table if exists "sandbox_mails" cascade;`);
    this.addSql('grant update on organizations to waybill_organization');
    this.addSql(
      `alter table "organizations" drop column "test_mode", drop column "sandbox_of", drop column "advanced_seconds";`,
    );
  }
}
