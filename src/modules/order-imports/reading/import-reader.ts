import { detectSheet } from '../../../order-sheets/index.js';
import {
  readSpreadsheet,
  SpreadsheetError,
  type Spreadsheet,
  type SpreadsheetRow,
} from '../../../spreadsheets/index.js';
import type { Batch, FoundHeader, PreviewRow, ReadPlan } from './read-plan.js';
import type { ReaderMessage } from './reader-messages.js';
import { CopyBuffer, SpareMemory } from './copy-buffer.js';
import { IdMaker } from './id-maker.js';
import { RowReader } from './row-reader.js';
import { stagedOrderLine, stagedProblemLine } from './staged-orders.js';

/** A batch ends after this many rows or milliseconds, whichever comes first. */
const batchRows = 4_000;
const batchMilliseconds = 400;
const headerRowsSearched = 20;

/**
 * Reads one spreadsheet by the plan: yields the header, then batches of checked rows (or one preview), then
 * the end. Reads only as values are requested.
 */
export async function* readImport(
  plan: ReadPlan,
  memory = new SpareMemory(),
): AsyncGenerator<ReaderMessage, void, void> {
  try {
    const spreadsheet = await readSpreadsheet(plan.path, {
      fileName: plan.fileName,
      limits: plan.limits,
      ...(plan.known?.sheet != null && { sheet: plan.known.sheet }),
    });
    const header = await findHeader(spreadsheet, plan);
    yield header;
    const reader = new RowReader(plan, header.columns);
    if (plan.preview === undefined)
      yield* batches(spreadsheet, header, reader, () => new BatchBuilder(plan, memory));
    else yield await preview(spreadsheet, plan.preview, header, reader);
    yield { type: 'end', unlisted: reader.unlisted };
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    yield { type: 'refused', code: error.code, detail: error.detail };
  }
}

async function findHeader(spreadsheet: Spreadsheet, plan: ReadPlan): Promise<FoundHeader> {
  const found = plan.known
    ? { ...plan.known, missing: [] }
    : detectSheet({ ...plan, rows: await firstRows(spreadsheet) });
  if (!found) throw new SpreadsheetError('file_empty', 'This file has no rows. Add a header and orders.');
  const isXlsx = spreadsheet.format === 'xlsx';
  return {
    type: 'header',
    format: spreadsheet.format,
    sheet: isXlsx ? spreadsheet.sheet : null,
    otherSheets: isXlsx ? spreadsheet.otherSheets : [],
    headerRow: found.headerRow,
    columns: found.columns,
    missing: found.missing,
    rowsTotal:
      plan.known || plan.preview !== undefined ? null : await countRows(spreadsheet, found.headerRow),
  };
}

async function firstRows(spreadsheet: Spreadsheet): Promise<SpreadsheetRow[]> {
  const rows: SpreadsheetRow[] = [];
  for await (const batch of spreadsheet.batches()) {
    rows.push(...batch.slice(0, headerRowsSearched));
    if (rows.length >= headerRowsSearched) break;
  }
  return rows;
}

/** Reads the whole file once, so that a damaged end is found before the first order is written. */
async function countRows(spreadsheet: Spreadsheet, headerRow: number): Promise<number> {
  let count = 0;
  for await (const batch of spreadsheet.batches()) {
    const last = batch.at(-1)!.number;
    count +=
      batch[0]!.number > headerRow ? batch.length : last <= headerRow ? 0 : below(batch, headerRow).length;
  }
  return count;
}

function below(rows: SpreadsheetRow[], headerRow: number): SpreadsheetRow[] {
  return rows.filter(({ number }) => number > headerRow);
}

async function* batches(
  spreadsheet: Spreadsheet,
  header: FoundHeader,
  reader: RowReader,
  newBatch: () => BatchBuilder,
): AsyncGenerator<Batch, void, void> {
  let batch = newBatch();
  for await (const rows of spreadsheet.batches()) {
    for (const row of rows) {
      if (row.number <= header.headerRow) continue;
      const read = reader.read(row);
      if (row.number <= reader.plan.resumeAfter) continue;
      batch.add(read);
      if (batch.isFull) {
        yield batch.build();
        batch = newBatch();
      }
    }
  }
  if (batch.rows > 0) yield batch.build();
}

const ids = new IdMaker();

class BatchBuilder {
  rows = 0;
  private lastRow = 0;
  private good = 0;
  private rejected = 0;
  private skipped = 0;
  private readonly orders: CopyBuffer;
  private readonly problems: CopyBuffer;
  private begun = 0;

  constructor(
    private readonly plan: ReadPlan,
    memory: SpareMemory,
  ) {
    this.orders = new CopyBuffer(memory);
    this.problems = new CopyBuffer(memory);
  }

  get isFull(): boolean {
    return (
      this.rows >= batchRows || (this.rows % 64 === 0 && performance.now() - this.begun > batchMilliseconds)
    );
  }

  add({ row, verdict, content, client, problems }: ReturnType<RowReader['read']>): void {
    // The time spent skipping rows that an earlier run committed does not count for the batch.
    if (this.rows === 0) this.begun = performance.now();
    this.rows += 1;
    this.lastRow = row;
    for (const problem of problems) this.problems.add(stagedProblemLine(problem));
    if (verdict === 'rejected') this.rejected += 1;
    if (verdict === 'skipped') this.skipped += 1;
    if (verdict !== 'good' || !content) return;
    this.good += 1;
    this.orders.add(
      stagedOrderLine({
        id: ids.next(),
        eventId: ids.next(),
        row,
        problems: problems.length,
        clientId: client?.id ?? this.plan.clientId,
        depotId: client?.depotId ?? this.plan.depotId,
        content,
      }),
    );
  }

  build(): Batch {
    const { rows, lastRow, good, rejected, skipped } = this;
    return {
      type: 'batch',
      rows,
      lastRow,
      good,
      rejected,
      skipped,
      orders: this.orders.take(),
      problems: this.problems.take(),
    };
  }
}

async function preview(spreadsheet: Spreadsheet, limit: number, header: FoundHeader, reader: RowReader) {
  const rows: PreviewRow[] = [];
  for await (const batch of spreadsheet.batches()) {
    for (const row of below(batch, header.headerRow)) {
      if (rows.length === limit) return { type: 'preview', rows, more: true } as const;
      const { content, clientCode, problems } = reader.read(row);
      rows.push({ row: row.number, order: content, clientCode, problems });
    }
  }
  return { type: 'preview', rows, more: false } as const;
}
