import { Readable } from 'node:stream';
import yazl from 'yazl';
import { isGuarded } from '../formula-guard.js';
import { columnLetters } from '../spreadsheet-error.js';
import { type Rows } from './write-csv.js';
import { escapeText } from '../xlsx/xml-text.js';

export interface WriteXlsxOptions {
  /** Up to 31 characters. Default: "Sheet1". */
  sheetName?: string;
}

const PIECE_CHARACTERS = 64 * 1024;
const COLUMN_WIDTH = 20;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell styles by index: 0 general, 1 text, 2 bold text. Text keeps leading zeros. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
const TEXT_STYLE = 1;
const HEADER_STYLE = 2;

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;
const ROOT_RELATIONS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

/**
 * Writes rows as an Excel workbook with one sheet; the first row is the header, bold and frozen.
 *
 * All cells are text, so none is a formula; columns are formatted as text for what is typed later.
 *
 * @returns the file's bytes; rows are read as the bytes are requested
 */
export function writeXlsx(rows: Rows, options: WriteXlsxOptions = {}): Readable {
  const zip = new yazl.ZipFile();
  const sheet = Readable.from(sheetXml(rows), { objectMode: false });
  const output = zip.outputStream as Readable;
  sheet.on('error', (error) => output.destroy(error));
  output.on('close', () => sheet.destroy());
  const parts: [string, string][] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', ROOT_RELATIONS],
    ['xl/workbook.xml', workbookXml(options.sheetName ?? 'Sheet1')],
    ['xl/_rels/workbook.xml.rels', WORKBOOK_RELATIONS],
    ['xl/styles.xml', STYLES],
  ];
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
}

function workbookXml(sheetName: string): string {
  const name = escapeText(sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

async function* sheetXml(rows: Rows): AsyncGenerator<Buffer, void, void> {
  let text = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    if (number === 1) text += `${columnsXml(row.length)}<sheetData>`;
    text += rowXml(row, number);
    if (text.length >= PIECE_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(`${text}${number === 0 ? '<sheetData>' : ''}</sheetData></worksheet>`);
}

function columnsXml(count: number): string {
  if (count === 0) return '';
  return `<cols><col min="1" max="${count}" width="${COLUMN_WIDTH}" style="${TEXT_STYLE}" customWidth="1"/></cols>`;
}

function rowXml(row: readonly string[], number: number): string {
  const style = number === 1 ? HEADER_STYLE : TEXT_STYLE;
  let text = `<row r="${number}">`;
  for (let i = 0; i < row.length; i += 1) {
    const cell = row[i] ?? '';
    if (cell === '') continue;
    // The reader removes one apostrophe from such a text, in any format.
    const kept = escapeText(isGuarded(cell) ? `'${cell}` : cell);
    text += `<c r="${columnLetters(i + 1)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`;
  }
  return `${text}</row>`;
}
