import type { HeaderMapping, SpreadsheetLimits } from '../../../spreadsheets/index.js';
import type { FieldName } from '../../../order-fields/catalogue.js';
import type { OrderContent } from '../../../order-fields/order-content.js';
import type { ImportColumn } from '../order-import.entity.js';
import type { StagedProblem } from './staged-orders.js';

/** A client that a dispatcher's rows may name by its Client ID. */
export interface NamedClient {
  id: string;
  depotId: string;
  archived: boolean;
}

/** What the reading thread is told; everything is plain data. */
export interface ReadPlan {
  path: string;
  fileName: string;
  limits: Partial<SpreadsheetLimits>;
  audience: 'client' | 'dispatcher';
  requiredFields: readonly string[];
  /** ISO alpha-2 country in which phone numbers without a country are dialled. */
  countryCode: string | null;
  mapping: HeaderMapping;
  /** The header as found before, for an import that goes on. */
  known?: { headerRow: number; sheet: string | null; columns: ImportColumn[] };
  duplicates: 'reject' | 'skip' | 'update';
  /** Rows up to this one are committed: they are read for their Ids only. */
  resumeAfter: number;
  /** The client of all rows; null where each row names its own. */
  clientId: string | null;
  depotId: string;
  /** By Client ID; only for dispatchers. */
  clients: Record<string, NamedClient>;
  /** Read this many rows and answer them as a preview. */
  preview?: number;
}

export interface FoundHeader {
  type: 'header';
  format: 'text' | 'xlsx';
  sheet: string | null;
  otherSheets: string[];
  headerRow: number;
  columns: ImportColumn[];
  /** Headers that the mapping names and the file does not have. */
  missing: string[];
  /** Rows with content below the header; null when they were not counted. */
  rowsTotal: number | null;
}

/** Checked rows, ready to be copied into the staging tables. */
export interface Batch {
  type: 'batch';
  lastRow: number;
  rows: number;
  good: number;
  rejected: number;
  skipped: number;
  /** COPY text of the staged tables. */
  orders: Uint8Array<ArrayBuffer>;
  problems: Uint8Array<ArrayBuffer>;
}

export interface PreviewRow {
  row: number;
  order: OrderContent | null;
  clientCode: string | null;
  problems: StagedProblem[];
}

/** Whether an order can be placed by the fields that have a column. */
export function hasAddress(columns: readonly Pick<ImportColumn, 'field'>[]): boolean {
  const mapped = new Set(columns.map(({ field }) => field));
  const named = (...fields: FieldName[]) => fields.every((field) => mapped.has(field));
  return named('address.addressLineOne') || named('address.latitude', 'address.longitude');
}
