import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { clientIdOf } from '../../../database/tenancy/caller-scope.js';
import { orderColumnTypes } from '../../orders/order-columns.js';
import { contentColumns, contentFields, toColumn, type ContentColumn } from '../../orders/order-row.js';
import type { BoundSql } from '../running/run-statements.js';

/** The Ids that the file holds, also those of rows with errors. */
export const createHeldIds = 'create temp table held_ids (external_id text) on commit drop';

const content = contentColumns.map((column) => `'${column}', s.${toColumn(column)}`).join(', ');

/** A value as a cell of a spreadsheet would hold it. */
function cellOf(alias: string, column: ContentColumn): string {
  const value = `${alias}.${toColumn(column)}`;
  return orderColumnTypes[column] === 'text[]'
    ? `nullif(array_to_string(${value}, '|'), '')`
    : `${value}::text`;
}

interface Compared {
  scope: TenantScope;
  /** Columns of `orders` that the file fills; only these can have changed. */
  filled: readonly ContentColumn[];
}

export type ComparisonStatements = ReturnType<typeof comparisonStatements>;

/**
 * The statements of one comparison, about the staged rows of one batch. Each has its own condition on the tenant, in
 * addition to the row policies.
 */
export function comparisonStatements({ scope, filled }: Compared) {
  const tenant = [scope.organizationId, clientIdOf(scope)];
  const own = (alias: string) => `${alias}.organization_id = $1 and ${alias}.client_id = $2::uuid`;
  const values = filled.filter((column) => column !== 'externalId');
  const list = (alias: string) => values.map((column) => `${alias}.${toColumn(column)}`).join(', ');
  const differs = values.length === 0 ? 'false' : `(${list('o')}) is distinct from (${list('s')})`;
  const sameId = `o.external_id = s.external_id and ${own('o')}`;
  const pairs = values.map(
    (column) => `('${contentFields[column]}', ${cellOf('o', column)}, ${cellOf('s', column)})`,
  );

  return {
    hold: (rejected: readonly string[]): BoundSql => [
      `insert into held_ids
       select external_id from staged_orders where external_id is not null
       union all select unnest($1::text[])`,
      [rejected],
    ],

    count: (): BoundSql => [
      `select count(*) filter (where s.external_id is null)::int as "withoutId",
              count(*) filter (where s.external_id is not null and o.id is null)::int as new,
              count(*) filter (where o.id is not null and ${differs})::int as changed,
              count(*) filter (where o.id is not null and not (${differs}))::int as unchanged
         from staged_orders s left join orders o on ${sameId}`,
      tenant,
    ],

    listNew: (limit: number): BoundSql => [
      `select s.import_row as row, s.external_id as "externalId", json_build_object(${content}) as content
         from staged_orders s
        where s.external_id is not null and not exists (select from orders o where ${sameId})
        order by s.import_row limit $3`,
      [...tenant, limit],
    ],

    listChanged: (limit: number): BoundSql => [
      `select s.import_row as row, s.external_id as "externalId", o.id as "orderId", o.status,
              (select json_agg(json_build_object('field', field, 'before', before, 'after', after))
                 from (values ${pairs.join(', ')}) as value (field, before, after)
                where before is distinct from after) as changes
         from staged_orders s join orders o on ${sameId}
        where ${differs}
        order by s.import_row limit $3`,
      [...tenant, limit],
    ],

    listWithoutId: (limit: number): BoundSql => [
      'select import_row as row from staged_orders where external_id is null order by import_row limit $1',
      [limit],
    ],

    listProblems: (limit: number): BoundSql => [
      `select import_row as row, ordinal, header as column, field, severity, code, detail, value,
              case when fix_value is not null then json_build_object('value', fix_value, 'why', fix_why) end as fix
         from staged_problems order by import_row, ordinal limit $1`,
      [limit],
    ],

    /** Orders of the import, and of the imports of its fixed rows, whose Ids the file does not hold. */
    listGone: (importId: string, limit: number): BoundSql => [
      `with recursive sent as (
         select i.id from order_imports i where i.id = $3 and ${own('i')}
         union all
         select i.id from sent join order_imports i on i.fixes_of = sent.id and ${own('i')}
       )
       select count(*) over ()::int as total, o.external_id as "externalId", o.id as "orderId", o.status,
              o.recipient_name as "recipientName",
              nullif(concat_ws(', ', o.address_line_one, o.city, o.zip), '') as address
         from orders o
        where o.import_id in (select id from sent) and o.external_id is not null and ${own('o')}
          and not exists (select from held_ids h where h.external_id = o.external_id)
        order by o.import_id, o.import_row limit $4`,
      [...tenant, importId, limit],
    ],
  };
}
