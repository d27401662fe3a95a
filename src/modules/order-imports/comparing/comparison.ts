import type { BulkTransaction } from '../../../database/sql/bulk-sql.js';
import { contentOf } from '../../orders/orders.dto.js';
import type { ContentRow } from '../../orders/order-row.js';
import { compared, type ImportComparisonDto } from '../import-comparison.dto.js';
import { toImportError } from '../order-imports.dto.js';
import type { Batch } from '../reading/read-plan.js';
import { stagedOrderColumns, stagedProblemColumns } from '../reading/staged-orders.js';
import { createStagedOrders, createStagedProblems } from '../running/staged-tables.js';
import type { BoundSql } from '../running/run-statements.js';
import { createHeldIds, type ComparisonStatements } from './comparison-statements.js';

type Compared = Omit<ImportComparisonDto, 'fileName' | 'against'>;
type NewRow = { row: number; externalId: string; content: ContentRow };
type GoneRow = Compared['gone'][number] & { total: number };

/** A statement of a comparison takes this long at most: its caller waits. */
const mostSeconds = 60;

/**
 * Compares a file with the orders of its client, batch by batch, in one transaction. Writes to its temporary tables
 * alone, which end with the transaction.
 */
export class Comparison {
  private readonly found: Compared = {
    counts: { new: 0, changed: 0, unchanged: 0, gone: 0, withoutId: 0, rejected: 0 },
    new: [],
    changed: [],
    gone: [],
    withoutId: [],
    errors: [],
  };

  private constructor(
    private readonly sql: BulkTransaction,
    private readonly statements: ComparisonStatements,
  ) {}

  static async begin(sql: BulkTransaction, statements: ComparisonStatements): Promise<Comparison> {
    await sql.query(`set local statement_timeout = '${mostSeconds}s'`);
    for (const create of [createStagedOrders, createStagedProblems, createHeldIds]) await sql.query(create);
    return new Comparison(sql, statements);
  }

  async add(batch: Batch): Promise<void> {
    const { sql, statements, found } = this;
    await sql.query('truncate staged_orders, staged_problems');
    await sql.copy('staged_orders', stagedOrderColumns, batch.orderLines);
    await sql.query(...statements.hold(batch.rejectedIds.filter((id) => id !== null)));
    found.counts.rejected += batch.rejectedIds.length;
    await this.addProblems(batch);
    if (batch.orders === 0) return;
    const [counted] = await sql.query<Record<'new' | 'changed' | 'unchanged' | 'withoutId', number>>(
      ...statements.count(),
    );
    const { new: fresh, changed, unchanged, withoutId } = counted!;
    found.counts.new += fresh;
    found.counts.changed += changed;
    found.counts.unchanged += unchanged;
    found.counts.withoutId += withoutId;
    if (fresh > 0)
      await this.fill<NewRow, Compared['new'][number]>(
        found.new,
        statements.listNew,
        ({ content, ...told }) => ({ ...told, order: contentOf(content) }),
      );
    if (changed > 0) await this.fill(found.changed, statements.listChanged, same);
    if (withoutId > 0)
      await this.fill(found.withoutId, statements.listWithoutId, ({ row }: { row: number }) => row);
  }

  /** @param against the import whose orders may be gone, if there is one */
  async end(against: string | null): Promise<Compared> {
    if (against === null) return this.found;
    const gone = await this.sql.query<GoneRow>(...this.statements.listGone(against, compared.listed));
    this.found.counts.gone = gone[0]?.total ?? 0;
    this.found.gone = gone.map(({ total: _, ...order }) => order);
    return this.found;
  }

  private async addProblems({ problemLines }: Batch): Promise<void> {
    const { errors } = this.found;
    if (errors.length === compared.errorsListed || problemLines.length === 0) return;
    await this.sql.copy('staged_problems', stagedProblemColumns, problemLines);
    await this.fill(errors, this.statements.listProblems, toImportError, compared.errorsListed);
  }

  /** Asks only for what the list still has room for. */
  private async fill<Row extends object, Item>(
    list: Item[],
    statement: (limit: number) => BoundSql,
    toItem: (row: Row) => Item,
    most = compared.listed,
  ): Promise<void> {
    if (list.length === most) return;
    list.push(...(await this.sql.query<Row>(...statement(most - list.length))).map(toItem));
  }
}

function same<Item>(row: Item): Item {
  return row;
}
