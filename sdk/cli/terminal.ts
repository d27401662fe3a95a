import { addAbortSignal, type Readable } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { prose } from './layout.js';
import { jsonText, type Shown, visible } from './shown.js';

/** As much of a process’s streams as is used; tests give others. */
interface Sink {
  write(text: string | Uint8Array): boolean;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Narrower than this, lines run over: there is no room for words. */
const narrowest = 20;

/** Where a command reads and writes: results to `stdout`, what is told beside them to `stderr`. */
export class Terminal {
  /** Whether results are JSON, and nothing is told beside them. */
  isJson = false;

  constructor(
    readonly stdin: Readable & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>,
    readonly stdout: Sink,
    readonly stderr: Sink,
    readonly env: Environment,
  ) {}

  /** Columns that a line may have; any number where nobody looks. */
  get width(): number {
    return this.widthOf(this.stdout);
  }

  /** What is piped in, piece by piece; fails when the signal aborts. */
  input(signal: AbortSignal): Readable {
    return addAbortSignal(signal, this.stdin);
  }

  /** Lines of the result. */
  out(...lines: (Shown | readonly Shown[])[]): void {
    for (const line of lines.flat()) this.stdout.write(`${line.render(this.hasColours(this.stdout))}\n`);
  }

  /** Prose of the result. */
  say(...texts: Shown[]): void {
    this.out(texts.flatMap((text) => prose(text, this.width)));
  }

  /** The result as one JSON document; of what has no end, one line each. */
  json(value: unknown, isLine = false): void {
    this.stdout.write(`${jsonText(value, this.stdout.isTTY && !isLine ? 2 : undefined)}\n`);
  }

  /** A line beside the result. */
  note(...lines: Shown[]): void {
    if (!this.isJson) this.tell(...lines);
  }

  /** A line that is told in any case: what failed, what is asked. */
  tell(...lines: Shown[]): void {
    const width = this.widthOf(this.stderr);
    for (const line of lines.flatMap((text) => prose(text, width)))
      this.stderr.write(`${line.render(this.hasColours(this.stderr))}\n`);
  }

  private widthOf({ isTTY, columns }: Sink): number {
    const given = Number(this.env.COLUMNS);
    return Math.max((isTTY && columns) || (given > 0 ? given : Infinity), narrowest);
  }

  hasColours({ isTTY }: Sink): boolean {
    const { FORCE_COLOR: forced, NO_COLOR: none, TERM } = this.env;
    if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
    return !none && TERM !== 'dumb' && isTTY === true;
  }

  /** A file as the result: its bytes as they are, but for a terminal as lines of harmless text. */
  async pipe(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const piece of bytes) {
      const text = this.stdout.isTTY ? linesOf(decoder.decode(piece, { stream: true })) : piece;
      if (!this.stdout.write(text)) await drained(this.stdout);
    }
  }
}

const linesOf = (text: string) => text.split(/\r?\n/).map(visible).join('\n');

function drained(sink: Sink): Promise<void> {
  return new Promise((resolve) => void (sink as unknown as NodeJS.WritableStream).once('drain', resolve));
}
