import { Migration } from '@mikro-orm/migrations';

/** A column's target is an object, since it can be more than a field. */
export class Migration20261127234500_column_targets extends Migration {
  override name = 'Migration20261127234500_column_targets';

  override up(): void {
    for (const [table, column] of [
      ['import_mappings', 'fields'],
      ['order_imports', 'mapping'],
    ] as const) {
      this.addSql(`
        update ${table} set ${column} = coalesce(
          (select jsonb_object_agg(header, case when jsonb_typeof(target) = 'string'
                                                then jsonb_build_object('field', target) else target end)
             from jsonb_each(${column}) as said (header, target)), '{}')
         where ${column} is not null`);
    }
    this.addSql(`
      update order_imports set columns = coalesce(
        (select jsonb_agg((old - 'field') || jsonb_build_object(
                  'target', case when jsonb_typeof(old -> 'field') = 'string'
                                 then jsonb_build_object('field', old -> 'field') end,
                  'grade', case when jsonb_typeof(old -> 'field') = 'string' then 'applied'
                                when jsonb_array_length(old -> 'suggestions') > 0 then 'suggested' end,
                  'basis', case when jsonb_typeof(old -> 'field') = 'string' then 'header' end,
                  'lost', false) order by place)
           from jsonb_array_elements(columns) with ordinality as each (old, place)), '[]')
       where columns is not null`);
  }

  override down(): void {
    for (const [table, column] of [
      ['import_mappings', 'fields'],
      ['order_imports', 'mapping'],
    ] as const) {
      this.addSql(`
        update ${table} set ${column} = coalesce(
          (select jsonb_object_agg(header, target -> 'field') from jsonb_each(${column}) as said (header, target)),
          '{}')
         where ${column} is not null`);
    }
    this.addSql(`
      update order_imports set columns = coalesce(
        (select jsonb_agg((now - 'target' - 'grade' - 'basis' - 'lost')
                          || jsonb_build_object('field', now -> 'target' -> 'field') order by place)
           from jsonb_array_elements(columns) with ordinality as each (now, place)), '[]')
       where columns is not null`);
  }
}
