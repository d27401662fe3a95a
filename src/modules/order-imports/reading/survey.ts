import {
  DayOrderFinder,
  reasonHeader,
  type DayOrder,
  type SheetColumn,
} from '../../../order-sheets/index.js';
import type { Spreadsheet, SpreadsheetRow } from '../../../spreadsheets/index.js';

/** What is known of a sheet once all its rows were seen. */
export interface Survey {
  rowsTotal: number;
  columns: SheetColumn[];
  dayOrder: DayOrder | null;
}

/** Looks at rows to see whether dates are written with the day or the month first. */
class DayOrders {
  private readonly finder = new DayOrderFinder();
  private readonly columns: number[];
  private readonly said: DayOrder | null;

  constructor(columns: readonly SheetColumn[]) {
    const dates = columns.flatMap(({ index, target }) =>
      target && 'field' in target && target.field === 'requestedDate' ? [{ index, ...target }] : [],
    );
    this.said = dates.find(({ format }) => format)?.format ?? null;
    this.columns = this.said ? [] : dates.map(({ index }) => index);
  }

  see(rows: readonly SpreadsheetRow[]): void {
    if (this.columns.length === 0) return;
    for (const { cells } of rows) for (const index of this.columns) this.finder.look(cells[index] ?? '');
  }

  /** Null where nothing decides; then each date that can be read in two ways is asked about. */
  get found(): DayOrder | null {
    const { found } = this.finder;
    return this.said ?? (found === 'ambiguous' ? null : found);
  }
}

/** Whether these rows write their dates with the day or the month first. */
export function dayOrderOf(
  columns: readonly SheetColumn[],
  rows: readonly SpreadsheetRow[],
): DayOrder | null {
  const days = new DayOrders(columns);
  days.see(rows);
  return days.found;
}

/** Looks at rows to see which unused columns hold something. */
export class LostColumns {
  /** Indices of columns that are lost if something stands in them. */
  private unseen: number[];
  private readonly lost = new Set<number>();

  constructor(private readonly columns: readonly SheetColumn[]) {
    this.unseen = columns.filter(isUnused).map(({ index }) => index);
  }

  see(rows: readonly SpreadsheetRow[]): void {
    for (const { cells } of rows) {
      if (this.unseen.length === 0) return;
      const filled = this.unseen.filter((index) => (cells[index] ?? '').trim() !== '');
      if (filled.length === 0) continue;
      for (const index of filled) this.lost.add(index);
      this.unseen = this.unseen.filter((index) => !this.lost.has(index));
    }
  }

  told(): SheetColumn[] {
    return this.columns.map((column) => ({ ...column, lost: this.lost.has(column.index) }));
  }
}

/**
 * A column without target whose basis is known was left out on purpose, unless it is known to be lost; so is what a
 * corrected file was told.
 */
const isUnused = ({ header, target, basis, lost }: SheetColumn) =>
  target === null && (basis === null || lost) && header !== reasonHeader;

/** Reads the whole file once, so that a damaged end is found before the first order is written. */
export async function survey(
  spreadsheet: Spreadsheet,
  headerRow: number,
  columns: readonly SheetColumn[],
): Promise<Survey> {
  const lost = new LostColumns(columns);
  const days = new DayOrders(columns);
  let rowsTotal = 0;
  for await (const batch of spreadsheet.batches()) {
    const rows = below(batch, headerRow);
    rowsTotal += rows.length;
    lost.see(rows);
    days.see(rows);
  }
  return { rowsTotal, columns: lost.told(), dayOrder: days.found };
}

/** The rows after the header; usually the batch itself. */
export function below(batch: SpreadsheetRow[], headerRow: number): SpreadsheetRow[] {
  return (batch[0]?.number ?? 0) > headerRow ? batch : batch.filter(({ number }) => number > headerRow);
}
