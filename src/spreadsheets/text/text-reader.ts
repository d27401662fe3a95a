import { refuseForeignText } from '../content.js';
import { type Delimiter, detectDelimiter, separatorHint } from './delimiter.js';
import { DelimitedParser } from './delimited-parser.js';
import { createDecoder, decodePieces, detectEncoding, type TextEncodingName } from './encoding.js';
import { filePieces } from './file-pieces.js';
import { type SpreadsheetLimits } from '../limits.js';
import { emptyFile } from '../spreadsheet-error.js';
import { type SpreadsheetRow } from '../spreadsheet-row.js';

/** How a text file is to be read. */
interface TextLayout {
  encoding: TextEncodingName;
  delimiter: Delimiter;
}

export async function inspectText(
  path: string,
  sample: Buffer,
  options: { fileName?: string | undefined; signal?: AbortSignal | undefined },
): Promise<TextLayout> {
  const encoding = await detectEncoding(path, sample, options.signal);
  const text = createDecoder(encoding).decode(sample, { stream: true });
  refuseForeignText(text, options.fileName);
  return { encoding, delimiter: separatorHint(text)?.delimiter ?? detectDelimiter(text) };
}

/** The rows of a text file, in batches of some hundred kilobytes of text. */
export async function* readTextRows(
  path: string,
  layout: TextLayout,
  limits: SpreadsheetLimits,
  signal?: AbortSignal,
): AsyncGenerator<SpreadsheetRow[], void, void> {
  const parser = new DelimitedParser(layout.delimiter, limits);
  let empty = true;
  let beginning = true;
  for await (const piece of decodePieces(filePieces(path, signal), createDecoder(layout.encoding))) {
    const rows = parser.push(beginning ? piece.slice(separatorHint(piece)?.length ?? 0) : piece);
    beginning = false;
    if (rows.length > 0) yield rows;
    empty &&= rows.length === 0;
  }
  const rows = parser.end();
  if (rows.length > 0) yield rows;
  else if (empty) throw emptyFile();
}
