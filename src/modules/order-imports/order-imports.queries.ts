import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '../../database/database.js';
import type { ImportErrorDto } from './order-imports.dto.js';
import type { RejectedRow } from './reading/rejected-rows.js';

const errorColumns = 'row, "column", field, severity, code, detail, value, ordinal';

/** Problems of an import already loaded in the caller's scope, by row. */
export async function importErrors(
  em: EntityManager,
  importId: string,
  {
    limit,
    after,
    severity,
  }: { limit: number; after?: [row: number, ordinal: number]; severity?: 'error' | 'warning' },
): Promise<(ImportErrorDto & { ordinal: number })[]> {
  const [row, ordinal] = after ?? [0, 0];
  return rowsOf(
    em,
    `select ${errorColumns} from import_problems
      where import_id = $1 and (row, ordinal) > ($2::int, $3::int) and ($4::text is null or severity = $4)
      order by row, ordinal limit $5`,
    [importId, row, ordinal, severity ?? null, limit],
  );
}

/** Rejected rows of an import already loaded in the caller's scope, by row, starting after `after`. */
export async function rejectionsAfter(
  em: EntityManager,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  return rowsOf(
    em,
    `select row, string_agg(detail, ' ' order by ordinal) as reasons from import_problems
      where import_id = $1 and row > $2 and severity = 'error' group by row order by row limit $3`,
    [importId, after, limit],
  );
}
