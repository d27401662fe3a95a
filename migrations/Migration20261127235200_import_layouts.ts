import { Migration } from '@mikro-orm/migrations';

/** What callers say of the layout of a file, and the layout it was found to have. */
export class Migration20261127235200_import_layouts extends Migration {
  override name = 'Migration20261127235200_import_layouts';

  override up(): void {
    this.addSql(`alter table order_imports
      add column save_mapping boolean not null default true,
      add column profile varchar(60) null,
      add column group_by varchar(20) null,
      alter column sheet type varchar(300),
      alter column message type varchar(2000)`);
  }

  override down(): void {
    this.addSql(`alter table order_imports
      drop column save_mapping,
      drop column profile,
      drop column group_by,
      alter column sheet type varchar(255) using left(sheet, 255),
      alter column message type varchar(500) using left(message, 500)`);
  }
}
