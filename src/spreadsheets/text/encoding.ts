import { isUtf8 } from 'node:buffer';
import { filePieces } from './file-pieces.js';
import { completeLength, countUtf8, MixedDecoder } from './utf8.js';

/** `mixed` is UTF-8 that contains some bytes of Windows-1252. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed';

/** Decodes bytes piece by piece, without the byte order mark. */
interface PieceDecoder {
  decode(piece: Uint8Array, options: { stream: boolean }): string;
}

/**
 * Detects the encoding of a text file.
 *
 * UTF-16 is recognized by the `sample`. Whether a file is UTF-8 is checked over the whole file, so that one late
 * byte does not change how the rows before it are read.
 */
export async function detectEncoding(
  path: string,
  sample: Buffer,
  signal?: AbortSignal,
): Promise<TextEncodingName> {
  const utf16 = detectUtf16(sample);
  if (utf16) return utf16;
  if (await isUtf8File(path, signal)) return 'utf-8';
  const count = { multibyte: 0, invalid: 0 };
  for await (const piece of filePieces(path, signal)) countUtf8(piece, count);
  return count.multibyte >= count.invalid ? 'mixed' : 'windows-1252';
}

export function createDecoder(encoding: TextEncodingName): PieceDecoder {
  return encoding === 'mixed' ? new MixedDecoder() : new TextDecoder(encoding);
}

/** Decodes a stream of bytes. */
export async function* decodePieces(
  pieces: AsyncIterable<Uint8Array>,
  decoder: PieceDecoder,
): AsyncGenerator<string, void, void> {
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode(new Uint8Array(), { stream: false });
}

function detectUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] === 0) zeros[i % 2 === 0 ? 0 : 1] += 1;
  }
  const [even, odd] = zeros;
  // Digits, delimiters and line breaks give every spreadsheet in UTF-16 many zeros on one side only.
  const many = sample.length / 10;
  if (odd > many && even * 20 < odd) return 'utf-16le';
  if (even > many && odd * 20 < even) return 'utf-16be';
  return null;
}

async function isUtf8File(path: string, signal?: AbortSignal): Promise<boolean> {
  let rest = Buffer.alloc(0);
  for await (const piece of filePieces(path, signal)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = completeLength(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = Buffer.from(bytes.subarray(end));
  }
  return rest.length === 0;
}
