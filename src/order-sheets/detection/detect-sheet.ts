import { type FieldName } from '../../order-fields/catalogue.js';
import { ORDER_FIELDS } from '../../order-fields/order-fields.js';
import { type SpreadsheetRow } from '../../spreadsheets/index.js';
import { overlaid } from '../overlaid.js';
import { type SheetColumn, type SheetMapping } from '../sheet-columns.js';
import { detectHeader, type DetectedColumn } from './detect-header.js';
import { normalizeHeader } from './header-similarity.js';

/** What is asked of a sheet. */
export interface SheetQuestion {
  /** Its first rows. */
  rows: readonly SpreadsheetRow[];
  /** Dispatchers have columns of their own. */
  audience: 'client' | 'dispatcher';
  /** What the caller says of this file. */
  mapping: SheetMapping;
  /** What this tenant's earlier files were taught. */
  taught: SheetMapping;
  /** Where the caller says that the header is, as the spreadsheet program numbers rows. */
  headerRow?: number | null;
}

/** Where a sheet's header is, and what its columns are. */
export interface DetectedSheet {
  /** As the spreadsheet program numbers it. */
  headerRow: number;
  columns: SheetColumn[];
  /** Headers that `mapping` names but the sheet does not have. */
  missing: string[];
  /** How much it looks like orders, against the other sheets of its workbook. */
  score: number;
}

/** @returns null when there are no rows */
export function detectSheet({
  rows,
  audience,
  mapping,
  taught,
  headerRow = null,
}: SheetQuestion): DetectedSheet | null {
  const fields = ORDER_FIELDS.filter((field) => field.audience === 'all' || audience === 'dispatcher');
  const names = Object.fromEntries(
    Object.entries(overlaid(taught, mapping)).map(([header, target]) => [
      header,
      target && 'field' in target ? target.field : null,
    ]),
  );
  const searched = headerRow === null ? rows : rows.filter(({ number }) => number === headerRow);
  const found = detectHeader(searched, fields, names);
  if (!found) return null;
  const said = new Set(Object.keys(mapping).map(normalizeHeader));
  const learnt = new Set(Object.keys(taught).map(normalizeHeader));
  const columns = found.columns.map((column) => {
    const key = normalizeHeader(column.header);
    return toColumn(column, said.has(key) ? 'mapping' : learnt.has(key) ? 'taught' : 'header');
  });
  return {
    headerRow: found.row,
    columns,
    score: columns.filter(({ grade }) => grade === 'applied').length,
    missing: Object.keys(mapping).filter(
      (header) => !found.columns.some((column) => normalizeHeader(column.header) === normalizeHeader(header)),
    ),
  };
}

function toColumn(
  { index, header, field, confidence, suggestions }: DetectedColumn,
  basis: 'mapping' | 'taught' | 'header',
): SheetColumn {
  const target = field === null ? null : { field: field as FieldName };
  const grade = target ? 'applied' : suggestions.length > 0 ? 'suggested' : null;
  return {
    index,
    header,
    target,
    grade,
    basis: target || basis !== 'header' ? basis : null,
    confidence,
    suggestions: suggestions as FieldName[],
    lost: false,
  };
}
