import { Inject, Injectable } from '@nestjs/common';
import { currentContext } from '../../../common/http/request-context.js';
import { CONFIG, type Config } from '../../../config.js';
import { BulkSql } from '../../../database/sql/bulk-sql.js';
import { Database } from '../../../database/database.js';
import { FileStore } from '../../../files/file-store.js';
import type { JobRun } from '../../../jobs/jobs.js';
import { EventLog } from '../../events/event-log.js';
import {
  WrittenChunks,
  ChunkWriter,
  ImportTakenError,
  LateConflictError,
  type ChunkMode,
  type Progress,
  type StagedChunk,
} from './chunk-writer.js';
import { ImportCancellations, ImportCancelledError } from './import-cancellations.js';
import type { ChunkTarget } from './chunk-statements.js';
import { ImportMappings } from './import-mappings.js';
import {
  cancelled,
  failed,
  finished,
  headerRefusal,
  lateConflict,
  type ImportEnd,
} from './import-outcome.js';
import { ImportPlans, type PlannedImport } from './import-plans.js';
import { readInThread } from '../reading/import-thread.js';
import { SpareThread } from '../reading/spare-thread.js';
import { fieldOf, type SheetColumn } from '../../../order-sheets/index.js';
import type { OrderImport } from '../order-import.entity.js';
import { filledColumns, type Batch, type FoundHeader } from '../reading/read-plan.js';
import { runStatements } from './run-statements.js';
import { contentFields, toColumn } from '../../orders/order-row.js';

/** Progress events are at least this far apart. */
const announceMilliseconds = 1_000;

/** One import while it runs in this process. */
interface Running extends PlannedImport {
  path: string;
  signal: AbortSignal;
  /** After the chunks that are written. */
  progress: Progress;
  /** Ends with the chunk that is written right now. */
  writing: Promise<void>;
  written: WrittenChunks;
  rowsTotal: number | null;
  columns: SheetColumn[];
  sheets: Pick<FoundHeader, 'sheet' | 'otherSheets'>;
  announcedAt: number;
  /** Reports the job's first progress. */
  gotOn: () => Promise<void>;
}

/** Runs imports from their checkpoint to the end. May be killed at any point and run again. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly db: Database,
    private readonly bulk: BulkSql,
    private readonly events: EventLog,
    private readonly chunks: ChunkWriter,
    private readonly plans: ImportPlans,
    private readonly mappings: ImportMappings,
    private readonly files: FileStore,
    private readonly cancellations: ImportCancellations,
    private readonly spare: SpareThread,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(importId: string, { signal, progressed }: Pick<JobRun, 'signal' | 'progressed'>): Promise<void> {
    const planned = await this.plans.begin(importId, currentContext()?.requestId ?? '');
    if (!planned) return;
    const { imported } = planned;
    const file = await this.files.local(imported.fileKey);
    const cancellation = this.cancellations.watch(importId);
    const running: Running = {
      ...planned,
      path: file.path,
      signal: AbortSignal.any([signal, cancellation.signal]),
      progress: progressOf(imported),
      writing: Promise.resolve(),
      written: new WrittenChunks(),
      rowsTotal: imported.rowsTotal ?? null,
      columns: imported.columns ?? [],
      // The rows of a fix are of one sheet, as was told of the import that it is of.
      sheets: { sheet: imported.sheet ?? null, otherSheets: imported.fixesOf ? [] : imported.otherSheets },
      announcedAt: performance.now(),
      gotOn: once(progressed),
    };
    try {
      await this.finish(running, await this.read(running));
    } finally {
      cancellation.end();
      await file.release();
    }
  }

  /** Ends an import that failed too often. */
  async abandon(importId: string): Promise<void> {
    const planned = await this.plans.begin(importId, currentContext()?.requestId ?? '');
    if (!planned) return;
    await this.finish(
      { ref: planned.ref, progress: progressOf(planned.imported) },
      failed(
        'internal_error',
        'The import stopped by an error on our side and nothing was kept. Try again later.',
      ),
    );
  }

  private async read(running: Running): Promise<ImportEnd> {
    const { imported } = running;
    if (imported.dryRun) return this.pass(running, 'dry_run');
    if (imported.mode === 'skip_invalid') return this.pass(running, 'write');
    if (!isChecked(running)) {
      const end = await this.pass(running, 'check');
      if (!isClean(end)) return end;
    }
    return this.pass(running, 'write_all');
  }

  /** Reads the remaining rows once and returns the result. */
  private async pass(running: Running, mode: ChunkMode): Promise<ImportEnd> {
    let read: { refusal: ImportEnd | null; unlisted: number };
    try {
      read = await this.readRows(running, mode).finally(() => running.writing);
    } catch (error) {
      if (error instanceof LateConflictError) return lateConflict(error.count);
      if (error instanceof ImportCancelledError)
        return cancelled({ ...running.imported, ...running.progress });
      throw error;
    }
    const { refusal, unlisted } = read;
    if (running.progress.cancelled) return cancelled({ ...running.imported, ...running.progress });
    if (refusal) return refusal;
    const isStops = running.plan.audience === 'dispatcher';
    const { mode: kept, dryRun, duplicates, fixesOf } = running.imported;
    const { progress, columns, sheets } = running;
    const asked = { mode: kept, dryRun, duplicates, fixesOf };
    return finished({ ...progress, ...sheets, ...asked, columns, isStops, unlisted });
  }

  /** Reads to the end, or until the file is refused or the import cancelled; the last chunk may still be written then. */
  private async readRows(running: Running, mode: ChunkMode) {
    const plan = { ...running.plan, path: running.path, resumeAfter: running.progress.checkpointRow };
    const reading = { signal: running.signal, seconds: this.config.IMPORT_MAX_SECONDS };
    let unlisted = 0;
    let refusal: ImportEnd | null = null;
    for await (const message of readInThread(plan, reading, () => this.spare.take())) {
      if (message.type === 'refused') refusal = failed(message.code, message.detail);
      if (message.type === 'header' && !plan.known) refusal = await this.acceptHeader(running, message);
      if (message.type === 'end') unlisted = message.unlisted;
      if (message.type === 'batch') await this.add(running, mode, message);
      if (refusal || running.progress.cancelled) break;
    }
    return { refusal, unlisted };
  }

  private async acceptHeader(running: Running, header: FoundHeader): Promise<ImportEnd | null> {
    const { ref, imported } = running;
    const kept = await this.bulk.transaction(ref.scope, (sql) =>
      sql.query(...runStatements(ref).keepHeader(header)),
    );
    if (kept.length === 0) throw new ImportTakenError();
    running.rowsTotal = header.rowsTotal;
    running.columns = header.columns;
    running.sheets = header;
    running.plan.known = header;
    const said = imported.mapping ?? {};
    const refusal = headerRefusal(header, Object.keys(said));
    const teaches = imported.saveMapping && !imported.dryRun && Object.keys(said).length > 0;
    if (!refusal && teaches) await this.db.as(ref.scope, (em) => this.mappings.remember(em, ref.scope, said));
    return refusal;
  }

  /** Stages the batch while the one before it is written, and then begins to write it. */
  private async add(running: Running, mode: ChunkMode, batch: Batch): Promise<void> {
    // A change is as old as its transaction; the longer that waits, the more orders are there that are younger.
    if (running.imported.duplicates === 'update') await running.writing;
    const chunk = this.chunks.stage(targetOf(running), batch, mode, running.written);
    try {
      await running.writing;
    } catch (error) {
      await chunk.abandon();
      throw error;
    }
    if (running.progress.cancelled) return chunk.abandon();
    running.writing = this.write(running, mode, batch, chunk);
    // Whoever waits for it gets the error.
    running.writing.catch(() => undefined);
  }

  private async write(running: Running, mode: ChunkMode, batch: Batch, chunk: StagedChunk): Promise<void> {
    const now = performance.now();
    const announce = now - running.announcedAt >= announceMilliseconds;
    if (announce) running.announcedAt = now;
    const { progress } = running;
    const isLastCheck = mode === 'check' && progress.rowsProcessed + batch.rows === running.rowsTotal;
    running.progress = await chunk.write({ progress, announce, isLastCheck });
    await running.gotOn();
  }

  private async finish(running: Pick<Running, 'ref' | 'progress'>, end: ImportEnd): Promise<void> {
    const statements = runStatements(running.ref);
    await this.bulk.transaction(running.ref.scope, async (sql) => {
      const ended = await sql.query(...statements.finish(running.progress.checkpointRow, end));
      if (ended.length === 0) throw new ImportTakenError();
      if (end.nothingKept) await sql.query(...statements.removeOrders());
      await sql.query(...statements.announce('import.completed'));
    });
    this.events.wrote(running.ref.scope);
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function progressOf(imported: OrderImport): Progress {
  const { checkpointRow, rowsProcessed, rowsImported, ordersImported } = imported;
  const { rowsRejected, rowsTaken, rowsSkipped } = imported;
  return {
    checkpointRow,
    rowsProcessed,
    rowsImported,
    ordersImported,
    rowsRejected,
    rowsTaken,
    rowsSkipped,
    cancelled: false,
  };
}

/** Whether every row of an all-or-nothing import passed its check, so that they may be written. */
function isChecked({ progress, rowsTotal }: Running): boolean {
  return progress.rowsProcessed === rowsTotal && progress.rowsRejected === 0;
}

function isClean({ status }: ImportEnd): boolean {
  return status === 'completed' || status === 'completed_with_warnings';
}

function targetOf({ ref, imported, columns }: Running): ChunkTarget {
  const filled = filledColumns(columns);
  return {
    ...ref,
    duplicates: imported.duplicates,
    filledColumns: filled.map(toColumn),
    filledFields: filled.map((column) => contentFields[column]),
    idHeader: columns.find((column) => fieldOf(column) === 'externalId')?.header ?? 'Id',
  };
}
