import { wrongContent } from '../content.js';
import { type InflationBudget } from './inflation-budget.js';
import { type SpreadsheetLimits } from '../limits.js';
import { type NumberFormat } from './number-format.js';
import { type CellContext, SheetHandler } from './sheet-handler.js';
import { SharedStrings } from './shared-strings.js';
import { emptyFile, SpreadsheetError } from '../spreadsheet-error.js';
import { type SpreadsheetRow } from '../spreadsheet-row.js';
import { readStyles, readWorkbook, type SheetPart } from './workbook.js';
import { type XmlHandler } from './xml-scanner.js';
import { readPart, scanPart } from './xml-part.js';
import { unescapeText } from './xml-text.js';
import { ZipArchive } from './zip-archive.js';

/** A sheet of a workbook and what is needed to read it. */
export interface SheetLayout {
  sheet: SheetPart;
  /** All sheets, in workbook order. */
  sheets: readonly SheetPart[];
  budget: InflationBudget;
  context: CellContext;
}

interface InspectOptions {
  fileName?: string | undefined;
  sheet?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Finds the sheet (the named one, or the first visible one with content) and reads what its cells refer to. */
export async function inspectXlsx(
  path: string,
  limits: SpreadsheetLimits,
  { fileName, sheet: wanted, signal }: InspectOptions,
): Promise<SheetLayout> {
  const archive = await ZipArchive.open(path, limits);
  try {
    const workbook = await readWorkbook(archive);
    if (!workbook) throw notAWorkbook(archive, fileName);
    const formats: NumberFormat[] = workbook.styles ? await readStyles(archive, workbook.styles) : [];
    const sharedStrings = await readSharedStrings(archive, workbook.sharedStrings, limits, signal);
    const context = { sharedStrings, formats, epoch1904: workbook.epoch1904, limits };
    const visible = workbook.sheets.filter(({ hidden }) => !hidden);
    const sheet =
      wanted === undefined
        ? await firstWithContent(archive, visible, context, signal)
        : sheetOf(workbook.sheets, wanted);
    if (!sheet) throw emptyFile();
    return { sheet, sheets: workbook.sheets, budget: archive.budget, context };
  } finally {
    archive.close();
  }
}

/**
 * The same workbook with another sheet of it, by its name or its number among those that people see, from 1.
 * @throws SpreadsheetError sheet_not_found
 */
export function withSheet(layout: SheetLayout, wanted: string): SheetLayout {
  return { ...layout, sheet: sheetOf(layout.sheets, wanted) };
}

function sheetOf(sheets: readonly SheetPart[], wanted: string): SheetPart {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const sheet =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase()) ??
    (/^[1-9]\d{0,2}$/.test(wanted) ? visible[Number(wanted) - 1] : undefined);
  if (!sheet) throw sheetNotFound(wanted, visible);
  return sheet;
}

export async function* readXlsxRows(
  path: string,
  { sheet, context, budget }: SheetLayout,
  signal?: AbortSignal,
): AsyncGenerator<SpreadsheetRow[], void, void> {
  const archive = await ZipArchive.open(path, context.limits, budget);
  try {
    yield* sheetRows(archive, sheet, context, signal);
  } finally {
    archive.close();
  }
}

async function* sheetRows(
  archive: ZipArchive,
  sheet: SheetPart,
  context: CellContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<SpreadsheetRow[], void, void> {
  const options = { longest: longestText(context.limits), signal };
  for await (const handler of scanPart(archive, sheet.part, new SheetHandler(context), options)) {
    const rows = handler.takeRows();
    if (rows.length > 0) yield rows;
    if (handler.finished) return;
  }
}

async function firstWithContent(
  archive: ZipArchive,
  sheets: readonly SheetPart[],
  context: CellContext,
  signal: AbortSignal | undefined,
): Promise<SheetPart | undefined> {
  for (const sheet of sheets) {
    const batches = sheetRows(archive, sheet, context, signal);
    const first = await batches.next();
    await batches.return();
    if (!first.done) return sheet;
  }
  return undefined;
}

async function readSharedStrings(
  archive: ZipArchive,
  part: string | undefined,
  limits: SpreadsheetLimits,
  signal: AbortSignal | undefined,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === undefined) return strings;
  let text = '';
  let inText = false;
  let inPhonetics = false;
  const handler: XmlHandler = {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetics = true;
      else if (name === 't') inText = !inPhonetics;
    },
    text(piece) {
      // Of a text past the limit only enough is kept to reject the cell that refers to it.
      if (inText && text.length <= limits.maxCellLength * 7) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetics = false;
      else if (name === 'si') strings.add(unescapeText(text).slice(0, limits.maxCellLength + 1));
    },
    tooLong: () =>
      new SpreadsheetError(
        'cell_too_large',
        `A cell has more than ${limits.maxCellLength} characters. Shorten its text.`,
      ),
  };
  await readPart(archive, part, handler, { longest: longestText(limits), signal });
  return strings;
}

/** A character may be escaped as seven, as in _x000D_, or as a longer entity. */
function longestText(limits: SpreadsheetLimits): number {
  return limits.maxCellLength * 10;
}

function notAWorkbook(archive: ZipArchive, fileName: string | undefined): SpreadsheetError {
  const names = archive.names();
  const looksLike = [
    { part: /^xl\/workbook\.bin$/, words: 'a binary Excel workbook (.xlsb)' },
    { part: /^word\//, words: 'a Word document' },
    { part: /^ppt\//, words: 'a PowerPoint presentation' },
    { part: /^mimetype$/, words: 'an OpenDocument file' },
  ].find(({ part }) => names.some((name) => part.test(name)));
  return wrongContent(fileName, looksLike?.words ?? 'a ZIP archive');
}

function sheetNotFound(wanted: string, sheets: readonly SheetPart[]): SpreadsheetError {
  const names = sheets.slice(0, 5).map(({ name }) => `"${name.slice(0, 31)}"`);
  const more = sheets.length > names.length ? ` and ${sheets.length - names.length} more` : '';
  return new SpreadsheetError(
    'sheet_not_found',
    `This workbook has no sheet "${wanted.slice(0, 60)}". Its sheets are ${names.join(', ')}${more}.`,
  );
}
