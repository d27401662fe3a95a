import { Migration } from '@mikro-orm/migrations';

const organization = "(select nullif(current_setting('app.organization_id', true), '')::uuid)";
const client = "(select nullif(current_setting('app.client_id', true), '')::uuid)";

/** Photos, signatures and attempts in one chain per order, and what of them a delivery must leave behind. */
export class Migration20261128032031_proofs extends Migration {
  override name = 'Migration20261128032031_proofs';

  override up(): void {
    this.addSql("alter table organizations add column required_proof text[] not null default '{}'");
    this.addSql('alter table clients add column required_proof text[] null');
    this.addSql(`create table proofs (
      id uuid not null, organization_id uuid not null, client_id uuid null, order_id uuid not null,
      route_id uuid not null, kind varchar(10) not null, sequence int not null, recorded_at timestamptz(3) not null,
      previous_hash varchar(64) null, hash varchar(64) not null, attempt jsonb null, sha256 varchar(64) null,
      size int null, width int null, height int null, thumbnail_size int null, upload_sha256 varchar(64) null,
      primary key (id))`);
    this.addSql(
      'create unique index proofs_of_client on proofs (order_id, client_id, sequence) where client_id is not null',
    );
    this.addSql(
      'create unique index proofs_of_nobody on proofs (order_id, sequence) where client_id is null',
    );
    this.addSql(`alter table proofs
      add constraint proofs_organization_fk foreign key (organization_id) references organizations (id),
      add constraint proofs_client_fk foreign key (organization_id, client_id) references clients (organization_id, id),
      add constraint proofs_order_fk foreign key (order_id) references orders (id) on delete cascade`);
    this.addSql('alter table proofs enable row level security');
    this.addSql('alter table proofs force row level security');
    this.addSql('create policy system on proofs to waybill_system using (true) with check (true)');
    this.addSql(
      `create policy organization on proofs to waybill_organization using (organization_id = ${organization}) with check (organization_id = ${organization})`,
    );
    this.addSql(
      `create policy client on proofs to waybill_client using (client_id = ${client}) with check (client_id = ${client})`,
    );
    this.addSql('grant select, insert, update, delete on proofs to waybill_system');
    this.addSql('grant select, insert on proofs to waybill_organization');
    this.addSql('grant select on proofs to waybill_client');
    // An order may be deleted in many ways, and by a cascade; its files follow it in all of them.
    this.addSql(`create function clear_proof_files() returns trigger language plpgsql as $$
      begin
        insert into jobs (id, name, payload, run_at, request_id, created_at)
        values (gen_random_uuid(), 'proofs.clear-files', jsonb_build_object('proofId', old.id), now(), '', now());
        return null;
      end $$`);
    this.addSql(`create trigger proofs_deleted after delete on proofs for each row
      when (old.sha256 is not null) execute function clear_proof_files()`);
  }

  override down(): void {
    this.addSql('drop table proofs');
    this.addSql('drop function clear_proof_files');
    this.addSql('alter table clients drop column required_proof');
    this.addSql('alter table organizations drop column required_proof');
  }
}
