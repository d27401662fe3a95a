import type { FieldName } from '../../../order-fields/catalogue.js';
import type { OrderContent } from '../../../order-fields/order-content.js';
import { contentColumns, contentFields, type ContentColumn } from '../../orders/order-row.js';
import {
  RowShaper,
  type DayOrder,
  type SheetColumn,
  type SheetMapping,
} from '../../../order-sheets/index.js';
import type { SpreadsheetLimits } from '../../../spreadsheets/index.js';
import type { FixedOrders } from './fixed-rows.js';
import type { StagedProblem } from './staged-orders.js';

/** A client that a dispatcher's rows may name by its Client ID. */
export interface NamedClient {
  id: string;
  depotId: string;
  archived: boolean;
}

/** What a caller says of the layout of a file; null where it is to be found. */
export interface AskedLayout {
  /** Name of the sheet, or its number from 1. */
  sheet: string | null;
  headerRow: number | null;
  /** `none` for no profile. */
  profile: string | null;
  groupBy: 'externalId' | null;
}

/** The layout that a file was found to have. */
export interface KnownLayout {
  headerRow: number;
  sheet: string | null;
  columns: SheetColumn[];
  profile: string | null;
  /** How dates such as 03/04/2026 are read; null where each is asked about. */
  dayOrder: DayOrder | null;
  /** What rows of one order have in common; null where each row is an order. */
  groupBy: 'externalId' | null;
}

/** Input of the reading thread; plain data only. */
export interface ReadPlan {
  path: string;
  fileName: string;
  limits: Partial<SpreadsheetLimits>;
  audience: 'client' | 'dispatcher';
  requiredFields: readonly string[];
  /** ISO alpha-2 code of the default country for phone numbers without one. */
  countryCode: string | null;
  mapping: SheetMapping;
  /** What this tenant's earlier files were taught. */
  taught: SheetMapping;
  asked: AskedLayout;
  /** What was found earlier, for an import that is resumed. */
  known?: KnownLayout;
  /** Reads only the orders that were fixed, and with what. */
  fixed?: FixedOrders;
  duplicates: 'reject' | 'skip' | 'update';
  /** Rows up to this one are committed: they are read only for their Ids. */
  resumeAfter: number;
  /** The client of all rows; null when each row names its own. */
  clientId: string | null;
  depotId: string;
  /** By Client ID; only for dispatchers. */
  clients: Record<string, NamedClient>;
  /** Read this many rows and return them as a preview. */
  preview?: number;
  /** Tell also the Ids of orders that are rejected. */
  compared?: boolean;
}

export interface FoundHeader extends KnownLayout {
  type: 'header';
  format: 'text' | 'xlsx';
  otherSheets: string[];
  /** Headers that the mapping names but the file does not have. */
  missing: string[];
  /** Rows with content below the header; null when they were not counted. */
  rowsTotal: number | null;
}

/** Checked rows, ready to be copied into the staging tables. */
export interface Batch {
  type: 'batch';
  lastRow: number;
  rows: number;
  /** Good orders, and their rows. */
  orders: number;
  good: number;
  rejected: number;
  skipped: number;
  /** The Id, if it has one, of each rejected order; only where the plan asks for them. */
  rejectedIds: (string | null)[];
  /** COPY text of the staged tables. */
  orderLines: Uint8Array<ArrayBuffer>;
  problemLines: Uint8Array<ArrayBuffer>;
}

export interface PreviewOrder {
  row: number;
  rowCount: number;
  order: OrderContent | null;
  clientCode: string | null;
  problems: StagedProblem[];
}

/** The fields that the columns fill, also those of cells that hold several. */
export function filledFields(columns: readonly SheetColumn[]): FieldName[] {
  return new RowShaper(columns, null).columns.map(({ field }) => field.name);
}

/** The columns of `orders` that the file fills. */
export function filledColumns(columns: readonly SheetColumn[]): ContentColumn[] {
  const filled = new Set<string>(filledFields(columns));
  return contentColumns.filter((column) => filled.has(contentFields[column]));
}

/** Whether the mapped fields are enough to locate an order. */
export function hasAddress(columns: readonly SheetColumn[]): boolean {
  const mapped = new Set(filledFields(columns));
  const named = (...fields: FieldName[]) => fields.every((field) => mapped.has(field));
  return named('address.addressLineOne') || named('address.latitude', 'address.longitude');
}
