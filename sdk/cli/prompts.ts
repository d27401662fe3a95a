import { createInterface } from 'node:readline/promises';
import { stripVTControlCharacters } from 'node:util';
import { Failure, Interrupted } from './failures.js';
import { show, type Shown } from './shown.js';
import type { Terminal } from './terminal.js';

/** Asks people, and reads the answers of programs line by line. Each question ends with Interrupted when the signal aborts. */
export class Prompts {
  private lines: AsyncIterator<string> | undefined;

  constructor(
    private readonly terminal: Terminal,
    private readonly signal: AbortSignal,
  ) {}

  get isInteractive(): boolean {
    return this.terminal.stdin.isTTY === true;
  }

  /** @throws Failure when there is nobody to ask */
  async ask(question: Shown, fallback = ''): Promise<string> {
    const text = fallback ? show`${question} [${fallback}]` : question;
    const answer = this.isInteractive ? await this.askPerson(text) : await this.nextLine(text);
    return answer.trim() || fallback;
  }

  /** The answer is not shown while it is typed. */
  async askSecret(question: Shown): Promise<string> {
    return this.isInteractive ? this.readSecret(question) : this.nextLine(question);
  }

  /** All of what is piped in. */
  async rest(): Promise<string> {
    let text = '';
    try {
      for await (const piece of this.terminal.input(this.signal)) text += String(piece);
    } catch (error) {
      throw this.signal.aborted ? new Interrupted() : error;
    }
    return text.trim();
  }

  private async askPerson(question: Shown): Promise<string> {
    const { stdin, stderr } = this.terminal;
    const asking = createInterface({ input: stdin, output: stderr as NodeJS.WritableStream, terminal: true });
    const stop = new AbortController();
    asking.once('SIGINT', () => stop.abort());
    asking.once('close', () => stop.abort());
    try {
      const signal = AbortSignal.any([stop.signal, this.signal]);
      return await asking.question(`${question.plain}: `, { signal });
    } catch {
      stderr.write('\n');
      throw new Interrupted();
    } finally {
      asking.close();
    }
  }

  private async nextLine(question: Shown): Promise<string> {
    const { signal } = this;
    this.lines ??= createInterface({ input: this.terminal.stdin, signal })[Symbol.asyncIterator]();
    const { value, done } = (await this.lines.next()) as IteratorResult<string, undefined>;
    if (signal.aborted) throw new Interrupted();
    if (done)
      throw new Failure(
        show`${question}: nobody is there to answer.`,
        show`Run it at a terminal, or give the answer by an option.`,
      );
    return value;
  }

  private readSecret(question: Shown): Promise<string> {
    const { stdin, stderr } = this.terminal;
    stderr.write(`${question.plain}: `);
    stdin.setRawMode?.(true);
    stdin.resume();
    return new Promise((resolve, reject) => {
      let typed = '';
      const end = (settle: () => void) => {
        stdin.off('data', read);
        this.signal.removeEventListener('abort', interrupt);
        stdin.setRawMode?.(false);
        stdin.pause();
        stderr.write('\n');
        settle();
      };
      const interrupt = () => end(() => reject(new Interrupted()));
      const read = (piece: Buffer | string) => {
        // Arrows and their like are no part of it.
        for (const key of stripVTControlCharacters(piece.toString())) {
          if (key === '\r' || key === '\n') return end(() => resolve(typed));
          if (key === '\u0003' || key === '\u0004') return interrupt();
          if (key === '\u007f' || key === '\b') typed = [...typed].slice(0, -1).join('');
          else if (key === '\u0015') typed = '';
          else if (key >= ' ') typed += key;
        }
      };
      stdin.on('data', read);
      this.signal.addEventListener('abort', interrupt, { once: true });
    });
  }
}
