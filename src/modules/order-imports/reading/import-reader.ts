import { readSpreadsheet, SpreadsheetError, type Spreadsheet } from '../../../spreadsheets/index.js';
import type { Batch, FoundHeader, PreviewRow, ReadPlan } from './read-plan.js';
import type { ReaderMessage } from './reader-messages.js';
import { CopyBuffer, SpareMemory } from './copy-buffer.js';
import { IdMaker } from './id-maker.js';
import { RowReader } from './row-reader.js';
import { chooseSheet } from './sheet-choice.js';
import { stagedOrderLine, stagedProblemLine } from './staged-orders.js';
import { below, LostColumns, survey } from './survey.js';

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
    const reader = new RowReader(plan, header.columns);
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
  const { spreadsheet, found } = plan.known
    ? { spreadsheet: opened, found: { ...plan.known, missing: [] } }
    : await chooseSheet(opened, plan);
  const isWhole = !plan.known && plan.preview === undefined;
  const isXlsx = spreadsheet.format === 'xlsx';
  const { headerRow, columns, missing } = found;
  const header: FoundHeader = {
    type: 'header',
    format: spreadsheet.format,
    sheet: isXlsx ? spreadsheet.sheet : null,
    otherSheets: isXlsx ? spreadsheet.otherSheets : [],
    headerRow,
    profile: plan.known ? plan.known.profile : null,
    groupBy: plan.known ? plan.known.groupBy : plan.asked.groupBy,
    missing,
    ...(isWhole ? await survey(spreadsheet, headerRow, columns) : { columns, rowsTotal: null }),
  };
  return [spreadsheet, header];
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

/** The first rows, and before them the header, whose columns are known to be filled only by then. */
async function* preview(
  spreadsheet: Spreadsheet,
  limit: number,
  header: FoundHeader,
  reader: RowReader,
): AsyncGenerator<ReaderMessage, void, void> {
  const lost = new LostColumns(header.columns);
  const rows: PreviewRow[] = [];
  let more = false;
  for await (const batch of spreadsheet.batches()) {
    const fresh = below(batch, header.headerRow);
    const read = fresh.slice(0, limit - rows.length);
    lost.see(read);
    for (const row of read) {
      const { content, clientCode, problems } = reader.read(row);
      rows.push({ row: row.number, order: content, clientCode, problems });
    }
    more = read.length < fresh.length;
    if (more) break;
  }
  yield { ...header, columns: lost.told() };
  yield { type: 'preview', rows, more };
}
