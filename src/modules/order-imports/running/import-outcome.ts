import { normalizeHeader, type SheetColumn } from '../../../order-sheets/index.js';
import type { ImportStatus, OrderImport } from '../order-import.entity.js';
import { hasAddress, type FoundHeader } from '../reading/read-plan.js';
import { problemsListed } from '../reading/row-reader.js';
import { rejectedAdvice, rejectedRows, rows, type Rejected } from './rejected-words.js';
import { unusedColumns } from './unused-columns.js';

/** The result of an import, worded for the person who uploaded the file. */
export interface ImportEnd {
  status: Exclude<ImportStatus, 'queued' | 'running'>;
  message: string;
  failureCode: string | null;
  /** Whether the orders it wrote are deleted again. */
  nothingKept: boolean;
}

export type Counts = Rejected &
  Pick<OrderImport, 'rowsProcessed' | 'rowsImported' | 'mode' | 'dryRun'> & {
    isStops: boolean;
    /** Problems that were left out of the list. */
    unlisted: number;
    columns: readonly SheetColumn[];
    sheet: string | null;
    otherSheets: readonly string[];
  };

export function failed(failureCode: string, message: string): ImportEnd {
  return { status: 'failed', message: message.slice(0, 2_000), failureCode, nothingKept: true };
}

/** Where the list of an import's errors ends. */
export const listBound = `Only the first ${problemsListed.toLocaleString('en')} errors and warnings are listed in full; of each later row with errors, its first one.`;

/** The result of an import whose rows were all read. */
export function finished(counts: Counts): ImportEnd {
  const end = endOf(counts);
  const more = [
    end.nothingKept ? null : unusedNote(counts),
    end.nothingKept ? null : otherSheetsNote(counts),
    counts.unlisted > 0 ? listBound : null,
  ];
  const message = more.reduce<string>(
    (said, note) => (note === null ? said : `${said.replace(/\.?$/, '.')} ${note}`),
    end.message,
  );
  const warns = end.status === 'completed' && more[0] !== null;
  return { ...end, status: warns ? 'completed_with_warnings' : end.status, message };
}

function unusedNote({ columns, dryRun, rowsImported }: Counts): string | null {
  return unusedColumns(columns, dryRun || rowsImported === 0 ? '' : 'undo this import and ');
}

/** Orders may stand on several sheets; only one is read. */
function otherSheetsNote({ sheet, otherSheets }: Counts): string | null {
  if (sheet === null || otherSheets.length === 0) return null;
  const others = otherSheets.slice(0, 3).map(quoted);
  const more = otherSheets.length > 3 ? [`${otherSheets.length - 3} more`] : [];
  return `Only the sheet ${quoted(sheet)} was read, not ${[...others, ...more].join(' and ')}.`;
}

function endOf(counts: Counts): ImportEnd {
  const { rowsImported, mode, dryRun, isStops } = counts;
  const isClean = counts.rowsRejected === 0;
  if (mode === 'all_or_nothing' && !dryRun && !isClean) {
    return failed(
      'rows_rejected',
      `Nothing was imported of ${rows(counts.rowsProcessed)}: ${rejectedRows(counts, 'have')}. ${rejectedAdvice(counts, correctedFile)}`,
    );
  }
  const end = { failureCode: null, nothingKept: false } as const;
  const status = isClean ? 'completed' : 'completed_with_errors';
  if (dryRun) {
    const told = [`${rows(rowsImported)} can be imported.`, rejectedNote(counts), 'This was a dry run.'];
    return { ...end, status, message: told.filter(Boolean).join(' ') };
  }
  const success = isStops ? 'Stops successfully imported' : 'Draft orders successfully imported';
  if (isClean) return { ...end, status, message: success };
  const message =
    rowsImported === 0
      ? `No order was imported: ${rejectedRows(counts, 'have')}.`
      : `${success}, except ${rejectedRows(counts, 'with')}.`;
  return { ...end, status, message: `${message} ${rejectedAdvice(counts, correctedRows)}` };
}

const correctedRows = (those: string) => `Download the rejected rows, correct ${those} and upload them.`;
const correctedFile = (those: string) => `Correct ${those} and upload the file again.`;

/** What is told of rejected rows where nothing has come of the file yet. */
function rejectedNote(rejected: Rejected): string {
  if (rejected.rowsRejected === 0) return '';
  return `${rejectedRows(rejected, 'have')}. ${rejectedAdvice(rejected)}`.trimEnd();
}

/** The result of an import that its owner cancelled. */
export function cancelled(counts: Rejected & Pick<Counts, 'mode' | 'rowsImported'>): ImportEnd {
  const { mode, rowsImported } = counts;
  const nothingKept = mode === 'all_or_nothing';
  const kept =
    nothingKept || rowsImported === 0
      ? 'Nothing was imported.'
      : `${rows(rowsImported)} had been imported; undo the import to remove them.`;
  const taken = counts.rowsTaken > 0 ? ` ${rejectedNote(counts)}` : '';
  return { status: 'cancelled', message: `Cancelled. ${kept}${taken}`, failureCode: null, nothingKept };
}

export function lateConflict(count: number): ImportEnd {
  return failed(
    'rows_rejected',
    `Nothing was imported: while the file was read, other orders took the Ids of ${rows(count)}. Upload it again to see which.`,
  );
}

/** What an undo did; of the orders made or updated, some may have gone further since. */
export function undone(removed: number, imported: number): string {
  const orders = removed === 1 ? 'order was' : 'orders were';
  const stay = removed < imported ? ' Orders that have gone further or were there before stay.' : '';
  return `Undone: ${removed} ${orders} removed.${stay}`;
}

/** Why a header cannot be imported, or null. */
export function headerRefusal(header: FoundHeader, wanted: readonly string[]): ImportEnd | null {
  const sheets = sheetsNotRead(header);
  const absent = new Set(header.missing.map(normalizeHeader));
  const missing = wanted.filter((name) => absent.has(normalizeHeader(name)));
  if (missing.length > 0) {
    const names = missing.slice(0, 5).map((name) => `"${name.slice(0, 60)}"`);
    return failed(
      'mapping_header_missing',
      `The mapping names ${names.join(', ')}, but row ${header.headerRow} of the file has no such header. Correct the mapping or the file.${sheets}`,
    );
  }
  if (!hasAddress(header.columns)) {
    const likely = header.columns.find(({ suggestions }) => suggestions[0] === 'address.addressLineOne');
    const hint = likely ? ` Perhaps it is "${likely.header.slice(0, 60)}".` : '';
    return failed(
      'no_address_column',
      `No column holds the address. Row ${header.headerRow} was read as the headers; if it holds an order, put a row of headers above it.${hint} Name one Address Line 1, or say with \`mapping\` which header means address.addressLineOne (or address.latitude and address.longitude).${sheets}`,
    );
  }
  if (header.rowsTotal === 0) {
    return failed(
      'no_rows',
      `The file has a header but no rows below it. Add one row for each order.${sheets}`,
    );
  }
  return null;
}

/** People keep notes on one sheet and orders on another; only one is read. */
function sheetsNotRead({ sheet, otherSheets }: FoundHeader): string {
  if (sheet === null || otherSheets.length === 0) return '';
  const others = otherSheets.slice(0, 3).map(quoted).join(' or ');
  return ` Only the sheet ${quoted(sheet)} was read: if the orders are on ${others}, name that one with \`sheet\`.`;
}

const quoted = (name: string) => `"${name.slice(0, 31)}"`;
