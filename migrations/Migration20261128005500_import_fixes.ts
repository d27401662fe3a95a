import { Migration } from '@mikro-orm/migrations';

/** What is likely meant by a bad cell, and which import took it instead. */
export class Migration20261128005500_import_fixes extends Migration {
  override name = 'Migration20261128005500_import_fixes';

  override up(): void {
    this.addSql(
      'alter table order_imports add column day_order varchar(20) null, add column fixes_of uuid null',
    );
    this.addSql(`alter table import_problems
      add column fix_value varchar(2000) null, add column fix_why varchar(500) null,
      add column fixed_by uuid null, add column fixed_value varchar(2000) null`);
    this.addSql(
      'grant update (fixed_by, fixed_value) on import_problems to waybill_client, waybill_organization',
    );
    this.addSql(
      'create index import_problems_fixed_by on import_problems (fixed_by, row) where fixed_by is not null',
    );
  }

  override down(): void {
    this.addSql('drop index import_problems_fixed_by');
    this.addSql(
      'revoke update (fixed_by, fixed_value) on import_problems from waybill_client, waybill_organization',
    );
    this.addSql(`alter table import_problems drop column fix_value, drop column fix_why, drop column fixed_by,
      drop column fixed_value`);
    this.addSql('alter table order_imports drop column day_order, drop column fixes_of');
  }
}
