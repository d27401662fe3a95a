import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../database/database.js';
import { BulkSql, type BulkTransaction } from '../../../database/sql/bulk-sql.js';
import { importRows } from '../../../metrics/measures.js';
import { EventLog } from '../../events/event-log.js';
import { chunkStatements, type ChunkStatements, type ChunkTarget } from './chunk-statements.js';
import type { Batch } from '../reading/read-plan.js';
import { runStatements } from './run-statements.js';
import { stagedOrderColumns, stagedProblemColumns } from '../reading/staged-orders.js';
import { createStagedOrders, createStagedProblems } from './staged-tables.js';

/**
 * `write` stores the good rows. `dry_run` only counts what would happen to them, and `check` only what would
 * be refused. `write_all` stores rows that passed `check`, and fails if one can no longer be stored.
 */
export type ChunkMode = 'write' | 'dry_run' | 'check' | 'write_all';

/** An import's progress, as its row in the database has it. */
export interface Progress {
  checkpointRow: number;
  rowsProcessed: number;
  rowsImported: number;
  ordersImported: number;
  rowsRejected: number;
  /** Of the rejected rows, those whose Ids orders have that were there before. */
  rowsTaken: number;
  rowsSkipped: number;
  cancelled: boolean;
}

/** What the written chunks of one run leave to those that come after them. */
export class WrittenChunks {
  /** Whether one found an Id taken, so that the next ones may. */
  someTaken = false;
  /** When the transaction of the last one had begun, by this process's clock. */
  begunAt = 0;
}

/** Another chunk, which comes before it, began after it: its rows would be older than those before them. */
class StagedTooEarlyError extends Error {
  constructor() {
    super('This chunk has to begin after the one before it');
    this.name = 'StagedTooEarlyError';
  }
}

/** What a chunk has to know of those before it. */
export interface Turn {
  /** After them. */
  progress: Progress;
  isLastCheck: boolean;
  announce: boolean;
}

/** A chunk on its way into the database. Its batch is needed until it is written or abandoned. */
export interface StagedChunk {
  /**
   * Commits the chunk and returns the new progress. After checking the last chunk of a file without errors the
   * checkpoint returns to the start, to write the rows.
   * @throws ImportTakenError, LateConflictError
   */
  write(turn: Turn): Promise<Progress>;
  abandon(): Promise<void>;
}

/** Another runner has continued or ended the import. */
export class ImportTakenError extends Error {
  constructor() {
    super('This import is being run by another process');
    this.name = 'ImportTakenError';
  }
}

/** A row that passed its check conflicts with the Id of a new order. */
export class LateConflictError extends Error {
  constructor(readonly count: number) {
    super('Orders with the same Ids appeared while the import was running');
    this.name = 'LateConflictError';
  }
}

/** What happened to the rows of one chunk, and how many orders came of it. */
interface Outcome {
  imported: number;
  orders: number;
  /** For their Ids, which other orders have. */
  rejected: number;
  skipped: number;
}

/** A staged order whose Id another one has, how many rows it takes, and, in checks, whether that order may be changed. */
interface LeftOrder {
  id: string;
  rows: number;
  open: boolean;
}

const keeps = (mode: ChunkMode) => mode === 'write' || mode === 'write_all';

/** In `write_all`, rows and problems were already counted by `check`. */
const counts = (mode: ChunkMode) => mode !== 'write_all';

const hasProblems = (batch: Batch, mode: ChunkMode) => counts(mode) && batch.problemLines.length > 0;

/** Writes one chunk of an import: orders, events, problems and progress, all or nothing. */
@Injectable()
export class ChunkWriter {
  constructor(
    private readonly bulk: BulkSql,
    private readonly events: EventLog,
  ) {}

  /**
   * Begins to copy the rows of the batch, in a transaction that ends with the chunk. A chunk whose turn has come needs no
   * other connection than its own, so those that wait for it may hold all the rest.
   */
  stage(target: ChunkTarget, batch: Batch, mode: ChunkMode, written: WrittenChunks): StagedChunk {
    const turn = Promise.withResolvers<Turn>();
    let askedAt = performance.now();
    let begunAt: number;
    const work = async (sql: BulkTransaction) => {
      begunAt = await this.copy(sql, batch, mode);
      const given = await turn.promise;
      if (askedAt < written.begunAt) throw new StagedTooEarlyError();
      return this.write(sql, target, batch, mode, written.someTaken, given);
    };
    const again = (error: unknown) => {
      askedAt = performance.now();
      const isNews = !written.someTaken && isUniqueViolation(error, 'orders_external_id');
      written.someTaken ||= isNews;
      return isNews || error instanceof StagedTooEarlyError;
    };
    // A chunk lost in a crash loses its checkpoint too and is written again; the last chunk is durable.
    const done = this.bulk.transaction(target.scope, work, { repeatable: true, again });
    for (const promise of [turn.promise, done]) promise.catch(() => undefined);
    return {
      write: async (given) => {
        turn.resolve(given);
        const progress = await done;
        written.begunAt = begunAt;
        this.events.wrote(target.scope);
        if (mode !== 'dry_run') countRows(given.progress, progress);
        return progress;
      },
      abandon: async () => {
        turn.reject(new Error('This chunk is not to be written'));
        await done.catch(() => undefined);
      },
    };
  }

  /** Also what a chunk is told of itself is staged, as it needs no turn. Returns when the transaction had begun. */
  private async copy(sql: BulkTransaction, batch: Batch, mode: ChunkMode): Promise<number> {
    // The first change gives the transaction its place among others.
    await sql.query(createStagedOrders);
    const begunAt = performance.now();
    if (batch.orders > 0) await sql.copy('staged_orders', stagedOrderColumns, batch.orderLines);
    if (hasProblems(batch, mode)) {
      await sql.query(createStagedProblems);
      await sql.copy('staged_problems', stagedProblemColumns, batch.problemLines);
    }
    return begunAt;
  }

  private async write(
    sql: BulkTransaction,
    target: ChunkTarget,
    batch: Batch,
    mode: ChunkMode,
    someTaken: boolean,
    { progress, isLastCheck, announce }: Turn,
  ): Promise<Progress> {
    const statements = chunkStatements(target);
    const cancelled = await this.hold(sql, statements, progress.checkpointRow);
    if (cancelled) return { ...progress, cancelled };
    const outcome = batch.orders > 0 ? await this.place(sql, statements, batch, mode, someTaken) : nothing;
    const isCounted = counts(mode);
    const rejected = isCounted ? batch.rejected + outcome.rejected : 0;
    if (hasProblems(batch, mode)) await sql.query(...statements.keepProblems());
    const [row] = await sql.query<Omit<Progress, 'cancelled'>>(
      ...statements.progress({
        checkpoint: isLastCheck && rejected + progress.rowsRejected === 0 ? 0 : batch.lastRow,
        processed: isCounted ? batch.rows : 0,
        imported: mode === 'check' ? 0 : outcome.imported,
        orders: mode === 'check' ? 0 : outcome.orders,
        rejected,
        taken: isCounted ? outcome.rejected : 0,
        skipped: isCounted ? batch.skipped + outcome.skipped : 0,
      }),
    );
    if (announce) await sql.query(...runStatements(target).announce('import.progressed'));
    return { ...row!, cancelled: false };
  }

  /** Locks the import at the expected checkpoint, so that no second runner writes the same rows. */
  private async hold(
    sql: BulkTransaction,
    statements: ChunkStatements,
    checkpoint: number,
  ): Promise<boolean> {
    const [held] = await sql.query<{ cancelled: boolean }>(...statements.hold(checkpoint));
    if (!held) throw new ImportTakenError();
    return held.cancelled;
  }

  private async place(
    sql: BulkTransaction,
    statements: ChunkStatements,
    batch: Batch,
    mode: ChunkMode,
    someTaken: boolean,
  ): Promise<Outcome> {
    const left = keeps(mode)
      ? await this.insert(sql, statements, batch.orders, someTaken)
      : await sql.query<LeftOrder>(...statements.taken());
    const free = { imported: batch.good - rowsOf(left), orders: batch.orders - left.length };
    const ids = left.map(({ id }) => id);
    if (left.length === 0) return { ...free, rejected: 0, skipped: 0 };
    switch (statements.duplicates) {
      case 'skip':
        return { ...free, rejected: 0, skipped: rowsOf(left) };
      case 'reject':
        if (mode === 'write_all') throw new LateConflictError(left.length);
        await sql.query(...statements.rejectTaken(ids));
        return { ...free, rejected: rowsOf(left), skipped: 0 };
      case 'update': {
        const open = keeps(mode)
          ? new Set((await sql.query<{ id: string }>(...statements.update(ids))).map(({ id }) => id))
          : new Set(left.flatMap(({ id, open }) => (open ? [id] : [])));
        const updated = left.filter(({ id }) => open.has(id));
        const refused = left.filter(({ id }) => !open.has(id));
        if (refused.length > 0) {
          if (mode === 'write_all') throw new LateConflictError(refused.length);
          const refusedIds = refused.map(({ id }) => id);
          await sql.query(...statements.rejectTheirs(refusedIds));
          await sql.query(...statements.rejectClosed(refusedIds));
        }
        return {
          imported: free.imported + rowsOf(updated),
          orders: free.orders + updated.length,
          rejected: rowsOf(refused),
          skipped: 0,
        };
      }
    }
  }

  /**
   * Inserts the staged orders and returns those that conflict. While none is expected, one undoes the chunk, which then
   * goes again: asking for conflicts costs a tenth of an import without any.
   */
  private async insert(
    sql: BulkTransaction,
    statements: ChunkStatements,
    staged: number,
    someTaken: boolean,
  ): Promise<LeftOrder[]> {
    const inserted = await sql.execute(...statements.insert(someTaken));
    const left = inserted < staged ? await sql.query<LeftOrder>(...statements.left()) : [];
    await sql.query(...statements.logCreated(left.map(({ id }) => id)));
    return left;
  }
}

const rowsOf = (orders: readonly LeftOrder[]) => orders.reduce((sum, { rows }) => sum + rows, 0);

const nothing: Outcome = { imported: 0, orders: 0, rejected: 0, skipped: 0 };

function countRows(before: Progress, after: Progress): void {
  importRows.inc({ outcome: 'imported' }, after.rowsImported - before.rowsImported);
  importRows.inc({ outcome: 'rejected' }, after.rowsRejected - before.rowsRejected);
  importRows.inc({ outcome: 'skipped' }, after.rowsSkipped - before.rowsSkipped);
}
