import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { InflationBudget } from './inflation-budget.js';
import { type SpreadsheetLimits } from '../limits.js';
import { SpreadsheetError, zipBomb } from '../spreadsheet-error.js';

const MiB = 1024 * 1024;
const MOST_ENTRIES = 2000;
/** Office files compress 5 to 40 times; a higher ratio is only accepted for small files. */
const MOST_RATIO = 100;
const RATIO_IGNORED_BELOW = 64 * MiB;
const INFLATED_PIECE_BYTES = 256 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** The parts of a ZIP file. It is rejected before or while inflating when it exceeds the limits. */
export class ZipArchive {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    /** Spent by reads; to be passed on when the same file is opened again. */
    readonly budget: InflationBudget,
  ) {}

  /** @throws SpreadsheetError zip_bomb, not_readable, or unsupported_format when encrypted */
  static async open(path: string, limits: SpreadsheetLimits, budget?: InflationBudget): Promise<ZipArchive> {
    const file = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true }).catch(refuseDamaged);
    try {
      const { entries, unpacked } = await readDirectory(file, limits);
      return new ZipArchive(file, entries, budget ?? new InflationBudget(unpacked));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The inflated bytes of a part, in pieces; never more than the directory says. */
  async *read(name: string): AsyncGenerator<Buffer, void, void> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged(`its part "${name}" is missing`);
    const raw = await this.file.openReadStreamPromise(entry, { decodeFileData: false }).catch(refuseDamaged);
    const unpacked = entry.compressionMethod === STORED ? raw : inflate(raw);
    let size = 0;
    try {
      for await (const piece of unpacked as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > entry.uncompressedSize) throw zipBomb();
        this.budget.spend(piece.length);
        yield piece;
      }
    } catch (error) {
      throw error instanceof SpreadsheetError ? error : damaged('it ends too early or was changed', error);
    } finally {
      raw.destroy();
      unpacked.destroy();
    }
    if (size < entry.uncompressedSize) throw damaged('it ends too early');
  }

  close(): void {
    this.file.close();
  }
}

export function damaged(reason: string, cause?: unknown): SpreadsheetError {
  return new SpreadsheetError(
    'not_readable',
    `This workbook is damaged: ${reason}. Open it in Excel or LibreOffice and save it again.`,
    {},
    { cause },
  );
}

async function readDirectory(file: ZipFile, limits: SpreadsheetLimits) {
  if (file.entryCount > MOST_ENTRIES) throw zipBomb();
  const largest = Math.min(
    limits.maxInflatedBytes,
    Math.max(RATIO_IGNORED_BELOW, file.fileSize * MOST_RATIO),
  );
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of file.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > largest) throw zipBomb();
      if (entry.isEncrypted()) throw encrypted();
      if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
        throw damaged('it is packed in a way Excel does not use');
      }
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof SpreadsheetError ? error : damaged('its list of parts cannot be read', error);
  }
  return { entries, unpacked };
}

function inflate(raw: Readable): Readable {
  // The error is thrown to the reader of the inflated stream.
  return pipeline(raw, createInflateRaw({ chunkSize: INFLATED_PIECE_BYTES }), () => undefined);
}

function refuseDamaged(error: unknown): never {
  throw damaged('it is not a whole ZIP file', error);
}

function encrypted(): SpreadsheetError {
  return new SpreadsheetError(
    'unsupported_format',
    'This file is protected by a password. Remove the password and save it again.',
  );
}
