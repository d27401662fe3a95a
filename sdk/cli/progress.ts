import { cut, widthOf } from './layout.js';
import { show, shown } from './shown.js';
import type { Terminal } from './terminal.js';

/** How often a bar moves, and how often a line is told where nobody looks. */
const [barMilliseconds, lineMilliseconds] = [60, 2_000];
const widestBar = 30;

const count = (value: number) => value.toLocaleString('en-US');

/** How far something is: a bar that moves at a terminal, else a line now and then. */
export class Progress {
  private toldAt = 0;
  private toldText = '';
  private isOnLine = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** @param total null while nobody knows */
  update(what: string, done: number, total: number | null, unit: string): void {
    const isWhole = total !== null && done >= total;
    if (this.terminal.isJson || (!this.isBar && done === 0)) return;
    const isBegun = total !== null || done > 0;
    const text = !isBegun
      ? `${what}…`
      : `${what} ${count(done)}${total === null ? '' : ` of ${count(total)}`} ${unit}`;
    const interval = this.isBar ? barMilliseconds : lineMilliseconds;
    if (text === this.toldText || (!isWhole && this.now() - this.toldAt < interval)) return;
    this.toldAt = this.now();
    this.toldText = text;
    if (this.isBar) this.draw(text, total === null || total === 0 ? undefined : Math.min(1, done / total));
    else this.terminal.note(shown(text));
  }

  /** Takes the bar away, so that lines can follow. */
  clear(): void {
    if (this.isOnLine) this.terminal.stderr.write('\r\u001b[K');
    this.isOnLine = false;
  }

  private get isBar(): boolean {
    const { stderr, env } = this.terminal;
    return stderr.isTTY === true && env.TERM !== 'dumb';
  }

  private draw(text: string, part: number | undefined): void {
    const { stderr } = this.terminal;
    // The last column would wrap in some terminals.
    const room = (stderr.columns || 80) - 1;
    const share = part === undefined ? '' : ` ${String(Math.floor(part * 100)).padStart(3)} %`;
    const width = Math.min(widestBar, room - widthOf(text) - share.length - 1);
    const line =
      part === undefined || width < 8
        ? shown(cut(text + share, room))
        : show`${bar(part, width)} ${text}${share}`;
    stderr.write(`\r${line.render(this.terminal.hasColours(stderr))}\u001b[K`);
    this.isOnLine = true;
  }
}

function bar(part: number, width: number) {
  const filled = Math.round(part * width);
  return show`${show`${'█'.repeat(filled)}`.styled('green')}${show`${'░'.repeat(width - filled)}`.styled('dim')}`;
}
