import { Migration } from '@mikro-orm/migrations';

/** Transactions of the server's other databases write no events here: they do not hold back those that are there. */
export class Migration20261130034500_oldest_running extends Migration {
  override name = 'Migration20261130034500_oldest_running';

  override up(): void {
    // A snapshot lists the running transactions of the whole server. One counts unless it is known to be another
    // database's: a prepared one has no session, and a standby lists only the oldest.
    this.addSql(`create function oldest_running() returns xid8 language plpgsql stable as $$
      declare
        snapshot pg_snapshot := pg_current_snapshot();
        coming xid8 := pg_snapshot_xmax(snapshot);
      begin
        if pg_snapshot_xmin(snapshot) = coming then return coming; end if;
        return (select coalesce(min(running.id), coming) from (
            select pg_snapshot_xip(snapshot) union all select pg_snapshot_xmin(snapshot)
            union all select pg_current_xact_id_if_assigned()) running (id)
          where running.id < coming and not exists (
            select from pg_stat_get_activity(null) s where s.backend_xid = running.id::xid
               and s.datid <> (select oid from pg_database where datname = current_database())));
      end $$`);
  }

  override down(): void {
    this.addSql('drop function oldest_running');
  }
}
