import { posix } from 'node:path';
import { numberFormat, type NumberFormat } from './number-format.js';
import { attribute, type XmlHandler } from './xml-scanner.js';
import { readPart } from './xml-part.js';
import { damaged, type ZipArchive } from './zip-archive.js';

export interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

/** What is needed to read the sheets of a workbook. */
export interface WorkbookParts {
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

/** @returns null when the archive is no Excel workbook */
export async function readWorkbook(archive: ZipArchive): Promise<WorkbookParts | null> {
  const root = await readRelations(archive, '');
  const main = [...root.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(main) || !main.endsWith('.xml')) return null;

  const relations = await readRelations(archive, main);
  const sheets: SheetPart[] = [];
  let isWorkbook = false;
  let epoch1904 = false;
  await scanTags(archive, main, (name, tag) => {
    if (name === 'workbook') isWorkbook = true;
    if (name === 'workbookPr') epoch1904 = isTrue(attribute(tag, 'date1904'));
    const relation = name === 'sheet' ? relations.get(attribute(tag, 'id') ?? '') : undefined;
    if (relation?.kind !== 'worksheet') return;
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    sheets.push({ name: attribute(tag, 'name') ?? '', part: relation.target, hidden });
  });
  const partOf = (kind: string): string | undefined =>
    [...relations.values()].find((relation) => relation.kind === kind && archive.has(relation.target))
      ?.target;
  return isWorkbook
    ? { sheets, epoch1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
    : null;
}

/** The number format of each cell style, in the order cells refer to them. */
export async function readStyles(archive: ZipArchive, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  await scanTags(
    archive,
    part,
    (name, tag) => {
      if (name === 'numFmt')
        codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      formats.push(numberFormat(id, codes.get(id)));
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
