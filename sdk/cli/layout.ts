import { shown, Shown } from './shown.js';

/** Two columns each in terminals: East Asian letters and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f|[\u{20000}-\u{3fffd}]/u;
const zeroWidth = /^(\p{M}|\u200c|\u200d)/u;
const segmenter = new Intl.Segmenter();

const letters = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
const letterWidth = (letter: string) => (wide.test(letter) ? 2 : zeroWidth.test(letter) ? 0 : 1);

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return letters(text).reduce((sum, letter) => sum + letterWidth(letter), 0);
}

/** The beginning of a text that fits, with an ellipsis where it is not all of it. */
export function cut(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${startOf(text, width - 1)}…`;
}

function startOf(text: string, width: number): string {
  let [taken, room] = ['', width];
  for (const letter of letters(text)) {
    room -= letterWidth(letter);
    if (room < 0) break;
    taken += letter;
  }
  return taken;
}

/** A text as lines that fit; words that are longer than a line are broken. */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const lines = [''];
  for (let word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last !== '' && widthOf(last) + 1 + widthOf(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    if (last !== '') lines.push('');
    for (; widthOf(word) > width; word = word.slice(lines.at(-2)!.length)) {
      // A letter that is wider than the line stands alone, so that there is an end.
      lines.splice(-1, 1, startOf(word, width) || letters(word)[0]!, '');
    }
    lines[lines.length - 1] = word;
  }
  return lines;
}

/** Prose as lines that fit, those after the first below its beginning. */
export function prose(text: Shown, width: number): Shown[] {
  const { plain } = text;
  if (widthOf(plain) <= width) return [text];
  const indent = /^(?: +|[✓✗!] )/.exec(plain)?.[0].length ?? 0;
  let at = indent;
  return wrap(plain.slice(indent), width - indent).map((line, index) => {
    const from = plain.indexOf(line, at);
    at = from + line.length;
    const part = text.slice(from, at);
    return joined([index === 0 ? text.slice(0, indent) : new Shown([{ text: ' '.repeat(indent) }]), part], 0);
  });
}

export interface Column<Row> {
  header: string;
  value: (row: Row) => unknown;
  isNumber?: boolean;
  /** Goes on in the next line where it does not fit; others are cut. */
  wraps?: boolean;
  /** So many columns of the terminal it has at least, where it needs them. Default 8. */
  least?: number;
}

const gap = 2;

/** Rows below each other where the terminal is wide enough, else one block for each row. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): Shown[] {
  const cells = rows.map((row) => columns.map(({ value }) => shown(value(row))));
  const used = columns.flatMap((column, index) =>
    cells.some((row) => row[index]!.plain !== '') ? [{ column, cells: cells.map((row) => row[index]!) }] : [],
  );
  const widths = fitted(
    used.map(({ column, cells: own }) => ({
      least: column.least ?? 8,
      natural: own.reduce((most, { plain }) => Math.max(most, widthOf(plain)), widthOf(column.header)),
    })),
    width,
  );
  if (!widths) return rows.flatMap((_, at) => block(used, at, width));
  const header = used.map(({ column }) => shown(column.header).styled('bold'));
  const lines = rows.map((_, at) => used.map(({ cells: own }) => own[at]!));
  return [header, ...lines].flatMap((line) =>
    lineOf(
      line,
      used.map(({ column }) => column),
      widths,
    ),
  );
}

/** Takes from the widest until all fit; undefined where that leaves too little. */
function fitted(columns: { least: number; natural: number }[], width: number): number[] | undefined {
  const widths = columns.map(({ natural }) => natural);
  const room = width - gap * (columns.length - 1);
  const least = columns.map((column) => Math.min(column.least, column.natural));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  if (sum(least) > room) return undefined;
  while (sum(widths) > room) {
    const spare = widths.map((own, index) => (own > least[index]! ? own : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = widths[widest]! - 1;
  }
  return widths;
}

function lineOf<Row>(cells: Shown[], columns: Column<Row>[], widths: number[]): Shown[] {
  const parts = cells.map((cell, index) => {
    const width = widths[index]!;
    return columns[index]!.wraps ? wrap(cell.plain, width) : [cut(cell.plain, width)];
  });
  const height = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    joined(
      cells.map((cell, index) => {
        const text = parts[index]![at] ?? '';
        const padding = ' '.repeat(Math.max(0, widths[index]! - widthOf(text)));
        if (columns[index]!.isNumber) return cell.as(padding + text);
        return cell.as(index === cells.length - 1 ? text : text + padding);
      }),
    ),
  );
}

function joined(cells: Shown[], between = gap): Shown {
  const pieces = cells.flatMap((cell, index) => [
    ...(index ? [{ text: ' '.repeat(between) }] : []),
    ...cell.pieces,
  ]);
  return new Shown(pieces);
}

/** One row as lines of name and value, with an empty line before all but the first. */
function block<Row>(columns: { column: Column<Row>; cells: Shown[] }[], at: number, width: number): Shown[] {
  const pairs = columns.map(({ column, cells }) => [column.header, cells[at]!] as const);
  return [...(at ? [shown('')] : []), ...fields(pairs, width)];
}

/** Names and what stands behind them, below each other; what is empty is left out. */
export function fields(pairs: readonly (readonly [string, unknown])[], width: number): Shown[] {
  const filled = pairs
    .map(([name, value]) => ({ name, value: shown(value) }))
    .filter(({ value }) => value.plain !== '');
  const names = Math.max(0, ...filled.map(({ name }) => widthOf(name)));
  const room = width - names - gap;
  return filled.flatMap(({ name, value }) => {
    const { plain } = value;
    const isTight =
      widthOf(plain) > room && (room < 10 || plain.split(' ').some((word) => widthOf(word) > room));
    // Ids are whole in a line of their own, rather than broken behind their names.
    if (isTight)
      return [
        shown(name).styled('dim'),
        ...wrap(plain, width - gap).map((line) => joined([shown(''), value.as(line)])),
      ];
    return wrap(plain, room).map((line, index) =>
      joined([shown((index ? '' : name).padEnd(names)).styled('dim'), value.as(line)]),
    );
  });
}
