import type { OrderContent } from '../../../order-fields/order-content.js';
import type { CellProblem } from '../../../order-fields/row-check.js';
import type { OrderRow, OrderRows } from '../../../order-sheets/index.js';
import type { NamedClient } from './read-plan.js';
import type { StagedProblem } from './staged-orders.js';

/** The row, or rows, of an order after every check that needs no database. */
export interface ReadOrder {
  /** Its first row. */
  row: number;
  lastRow: number;
  rowCount: number;
  verdict: 'good' | 'rejected' | 'skipped';
  content: OrderContent | null;
  /** Its Id as the file has it, if it is rejected and the plan asks for that. */
  rejectedId?: string | null;
  clientCode: string | null;
  client: NamedClient | null;
  problems: StagedProblem[];
}

/** A row that is an order by itself. */
export class SoleRow implements OrderRows {
  readonly rows: readonly number[];
  readonly cells: readonly string[];
  readonly problems: OrderRows['problems'];

  constructor({ number, cells, problems = [] }: OrderRow) {
    this.rows = [number];
    this.cells = cells;
    this.problems = problems.map((problem) => ({ ...problem, row: number, severity: 'warning' }));
  }

  rowOf(): number {
    return this.rows[0]!;
  }
}

/** The problems of an order's rows, numbered within each. */
export class OrderProblems {
  readonly listed: StagedProblem[] = [];

  constructor(
    private readonly order: OrderRows,
    private readonly columnName: (field: string, index: number | null) => string | null,
  ) {}

  add(
    severity: StagedProblem['severity'],
    { field, columnIndex, code, detail, value, fix }: CellProblem<string>,
    row = this.order.rowOf(columnIndex),
  ): void {
    const { rows } = this.order;
    this.listed.push({
      row,
      ordinal: this.in(row) + 1,
      severity,
      column: this.columnName(field, columnIndex),
      field,
      code,
      detail,
      value: value === '' ? null : value,
      fix: fix ?? null,
      firstRow: rows[0]!,
      lastRow: rows.at(-1)!,
      rowCount: rows.length,
    });
  }

  private in(row: number): number {
    return this.order.rows.length === 1
      ? this.listed.length
      : this.listed.filter((problem) => problem.row === row).length;
  }
}
