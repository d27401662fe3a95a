import type { EntityManager } from '@mikro-orm/postgresql';
import { Statement } from '../../database/sql/statement.js';
import { newestFirstSql } from '../../database/sql/newest-first.js';
import { rowsOf } from '../../database/database.js';
import { clientIdOf } from '../../database/tenancy/caller-scope.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import type { OrderImport } from './order-import.entity.js';
import type { ImportErrorDto } from './order-imports.dto.js';
import type { RejectedRow } from './reading/rejected-rows.js';

/** Whether a problem's row was imported after all, by an import that was not undone. */
export const isFixed = `(select true from order_imports f
  where f.organization_id = p.organization_id and f.id = p.fixed_by and f.undone_at is null
  and f.failure_code is null and not (f.cancel_requested_at is not null and f.rows_imported = 0)) is true`;

const errorColumns = `p.row, p."column", p.field, p.severity, p.code, p.detail, p.value, p.ordinal,
  case when p.fix_value is not null then json_build_object('value', p.fix_value, 'why', p.fix_why) end as fix,
  case when ${isFixed} then p.fixed_by end as "fixedBy"`;

/** An import, by its organization and its id. */
export type OneImport = Pick<OrderImport, 'id' | 'organizationId'>;

/** Problems of an import already loaded in the caller's scope, by row. */
export async function importErrors(
  em: EntityManager,
  { id, organizationId }: OneImport,
  {
    limit,
    after,
    severity,
  }: { limit: number; after?: [row: number, ordinal: number]; severity?: 'error' | 'warning' },
): Promise<(Omit<ImportErrorDto, 'id'> & { ordinal: number })[]> {
  const [row, ordinal] = after ?? [0, 0];
  return rowsOf(
    em,
    `select ${errorColumns} from import_problems p
      where organization_id = $6 and import_id = $1 and (row, ordinal) > ($2::int, $3::int)
        and ($4::text is null or severity = $4)
      order by row, ordinal limit $5`,
    [id, row, ordinal, severity ?? null, limit, organizationId],
  );
}

/** Problems fetched at once; those of one order are fewer. */
export const rejectionPage = 1_000;

/**
 * Rejected orders of an import already loaded in the caller's scope, by row: a page of those after the row `after`.
 * An empty page is the last.
 */
export async function rejectionsAfter(
  em: EntityManager,
  { id, organizationId }: OneImport,
  after: number,
  limit = rejectionPage,
): Promise<RejectedRow[]> {
  // The last order of a full page may have more problems than the page has.
  return rowsOf(
    em,
    `with page as (
       select first_row, last_row, row, ordinal, detail from import_problems p
        where organization_id = $4 and import_id = $1 and row > $2 and severity = 'error' and not ${isFixed}
        order by row, ordinal limit $3)
     select first_row as row, last_row as "lastRow",
            string_agg(case when last_row > first_row then 'Row ' || row || ': ' else '' end || detail,
                       ' ' order by row, ordinal) as reasons
       from page
      where (select count(*) from page) < $3 or first_row < (select max(first_row) from page)
      group by first_row, last_row order by first_row`,
    [id, after, limit, organizationId],
  );
}

/** The last import of the scope that has ended, was no dry run, and made orders that are still there. */
export async function lastImportWithOrders(em: EntityManager, scope: TenantScope): Promise<string | null> {
  const statement = new Statement();
  const team = { organizationId: scope.organizationId, clientId: clientIdOf(scope) };
  const [last] = await rowsOf<{ id: string }>(
    em,
    `select i.id from order_imports i
      where ${statement.team(team, 'i')} and i.finished_at is not null and not i.dry_run
        and exists (select from orders o where o.import_id = i.id and o.organization_id = i.organization_id)
      ${newestFirstSql('i')} limit 1`,
    statement.values,
  );
  return last?.id ?? null;
}
