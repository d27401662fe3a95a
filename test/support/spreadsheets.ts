import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOptions, readSpreadsheet } from '../../src/spreadsheets/read-spreadsheet.js';
import { type SpreadsheetRow } from '../../src/spreadsheets/spreadsheet-row.js';

export type Encoding =
  'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be' | 'utf-16be-bom' | 'windows-1252';

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
);

/** The text's bytes; Windows-1252 has "?" for what it cannot say. */
export function encode(text: string, encoding: Encoding): Buffer {
  const [name, bom] = encoding.endsWith('-bom') ? [encoding.slice(0, -4), '\uFEFF'] : [encoding, ''];
  if (name === 'utf-16le') return Buffer.from(bom + text, 'utf16le');
  if (name === 'utf-16be') return Buffer.from(bom + text, 'utf16le').swap16();
  if (name === 'windows-1252') return Buffer.from(Array.from(text, windows1252Byte));
  return Buffer.from(bom + text);
}

/** Writes the bytes to a file of its own, hands its path over, and removes it again. */
export async function withFile<T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-sheet-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

export async function readAll(bytes: Uint8Array, options?: ReadOptions): Promise<SpreadsheetRow[]> {
  return withFile(bytes, async (path) => {
    const spreadsheet = await readSpreadsheet(path, options);
    return (await collect(spreadsheet.batches())).flat();
  });
}

export async function readCells(bytes: Uint8Array, options?: ReadOptions): Promise<string[][]> {
  return (await readAll(bytes, options)).map(({ cells }) => cells);
}

function windows1252Byte(character: string): number {
  const byte = WINDOWS_1252.indexOf(character);
  return byte === -1 ? 0x3f : byte;
}
