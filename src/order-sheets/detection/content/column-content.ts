import { isOfKind, type CellKind } from './cell-kinds.js';

const LONGEST_LOOKED_AT = 300;
const MOST_SAMPLED = 250;

/** What the first thousand rows have in one column. */
export class ColumnContent {
  /** The filled cells, trimmed, without the apostrophe by which Excel marks a text. */
  readonly filled: readonly string[];
  /** Some of them, evenly taken, by which kinds are told. */
  private readonly sample: readonly string[];
  private readonly shares = new Map<string, number>();

  /** @param cells one for each row, empty where the row has none */
  constructor(readonly cells: readonly string[]) {
    this.filled = cells.filter((cell) => cell !== '');
    const step = Math.ceil(this.filled.length / MOST_SAMPLED);
    this.sample = step > 1 ? this.filled.filter((_, at) => at % step === 0) : this.filled;
  }

  get isEmpty(): boolean {
    return this.filled.length === 0;
  }

  /** The share of the filled cells that are of a kind; 0 when none is filled. */
  share(kind: CellKind): number {
    return this.shareOf(kind, (cell) => isOfKind(kind, cell));
  }

  /** The share of the filled cells that meet a condition, which is known by its name. */
  shareOf(name: string, meets: (cell: string) => boolean): number {
    let share = this.shares.get(name);
    if (share === undefined) {
      share = this.isEmpty ? 0 : this.sample.filter(meets).length / this.sample.length;
      this.shares.set(name, share);
    }
    return share;
  }

  /** Of each run of equal cells one. */
  get runs(): readonly string[] {
    return this.filled.filter((cell, at) => cell !== this.filled[at - 1]);
  }

  /** The share of the rows that fill both columns in which this one's text has the other's in it. */
  containing(other: ColumnContent): number {
    let both = 0;
    let contained = 0;
    this.cells.forEach((cell, row) => {
      const part = other.cells[row]!;
      if (cell === '' || part === '') return;
      both += 1;
      if (` ${plain(cell)} `.includes(` ${plain(part)} `)) contained += 1;
    });
    return both === 0 ? 0 : contained / both;
  }

  /** Whether every word of every cell stands in the same row of other columns, too. */
  isRepeatedIn(others: readonly ColumnContent[]): boolean {
    return this.cells.every((cell, row) => {
      if (cell === '') return true;
      const text = plain(others.map(({ cells }) => cells[row]).join(' '));
      const words = new Set(text.split(' '));
      return plain(cell)
        .split(' ')
        .every((word) => words.has(word));
    });
  }
}

/** The columns of a table below its header. */
export function contentsOf(rows: readonly (readonly string[])[], columns: number): ColumnContent[] {
  return Array.from(
    { length: columns },
    (_, index) => new ColumnContent(rows.map((cells) => tidy(cells[index]))),
  );
}

function tidy(cell = ''): string {
  return cell.slice(0, LONGEST_LOOKED_AT).trim().replace(/^'/, '');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
