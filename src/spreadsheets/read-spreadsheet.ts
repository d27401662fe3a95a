import { open } from 'node:fs/promises';
import { identifyContent } from './content.js';
import { type Delimiter } from './delimiter.js';
import { type TextEncodingName } from './encoding.js';
import { DEFAULT_LIMITS, type SpreadsheetLimits } from './limits.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import { type SpreadsheetRow } from './spreadsheet-row.js';
import { emptyFile, inspectText, readTextRows } from './text-reader.js';
import { inspectXlsx, readXlsxRows } from './xlsx-reader.js';

const SAMPLE_BYTES = 64 * 1024;

export interface ReadOptions {
  /** The name the file was uploaded with; its ending must agree with the content. */
  fileName?: string;
  limits?: Partial<SpreadsheetLimits>;
  /** The sheet of a workbook; when left out, the first visible one with content. */
  sheet?: string;
  signal?: AbortSignal;
}

/** An inspected file; nothing of it stays open between calls. */
export type Spreadsheet = TextSpreadsheet | XlsxSpreadsheet;

interface RowSource {
  /**
   * The rows from the first, in batches; each call reads the file anew.
   *
   * Blank rows are left out but counted. The next batch is read only when it is asked for.
   *
   * @throws SpreadsheetError when the file turns out to be damaged or past a limit
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
  /** In the order of the workbook, hidden ones included. */
  otherSheets: string[];
}

/**
 * Inspects a spreadsheet file: an Excel workbook (.xlsx), or comma-, semicolon-, tab- or bar-separated text
 * in any usual encoding. Cells come as the text a person sees; dates as ISO 8601.
 *
 * @throws SpreadsheetError when the content is not such a file
 */
export async function readSpreadsheet(path: string, options: ReadOptions = {}): Promise<Spreadsheet> {
  const { fileName, signal } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const sample = await readSample(path, limits);
  if (identifyContent(sample, fileName) === 'zip') {
    const layout = await inspectXlsx(path, limits, options);
    const { sheet, otherSheets } = layout;
    return {
      format: 'xlsx',
      sheet: sheet.name,
      otherSheets,
      batches: () => readXlsxRows(path, layout, signal),
    };
  }
  const layout = await inspectText(path, sample, { fileName, signal });
  return { format: 'text', ...layout, batches: () => readTextRows(path, layout, limits, signal) };
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
