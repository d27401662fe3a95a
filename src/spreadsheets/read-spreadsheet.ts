import { open } from 'node:fs/promises';
import { identifyContent } from './content.js';
import { type Delimiter } from './text/delimiter.js';
import { type TextEncodingName } from './text/encoding.js';
import { DEFAULT_LIMITS, type SpreadsheetLimits } from './limits.js';
import { emptyFile, SpreadsheetError } from './spreadsheet-error.js';
import { type SpreadsheetRow } from './spreadsheet-row.js';
import { inspectText, readTextRows } from './text/text-reader.js';
import { inspectXlsx, readXlsxRows, type SheetLayout, withSheet } from './xlsx/xlsx-reader.js';

const SAMPLE_BYTES = 64 * 1024;

export interface ReadOptions {
  /** The uploaded file's name; its extension must match the content. */
  fileName?: string;
  limits?: Partial<SpreadsheetLimits>;
  /** The sheet of a workbook, by its name or number. Default: the first visible one with content. */
  sheet?: string;
  signal?: AbortSignal;
}

/** An inspected file. It is not kept open between calls. */
export type Spreadsheet = TextSpreadsheet | XlsxSpreadsheet;

interface RowSource {
  /**
   * The rows in batches; each call reads the file from the start.
   *
   * Blank rows are left out but counted. The next batch is read only when it is requested.
   *
   * @throws SpreadsheetError when the file is damaged or exceeds a limit
   */
  batches(): AsyncGenerator<SpreadsheetRow[], void, void>;
}

interface TextSpreadsheet extends RowSource {
  format: 'text';
  encoding: TextEncodingName;
  delimiter: Delimiter;
}

interface XlsxSpreadsheet extends RowSource {
  format: 'xlsx';
  sheet: string;
  /** In workbook order, including hidden ones. */
  otherSheets: string[];
  /** The sheets that people see, in workbook order; this one may be hidden. */
  visibleSheets: string[];
  /**
   * Another sheet of the workbook, which is not inspected again.
   * @throws SpreadsheetError sheet_not_found
   */
  select(sheet: string): XlsxSpreadsheet;
}

/**
 * Inspects a spreadsheet file: an Excel workbook (.xlsx), or comma-, semicolon-, tab- or bar-separated text in
 * any common encoding. Cells are the text that a person sees; dates are ISO 8601.
 *
 * @throws SpreadsheetError when the content is not such a file
 */
export async function readSpreadsheet(path: string, options: ReadOptions = {}): Promise<Spreadsheet> {
  const { fileName, signal } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const sample = await readSample(path, limits);
  if (identifyContent(sample, fileName) === 'zip') {
    return xlsxSpreadsheet(path, await inspectXlsx(path, limits, options), signal);
  }
  const layout = await inspectText(path, sample, { fileName, signal });
  return { format: 'text', ...layout, batches: () => readTextRows(path, layout, limits, signal) };
}

function xlsxSpreadsheet(
  path: string,
  layout: SheetLayout,
  signal: AbortSignal | undefined,
): XlsxSpreadsheet {
  const { sheet, sheets } = layout;
  return {
    format: 'xlsx',
    sheet: sheet.name,
    otherSheets: sheets.filter((other) => other !== sheet).map(({ name }) => name),
    visibleSheets: sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    batches: () => readXlsxRows(path, layout, signal),
    select: (wanted) => xlsxSpreadsheet(path, withSheet(layout, wanted), signal),
  };
}

async function readSample(path: string, limits: SpreadsheetLimits): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) throw emptyFile();
    if (size > limits.maxBytes) throw fileTooLarge(limits);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function fileTooLarge(limits: SpreadsheetLimits): SpreadsheetError {
  const most = Math.floor(limits.maxBytes / (1024 * 1024));
  return new SpreadsheetError(
    'file_too_large',
    `This file is larger than ${most} MiB. Split it into smaller files.`,
  );
}
