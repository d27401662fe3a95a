import {
  detectSheet,
  findProfile,
  profileOf,
  type DetectedSheet,
  type OrderProfile,
  type SheetQuestion,
} from '../../../order-sheets/index.js';
import { SpreadsheetError, type Spreadsheet, type SpreadsheetRow } from '../../../spreadsheets/index.js';
import type { AskedLayout, ReadPlan } from './read-plan.js';
import { below } from './survey.js';

/** What is read of a file before its columns are known. */
const examined = { rows: 1_020, characters: 4_000_000 };
/** What is read of each sheet of a workbook to find the one with the orders. */
const compared = { sheets: 20, rows: 20 };
/** The rows among which the headers of a profile are looked for. */
const profileRows = 20;

type Asked = Omit<SheetQuestion, 'rows'>;

export interface ChosenSheet {
  spreadsheet: Spreadsheet;
  found: DetectedSheet;
  profile: OrderProfile | null;
  /** The first rows below the header. */
  rows: SpreadsheetRow[];
}

/**
 * The sheet that the caller asks for, or else the one that looks most like orders, and what its columns are.
 * @throws SpreadsheetError file_empty, sheet_not_found, header_row_not_found
 */
export async function chooseSheet(opened: Spreadsheet, plan: ReadPlan): Promise<ChosenSheet> {
  const { audience, mapping, taught, asked } = plan;
  const question = { audience, mapping, taught, headerRow: asked.headerRow };
  const spreadsheet = asked.sheet === null ? await likeliest(opened, question, asked) : opened;
  if (spreadsheet.format === 'text') refuseSheet(asked.sheet);
  const rows = await firstRows(spreadsheet, examined, asked.headerRow ?? 1);
  if (asked.headerRow !== null && rows[0]?.number !== asked.headerRow) throw noSuchRow(asked.headerRow);
  const profile = profileFor(rows, asked);
  const found = detectSheet({ ...question, rows, profile });
  if (!found) throw new SpreadsheetError('file_empty', 'This file has no rows. Add a header and orders.');
  return { spreadsheet, found, profile, rows: below(rows, found.headerRow) };
}

/** Of equal ones the first. */
async function likeliest(opened: Spreadsheet, question: Asked, asked: AskedLayout): Promise<Spreadsheet> {
  if (opened.format === 'text' || opened.visibleSheets.length < 2) return opened;
  let best: Spreadsheet = opened;
  let most = 0;
  for (const name of opened.visibleSheets.slice(0, compared.sheets)) {
    const sheet = opened.select(name);
    const rows = await firstRows(sheet, { ...examined, rows: compared.rows }, question.headerRow ?? 1);
    const score = detectSheet({ ...question, rows, profile: profileFor(rows, asked) })?.score ?? 0;
    if (score > most) [best, most] = [sheet, score];
  }
  return best;
}

/** The profile asked for, or the one whose headers are found. */
function profileFor(rows: readonly SpreadsheetRow[], { profile }: AskedLayout): OrderProfile | null {
  if (profile !== null) return profileOf(profile) ?? null;
  for (const { cells } of rows.slice(0, profileRows)) {
    const found = findProfile(cells);
    if (found) return found;
  }
  return null;
}

async function firstRows(
  spreadsheet: Spreadsheet,
  most: typeof examined,
  from: number,
): Promise<SpreadsheetRow[]> {
  const rows: SpreadsheetRow[] = [];
  let characters = 0;
  for await (const batch of spreadsheet.batches()) {
    for (const row of batch) {
      if (row.number < from) continue;
      rows.push(row);
      for (const cell of row.cells) characters += cell.length;
      if (rows.length === most.rows || characters > most.characters) return rows;
    }
  }
  return rows;
}

function refuseSheet(sheet: string | null): void {
  if (sheet === null || sheet === '1') return;
  throw new SpreadsheetError(
    'sheet_not_found',
    'This file is no workbook, so it has no sheets. Leave `sheet` out, or upload the workbook itself.',
  );
}

function noSuchRow(row: number): SpreadsheetError {
  return new SpreadsheetError(
    'header_row_not_found',
    `Row ${row} is to hold the headers, but it is empty or after the end of the file. Give the number of the row with the headers as the spreadsheet program shows it, or leave \`headerRow\` out.`,
  );
}
