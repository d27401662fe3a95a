import { Migration } from '@mikro-orm/migrations';

/** Several rows of a spreadsheet may be one order. */
export class Migration20261128002800_rows_of_orders extends Migration {
  override name = 'Migration20261128002800_rows_of_orders';

  override up(): void {
    this.addSql('alter table order_imports add column orders_imported int not null default 0');
    this.addSql('update order_imports set orders_imported = rows_imported');
    this.addSql(`alter table import_problems
      add column first_row int null, add column last_row int null, add column row_count int not null default 1`);
    this.addSql('update import_problems set first_row = row, last_row = row');
    this.addSql(
      'alter table import_problems alter column first_row set not null, alter column last_row set not null',
    );
  }

  override down(): void {
    this.addSql('alter table order_imports drop column orders_imported');
    this.addSql(
      'alter table import_problems drop column first_row, drop column last_row, drop column row_count',
    );
  }
}
