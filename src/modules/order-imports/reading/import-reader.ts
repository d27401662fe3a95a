import { readSpreadsheet, SpreadsheetError, type Spreadsheet } from '../../../spreadsheets/index.js';
import type { ReadOrder } from './read-order.js';
import type { Batch, FoundHeader, KnownLayout, PreviewOrder, ReadPlan } from './read-plan.js';
import type { ReaderMessage } from './reader-messages.js';
import { CopyBuffer, SpareMemory } from './copy-buffer.js';
import { IdMaker } from './id-maker.js';
import { RowReader } from './row-reader.js';
import { chooseSheet } from './sheet-choice.js';
import { stagedOrderLine, stagedProblemLine } from './staged-orders.js';
import { below, dayOrderOf, LostColumns, survey } from './survey.js';

/** A batch ends after this many rows or milliseconds, whichever comes first. */
const batchRows = 4_000;
const batchMilliseconds = 400;

/**
 * Reads one spreadsheet by the plan: yields the header, then batches of checked rows (or one preview), then
 * the end. Reads only as values are requested.
 */
export async function* readImport(
  plan: ReadPlan,
  memory = new SpareMemory(),
): AsyncGenerator<ReaderMessage, void, void> {
  try {
    const { sheet } = plan.known ?? plan.asked;
    const opened = await readSpreadsheet(plan.path, {
      fileName: plan.fileName,
      limits: plan.limits,
      ...(sheet !== null && { sheet }),
    });
    const [spreadsheet, header] = await readHeader(opened, plan);
    if (plan.preview === undefined) yield header;
    const reader = new RowReader(plan, header);
    if (plan.preview === undefined)
      yield* batches(spreadsheet, header, reader, () => new BatchBuilder(plan, memory));
    else yield* preview(spreadsheet, plan.preview, header, reader);
    yield { type: 'end', unlisted: reader.unlisted };
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    yield { type: 'refused', code: error.code, detail: error.detail };
  }
}

async function readHeader(opened: Spreadsheet, plan: ReadPlan): Promise<[Spreadsheet, FoundHeader]> {
  if (plan.known) return [opened, headerOf(opened, { ...plan.known, missing: [], rowsTotal: null })];
  const { spreadsheet, found, profile, rows } = await chooseSheet(opened, plan);
  const groupBy = plan.asked.groupBy ?? (profile?.rowsPerOrder === 'many' ? 'externalId' : null);
  const seen =
    plan.preview === undefined
      ? await survey(spreadsheet, found.headerRow, found.columns)
      : { columns: found.columns, dayOrder: dayOrderOf(found.columns, rows), rowsTotal: null };
  return [spreadsheet, headerOf(spreadsheet, { ...found, ...seen, profile: profile?.name ?? null, groupBy })];
}

function headerOf(
  spreadsheet: Spreadsheet,
  found: Omit<KnownLayout, 'sheet'> & Pick<FoundHeader, 'missing' | 'rowsTotal'>,
): FoundHeader {
  const { headerRow, columns, missing, profile, groupBy, dayOrder, rowsTotal } = found;
  const isXlsx = spreadsheet.format === 'xlsx';
  return {
    type: 'header',
    format: spreadsheet.format,
    sheet: isXlsx ? spreadsheet.sheet : null,
    otherSheets: isXlsx ? spreadsheet.otherSheets : [],
    headerRow,
    columns,
    missing,
    profile,
    groupBy,
    dayOrder,
    rowsTotal,
  };
}

/** A batch ends between two orders, so that none is read in part by whoever resumes after it. */
async function* batches(
  spreadsheet: Spreadsheet,
  header: FoundHeader,
  reader: RowReader,
  newBatch: () => BatchBuilder,
): AsyncGenerator<Batch, void, void> {
  let batch = newBatch();
  const { resumeAfter } = reader.plan;
  for await (const rows of spreadsheet.batches()) {
    for (const row of rows) {
      if (row.number <= header.headerRow) continue;
      const order = reader.read(row);
      if (!order || order.row <= resumeAfter) continue;
      batch.add(order);
      if (batch.isFull) {
        yield batch.build();
        batch = newBatch();
      }
    }
  }
  const last = reader.end();
  if (last && last.row > resumeAfter) batch.add(last);
  if (batch.rows > 0) yield batch.build();
}

const ids = new IdMaker();

class BatchBuilder {
  rows = 0;
  private added = 0;
  private lastRow = 0;
  private orders = 0;
  private good = 0;
  private rejected = 0;
  private skipped = 0;
  private readonly rejectedIds: (string | null)[] = [];
  private readonly lines: CopyBuffer;
  private readonly problems: CopyBuffer;
  private begun = 0;

  constructor(
    private readonly plan: ReadPlan,
    memory: SpareMemory,
  ) {
    this.lines = new CopyBuffer(memory);
    this.problems = new CopyBuffer(memory);
  }

  get isFull(): boolean {
    return (
      this.rows >= batchRows || (this.added % 64 === 0 && performance.now() - this.begun > batchMilliseconds)
    );
  }

  add({ row, lastRow, rowCount, verdict, content, client, problems, rejectedId }: ReadOrder): void {
    // The time spent skipping rows that an earlier run committed does not count for the batch.
    if (this.rows === 0) this.begun = performance.now();
    this.rows += rowCount;
    this.added += 1;
    this.lastRow = lastRow;
    for (const problem of problems) this.problems.add(stagedProblemLine(problem));
    if (verdict === 'rejected') this.rejected += rowCount;
    if (verdict === 'skipped') this.skipped += rowCount;
    if (rejectedId !== undefined) this.rejectedIds.push(rejectedId);
    if (verdict !== 'good' || !content) return;
    this.good += rowCount;
    this.orders += 1;
    this.lines.add(
      stagedOrderLine({
        id: ids.next(),
        eventId: ids.next(),
        row,
        lastRow,
        rowCount,
        problems: problems.filter((problem) => problem.row === row).length,
        clientId: client?.id ?? this.plan.clientId,
        depotId: client?.depotId ?? this.plan.depotId,
        content,
      }),
    );
  }

  build(): Batch {
    const { rows, lastRow, orders, good, rejected, skipped, rejectedIds } = this;
    return {
      type: 'batch',
      rows,
      lastRow,
      orders,
      good,
      rejected,
      skipped,
      rejectedIds,
      orderLines: this.lines.take(),
      problemLines: this.problems.take(),
    };
  }
}

/**
 * The orders of the first rows, the last of them whole; before them the header, whose columns are known to be filled
 * only by then.
 */
async function* preview(
  spreadsheet: Spreadsheet,
  limit: number,
  header: FoundHeader,
  reader: RowReader,
): AsyncGenerator<ReaderMessage, void, void> {
  const lost = new LostColumns(header.columns);
  const orders: PreviewOrder[] = [];
  let rows = 0;
  const add = (order: ReadOrder | null) => {
    if (!order) return;
    const { row, rowCount, content, clientCode, problems } = order;
    orders.push({ row, rowCount, order: content, clientCode, problems });
    rows += rowCount;
  };
  let more = false;
  reading: for await (const batch of spreadsheet.batches()) {
    for (const row of below(batch, header.headerRow)) {
      more = rows >= limit;
      if (more) break reading;
      lost.see([row]);
      add(reader.read(row));
    }
  }
  if (!more) add(reader.end());
  yield { ...header, columns: lost.told() };
  yield { type: 'preview', orders, more };
}
