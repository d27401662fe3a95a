import { contentColumns, toColumn, toContentRow } from '../../orders/order-row.js';
import type { OrderContent } from '../../../order-fields/order-content.js';
import type { Fix } from '../../../order-fields/problems.js';
import { copyArray, copyValue } from './copy-text.js';

/** Columns of a staged row besides the order's content, in order. */
export const stagedRowColumns = {
  id: 'uuid',
  event_id: 'uuid',
  import_row: 'int',
  problems: 'int',
  last_row: 'int',
  row_count: 'int',
  client_id: 'uuid',
  depot_id: 'uuid',
} as const;

export const stagedOrderColumns = [...Object.keys(stagedRowColumns), ...contentColumns.map(toColumn)];

interface StagedOrder {
  id: string;
  eventId: string;
  /** Its first row. */
  row: number;
  lastRow: number;
  rowCount: number;
  /** Number of problems of its first row, all of them warnings. */
  problems: number;
  clientId: string | null;
  depotId: string;
  content: OrderContent;
}

/** One line of COPY text. */
export function stagedOrderLine(order: StagedOrder): string {
  let line = `${order.id}\t${order.eventId}\t${order.row}\t${order.problems}\t${order.lastRow}\t${order.rowCount}\t${order.clientId ?? '\\N'}\t${order.depotId}`;
  const content = toContentRow(order.content);
  for (const column of contentColumns) {
    const value = content[column];
    line += `\t${typeof value === 'object' && value !== null ? copyArray(value) : copyValue(value)}`;
  }
  return `${line}\n`;
}

/** One problem of one cell, before it is stored. */
export interface StagedProblem {
  row: number;
  ordinal: number;
  severity: 'error' | 'warning';
  column: string | null;
  field: string | null;
  code: string;
  detail: string;
  value: string | null;
  fix: Fix | null;
  /** The rows of the order: from, to, and how many. */
  firstRow: number;
  lastRow: number;
  rowCount: number;
}

export const stagedProblemColumns = [
  'import_row',
  'ordinal',
  'severity',
  'header',
  'field',
  'code',
  'detail',
  'value',
  'first_row',
  'last_row',
  'row_count',
  'fix_value',
  'fix_why',
];

export function stagedProblemLine(problem: StagedProblem): string {
  const { row, ordinal, severity, column, field, code, detail, value, firstRow, lastRow, rowCount, fix } =
    problem;
  const told = [row, ordinal, severity, column, field, code, cut(detail, 500), value];
  const likely = [fix?.value ?? null, fix && cut(fix.why, 500)];
  return `${[...told, firstRow, lastRow, rowCount, ...likely].map(copyValue).join('\t')}\n`;
}

/** At most `length` code points. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}
