import { createDecoder, decodePieces } from '../text/encoding.js';
import { type XmlHandler, XmlScanner } from './xml-scanner.js';
import { type ZipArchive } from './zip-archive.js';

interface ScanOptions {
  /** Characters of the longest text or tag that is accepted. */
  longest: number;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a part of a workbook and calls the handler for its contents.
 *
 * Yields the handler after each piece and when it is full, so that the caller can take what it collected, or stop.
 */
export async function* scanPart<Handler extends XmlHandler>(
  archive: ZipArchive,
  name: string,
  handler: Handler,
  options: ScanOptions,
): AsyncGenerator<Handler, void, void> {
  const scanner = new XmlScanner(handler, options.longest);
  for await (const text of partText(archive, name)) {
    options.signal?.throwIfAborted();
    scanner.push(text);
    for (let full = true; full;) {
      full = scanner.read();
      yield handler;
    }
  }
  scanner.end();
}

/** Reads a part to its end. */
export async function readPart(
  archive: ZipArchive,
  name: string,
  handler: XmlHandler,
  options: ScanOptions,
): Promise<void> {
  const pieces = scanPart(archive, name, handler, options);
  while (!(await pieces.next()).done);
}

async function* partText(archive: ZipArchive, name: string): AsyncGenerator<string, void, void> {
  const pieces = archive.read(name);
  const first = await pieces.next();
  if (first.done) return;
  const utf16 = first.value[0] === 0xff && first.value[1] === 0xfe;
  yield* decodePieces(startingWith(first.value, pieces), createDecoder(utf16 ? 'utf-16le' : 'utf-8'));
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T, void, void> {
  yield first;
  yield* rest;
}
