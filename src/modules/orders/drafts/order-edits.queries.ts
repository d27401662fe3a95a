import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { filterScopeOf, rowsOf } from '../../../database/database.js';
import { prepared } from '../../../database/connections/pipelined-client.js';
import { Statement } from '../../../database/sql/statement.js';
import { callingClient } from '../../../database/tenancy/caller-scope.js';
import { toColumn, writtenColumns, type OwnOrderRow, type WrittenRow } from '../order-row.js';
import { isDraft } from '../order-status-sql.js';
import { ownProjection } from '../orders.queries.js';

/** Locks an order until the transaction ends and reads it, with all changes committed before the lock. */
export async function lockOrder(em: EntityManager, id: string): Promise<OwnOrderRow | undefined> {
  const statement = new Statement();
  const text = `select ${ownProjection(statement, callingClient())} from orders o
    where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(id)} for update of o`;
  const [row] = await rowsOf<OwnOrderRow>(em, prepared(text), statement.values);
  return row;
}

/** The columns in which two orders differ. */
export function changedColumns(before: WrittenRow, after: WrittenRow): (keyof WrittenRow)[] {
  return writtenColumns.filter((column) => !isDeepStrictEqual(before[column], after[column]));
}

/**
 * Writes the changed columns of a draft, and whatever else `sets` says; returns the new row, or nothing when it is no longer a draft.
 */
export async function updateDraft(
  em: EntityManager,
  id: string,
  content: WrittenRow,
  changed: readonly (keyof WrittenRow)[],
  sets: readonly string[] = [],
): Promise<OwnOrderRow | undefined> {
  const statement = new Statement();
  const written = changed.map((column) => `${toColumn(column)} = ${statement.bind(content[column])}`);
  const text = `update orders o set ${[...written, ...sets].join(', ')}, updated_at = now(), version = version + 1
    where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(id)} and ${isDraft}
    returning ${ownProjection(statement, callingClient())}`;
  const [row] = await rowsOf<OwnOrderRow>(em, text, statement.values);
  return row;
}

/** Deletes a draft; returns false when it is no longer one. */
export async function deleteDraft(em: EntityManager, id: string): Promise<boolean> {
  const statement = new Statement();
  const text = `delete from orders o where ${statement.tenant(filterScopeOf(em), 'o')}
    and o.id = ${statement.bind(id)} and ${isDraft} returning o.id`;
  return (await rowsOf(em, text, statement.values)).length > 0;
}
