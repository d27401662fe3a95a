import { Migration } from '@mikro-orm/migrations';

/**
 * A deletion that cascades runs triggers as the table's owner since PostgreSQL 18, and jobs are closed to it. So the
 * proof of a deleted order stays until a job has deleted its files.
 */
export class Migration20261128050000_proofs_of_deleted_orders extends Migration {
  override name = 'Migration20261128050000_proofs_of_deleted_orders';

  override up(): void {
    this.addSql('drop trigger proofs_deleted on proofs');
    this.addSql('drop function clear_proof_files');
    this.addSql('alter table proofs drop constraint proofs_order_fk');
  }

  override down(): void {
    this.addSql('delete from proofs p where not exists (select 1 from orders o where o.id = p.order_id)');
    this.addSql(
      'alter table proofs add constraint proofs_order_fk foreign key (order_id) references orders (id) on delete cascade',
    );
    this.addSql(`create function clear_proof_files() returns trigger language plpgsql as $$
      begin
        insert into jobs (id, name, payload, run_at, request_id, created_at)
        values (gen_random_uuid(), 'proofs.clear-files', jsonb_build_object('proofId', old.id), now(), '', now());
        return null;
      end $$`);
    this.addSql(`create trigger proofs_deleted after delete on proofs for each row
      when (old.sha256 is not null) execute function clear_proof_files()`);
  }
}
