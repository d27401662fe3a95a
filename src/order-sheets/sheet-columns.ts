import type { FieldName } from '../order-fields/catalogue.js';
import { dayOrders, type DayOrder } from '../order-fields/parsers/days.js';

/** Several fields that one cell may hold. */
export const splitKinds = ['address', 'city-state-zip', 'time-window'] as const;
export type SplitKind = (typeof splitKinds)[number];

export { dayOrders, type DayOrder };

/** The field that a column holds, alone or as one of several columns. */
export interface FieldTarget {
  field: FieldName;
  /** Put between the cells of several columns of one field, in the file's order; empty cells are left out. */
  join?: string;
  /** How a date such as 03/04/2026 is read. */
  format?: DayOrder;
  /** Read where the field's other columns are empty; an address as a whole, any other field by itself. */
  fallback?: boolean;
}

export interface SplitTarget {
  split: SplitKind;
}

export type ColumnTarget = FieldTarget | SplitTarget;

/** The target of each header; null leaves the column out. */
export type SheetMapping = Readonly<Record<string, ColumnTarget | null>>;

/** One column of a spreadsheet, what it was taken for, and why. */
export interface SheetColumn {
  /** From 0, as in a row's cells. */
  index: number;
  /** As in the file, trimmed; empty for a column without header. */
  header: string;
  /** What the column is used for; null for a column that is not used. */
  target: ColumnTarget | null;
  /** Whether the target is used, or fields are only suggested; null where nothing is known. */
  grade: 'applied' | 'suggested' | null;
  /** Who says so. */
  basis: 'mapping' | 'taught' | 'profile' | 'header' | null;
  /** 1 for the field's own header or an explicit mapping, lower for looser matches; 0 without a target. */
  confidence: number;
  /** Likely fields, best first; empty when the column is used, or left out on purpose. */
  suggestions: FieldName[];
  /** Whether it has values that are not used although nobody said to leave it out. */
  lost: boolean;
}

/** The column's field, where it holds exactly one. */
export function fieldOf({ target }: Pick<SheetColumn, 'target'>): FieldName | null {
  return target && 'field' in target ? target.field : null;
}
