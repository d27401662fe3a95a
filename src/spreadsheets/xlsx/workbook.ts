import { posix } from 'node:path';
import { numberFormat, type NumberFormat } from './number-format.js';
import { SpreadsheetError } from '../spreadsheet-error.js';
import { readPart } from './xml-part.js';
import { attribute, type XmlHandler } from './xml-scanner.js';
import { damaged, type ZipArchive } from './zip-archive.js';

export interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

/** The parts of a workbook that its sheets need. */
interface WorkbookParts {
  sheets: SheetPart[];
  epoch1904: boolean;
  sharedStrings: string | undefined;
  styles: string | undefined;
}

interface Relation {
  kind: string;
  target: string;
}

const LONGEST_TAG = 1024 * 1024;
const LONGEST_NAME = 255;
const MOST_SHEETS = 255;
/** Excel has 65,490 cell formats and some 250 number formats at most. */
const MOST_CELL_FORMATS = 65_536;
const MOST_NUMBER_FORMATS = 10_000;

/** @returns null when the archive is no Excel workbook */
export async function readWorkbook(archive: ZipArchive): Promise<WorkbookParts | null> {
  const root = await readRelations(archive, '');
  const main = [...root.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(main) || !main.endsWith('.xml')) return null;

  const relations = await readRelations(archive, main);
  const sheets = new SheetList();
  let isWorkbook = false;
  let epoch1904 = false;
  await scanTags(archive, main, (name, tag) => {
    if (name === 'workbook') isWorkbook = true;
    if (name === 'workbookPr') epoch1904 = isTrue(attribute(tag, 'date1904'));
    const relation = name === 'sheet' ? relations.get(attribute(tag, 'id') ?? '') : undefined;
    if (relation?.kind !== 'worksheet') return;
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    sheets.add({ name: sheetName(attribute(tag, 'name')), part: relation.target, hidden });
  });
  const partOf = (kind: string): string | undefined =>
    [...relations.values()].find((relation) => relation.kind === kind && archive.has(relation.target))
      ?.target;
  return isWorkbook
    ? { sheets: sheets.kept, epoch1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
    : null;
}

/** The sheets of a workbook. Repeated parts and names are ignored. */
class SheetList {
  readonly kept: SheetPart[] = [];
  private readonly parts = new Set<string>();
  private readonly names = new Set<string>();

  add(sheet: SheetPart): void {
    if (this.parts.has(sheet.part) || this.names.has(sheet.name)) return;
    if (this.kept.length === MOST_SHEETS) throw tooManySheets();
    this.parts.add(sheet.part);
    this.names.add(sheet.name);
    this.kept.push(sheet);
  }
}

function sheetName(given = ''): string {
  return given.slice(0, LONGEST_NAME).toWellFormed();
}

function tooManySheets(): SpreadsheetError {
  return new SpreadsheetError(
    'too_many_sheets',
    `This workbook has more than ${MOST_SHEETS} sheets. Copy the sheet to import to a workbook of its own.`,
  );
}

/** The number format of each cell style, by the style's index. */
export async function readStyles(archive: ZipArchive, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const parsed = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  let numberFormats = 0;
  await scanTags(
    archive,
    part,
    (name, tag) => {
      if (name === 'numFmt') {
        codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
        if (++numberFormats > MOST_NUMBER_FORMATS) throw damaged('it defines too many number formats');
      }
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      if (formats.length === MOST_CELL_FORMATS) throw damaged('it defines too many cell styles');
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      const format = parsed.get(id) ?? numberFormat(id, codes.get(id));
      parsed.set(id, format);
      formats.push(format);
    },
    (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  );
  return formats;
}

async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(name)) return relations;
  await scanTags(archive, name, (element, tag) => {
    if (element !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
    const target = attribute(tag, 'Target') ?? '';
    relations.set(attribute(tag, 'Id') ?? '', {
      kind: posix.basename(attribute(tag, 'Type') ?? ''),
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

async function scanTags(
  archive: ZipArchive,
  part: string,
  open: XmlHandler['open'],
  close: XmlHandler['close'] = () => undefined,
): Promise<void> {
  const handler: XmlHandler = {
    open,
    close,
    text: () => undefined,
    tooLong: () => damaged(`its part "${part}" holds a text without end`),
  };
  await readPart(archive, part, handler, { longest: LONGEST_TAG });
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
