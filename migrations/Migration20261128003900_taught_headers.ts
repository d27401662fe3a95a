import { Migration } from '@mikro-orm/migrations';

/** What was taught keeps the header as people wrote it, and when. */
export class Migration20261128003900_taught_headers extends Migration {
  override name = 'Migration20261128003900_taught_headers';

  override up(): void {
    this.addSql('alter table import_mappings rename column fields to headers');
    this.addSql(`
      update import_mappings set headers = coalesce(
        (select jsonb_object_agg(header, jsonb_build_object(
                  'header', header, 'target', target,
                  'taughtAt', to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
           from jsonb_each(headers) as said (header, target)), '{}')`);
  }

  override down(): void {
    this.addSql(`
      update import_mappings set headers = coalesce(
        (select jsonb_object_agg(header, taught -> 'target') from jsonb_each(headers) as said (header, taught)), '{}')`);
    this.addSql('alter table import_mappings rename column headers to fields');
  }
}
