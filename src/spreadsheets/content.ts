import { extname } from 'node:path';
import { SpreadsheetError } from './spreadsheet-error.js';

/** The kinds of files that can be read. */
type ContentKind = 'text' | 'zip';

interface Signature {
  bytes: readonly number[];
  looksLike: string;
}

const ZIP: readonly number[] = [0x50, 0x4b];
const OLE: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0];

const FOREIGN: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], looksLike: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], looksLike: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], looksLike: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], looksLike: 'a GIF image' },
  { bytes: [0x1f, 0x8b], looksLike: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], looksLike: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], looksLike: 'a RAR archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], looksLike: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], looksLike: 'a program' },
];

const FOREIGN_TEXT: readonly { pattern: RegExp; looksLike: string }[] = [
  { pattern: /^\s*<(?:!doctype html|html|head|body|table|meta)\b/i, looksLike: 'an HTML page' },
  { pattern: /^\s*<(?:\?xml|!--|!doctype|svg)\b/i, looksLike: 'an XML document' },
  { pattern: /^\s*(?:\{\s*(?:"[^"]*"\s*:|\}\s*$)|\[\s*[[{"\d\]])/, looksLike: 'a JSON document' },
  { pattern: /^\{\\rtf/, looksLike: 'a rich text document' },
];

const EXPECTED_BY_EXTENSION: ReadonlyMap<string, ContentKind> = new Map([
  ['.csv', 'text'],
  ['.tsv', 'text'],
  ['.tab', 'text'],
  ['.txt', 'text'],
  ['.xls', 'zip'],
  ['.xlsx', 'zip'],
  ['.xlsm', 'zip'],
]);

/**
 * Distinguishes text and .xlsx by the first bytes. Rejects other files, and files whose name says otherwise.
 *
 * @throws SpreadsheetError wrong_content or unsupported_format, naming what the file looks like
 */
export function identifyContent(sample: Buffer, fileName: string | undefined): ContentKind {
  if (startsWith(sample, OLE)) throw oldExcel(sample);
  const foreign = FOREIGN.find(({ bytes }) => startsWith(sample, bytes));
  if (foreign) throw wrongContent(fileName, foreign.looksLike);
  const kind: ContentKind = isZip(sample) ? 'zip' : 'text';
  const expected = EXPECTED_BY_EXTENSION.get(extname(fileName ?? '').toLowerCase());
  if (expected && expected !== kind) {
    throw wrongContent(fileName, kind === 'zip' ? 'an Excel workbook or other ZIP archive' : 'plain text');
  }
  return kind;
}

/** Rejects HTML, XML, JSON and rich text. */
export function refuseForeignText(text: string, fileName: string | undefined): void {
  const foreign = FOREIGN_TEXT.find(({ pattern }) => pattern.test(text));
  if (foreign) throw wrongContent(fileName, foreign.looksLike);
}

export function wrongContent(fileName: string | undefined, looksLike: string): SpreadsheetError {
  const subject = fileName === undefined ? 'This file' : `The file "${fileName}"`;
  return new SpreadsheetError(
    'wrong_content',
    `${subject} looks like ${looksLike}. Save the spreadsheet as CSV or Excel workbook (.xlsx), with the ending that goes with it.`,
  );
}

function isZip(sample: Buffer): boolean {
  const [third, fourth] = [sample[2] ?? 0, sample[3] ?? 0];
  return startsWith(sample, ZIP) && third < 9 && fourth === third + 1;
}

function oldExcel(sample: Buffer): SpreadsheetError {
  const encrypted = sample.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new SpreadsheetError(
    'unsupported_format',
    encrypted
      ? 'This workbook is protected by a password. Remove the password in Excel and save it again.'
      : 'This is a file of an old Office format (such as .xls). Save it as Excel workbook (.xlsx) or CSV.',
  );
}

function startsWith(sample: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => sample[index] === byte);
}
