import { SpreadsheetError } from '../spreadsheet-error.js';

const CHUNK_BYTES = 1024 * 1024;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_BYTES_A_CHARACTER = 3;

/**
 * The texts that the cells of a workbook refer to by number.
 *
 * Stored as UTF-8 outside the heap: millions of strings would cost more in garbage collection than in reading.
 */
export class SharedStrings {
  private readonly chunks: Buffer[] = [];
  private used = CHUNK_BYTES;
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private count = 0;

  /** @throws SpreadsheetError file_too_large when all texts together exceed 256 MiB */
  add(text: string): void {
    let chunk = this.chunks.at(-1);
    const room = text.length * MOST_BYTES_A_CHARACTER;
    if (!chunk || this.used + room > chunk.length) {
      if ((this.chunks.length + 1) * CHUNK_BYTES > MOST_BYTES) throw tooMuchText();
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, room));
      this.chunks.push(chunk);
      this.used = 0;
    }
    if (this.count === this.starts.length) this.grow();
    const length = chunk.write(text, this.used);
    this.starts[this.count] = (this.chunks.length - 1) * CHUNK_BYTES + this.used;
    this.lengths[this.count] = length;
    this.used += length;
    this.count += 1;
  }

  get(index: number): string | undefined {
    const start = this.starts[index];
    if (start === undefined || !(index < this.count)) return undefined;
    const offset = start % CHUNK_BYTES;
    return this.chunks[Math.floor(start / CHUNK_BYTES)]?.toString(
      'utf8',
      offset,
      offset + (this.lengths[index] ?? 0),
    );
  }

  private grow(): void {
    for (const name of ['starts', 'lengths'] as const) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

function tooMuchText(): SpreadsheetError {
  return new SpreadsheetError(
    'file_too_large',
    'This workbook holds more than 256 MiB of text. Save it as CSV, or split it.',
  );
}
