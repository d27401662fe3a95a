import { Migration } from '@mikro-orm/migrations';

/** Of the rows that an import rejects, how many have the Ids of orders that were there before. */
export class Migration20261130095200_rows_taken extends Migration {
  override name = 'Migration20261130095200_rows_taken';

  override up(): void {
    this.addSql('alter table order_imports add column rows_taken int not null default 0');
    // Those that go on after this tell of the rows before it too. A row of an Id that stands in its file twice has the same code.
    this.addSql(`update order_imports i set rows_taken = (
        select coalesce(sum(p.row_count), 0) from import_problems p
         where p.organization_id = i.organization_id and p.import_id = i.id and p.severity = 'error'
           and (p.code in ('order_not_editable', 'stop_not_editable')
                or (p.code = 'duplicate_id' and p.detail like '%" is already used by another order.%')))
      where i.status = 'running'`);
  }

  override down(): void {
    this.addSql('alter table order_imports drop column rows_taken');
  }
}
