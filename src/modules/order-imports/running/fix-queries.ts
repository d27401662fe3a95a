import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldName } from '../../../order-fields/catalogue.js';
import { rowsOf } from '../../../database/database.js';
import { isFixed, type OneImport } from '../order-imports.queries.js';
import type { FixedOrders } from '../reading/fixed-rows.js';

/** Orders that one import takes at most; their values are in memory while it runs. */
const mostOrders = 10_000;

/** What somebody says of errors: by the error's row and ordinal a value, or null for the one proposed. */
export interface Answers {
  /** Whether every other error takes what is proposed for it. */
  all: boolean;
  given: { row: number; ordinal: number; value: string | null }[];
}

/**
 * Marks the errors of orders of which every error is answered as fixed by `fixedBy`.
 * @returns how many rows the orders have, and the answers to what is no open error
 */
export async function markFixed(
  em: EntityManager,
  { id, organizationId }: OneImport,
  fixedBy: string,
  { all, given }: Answers,
): Promise<{ rows: number; unasked: string[] }> {
  const [marked] = await rowsOf<{ rows: number; unasked: string[] }>(
    em,
    `with answers as (
       select * from unnest($3::int[], $4::int[], $5::text[]) as answer (row, ordinal, value)
     ), errors as (
       select p.row, p.ordinal, p.first_row, p.row_count,
              case when $6::bool or a.row is not null then coalesce(a.value, p.fix_value) end as value
         from import_problems p left join answers a on a.row = p.row and a.ordinal = p.ordinal
        where p.organization_id = $7 and p.import_id = $1 and p.severity = 'error' and p.field is not null and not ${isFixed}
     ), whole as (
       select first_row, max(row_count) as rows from errors
        group by first_row having bool_and(value is not null) order by first_row limit ${mostOrders}
     ), marked as (
       update import_problems p set fixed_by = $2, fixed_value = left(e.value, 2000)
         from errors e join whole w on w.first_row = e.first_row
        where p.organization_id = $7 and p.import_id = $1 and p.row = e.row and p.ordinal = e.ordinal
     )
     select (select coalesce(sum(rows), 0)::int from whole) as rows,
            array(select concat(row, '.', ordinal) from answers a
                   where not exists (select from errors e where e.row = a.row and e.ordinal = a.ordinal)) as unasked`,
    [
      id,
      fixedBy,
      given.map(({ row }) => row),
      given.map(({ ordinal }) => ordinal),
      given.map(({ value }) => value),
      all,
      organizationId,
    ],
  );
  return marked!;
}

/** The orders that an import takes again, also with what was fixed in the imports before it. */
export async function fixedOrders(
  em: EntityManager,
  { id, organizationId }: OneImport,
): Promise<FixedOrders> {
  const found = await rowsOf<{
    depth: number;
    row: number;
    firstRow: number;
    lastRow: number;
    field: FieldName;
    value: string;
  }>(
    em,
    `with recursive line as (
       select id, fixes_of, 0 as depth from order_imports where organization_id = $2 and id = $1
       union all
       select o.id, o.fixes_of, line.depth + 1 from order_imports o join line on o.id = line.fixes_of
        where o.organization_id = $2
     )
     select line.depth, p.row, p.first_row as "firstRow", p.last_row as "lastRow", p.field, p.fixed_value as value
       from line join import_problems p on p.organization_id = $2 and p.fixed_by = line.id
      where exists (select from import_problems own
                     where own.organization_id = $2 and own.fixed_by = $1 and own.first_row = p.first_row)
      order by line.depth desc, p.row, p.ordinal`,
    [id, organizationId],
  );
  const spans = new Map(
    found.filter(({ depth }) => depth === 0).map(({ firstRow, lastRow }) => [firstRow, lastRow] as const),
  );
  return {
    spans: [...spans].toSorted(([a], [b]) => a - b),
    cells: found.map(({ depth: _, ...cell }) => cell),
  };
}
