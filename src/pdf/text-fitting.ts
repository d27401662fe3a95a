/** A text as it is set into a box. */
export interface FittedText {
  size: number;
  lines: string[];
}

interface Box {
  width: number;
  height: number;
  /** The size to set it in where it fits, and the smallest one, in points. */
  size: number;
  minSize?: number;
}

/** Height of a line in sizes of the text. */
export const lineHeight = 1.25;
const step = 0.5;
const ellipsis = '…';

/** Words with the spaces after them; scripts that have no spaces may be parted anywhere. */
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\s*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+\s*/gu;

/**
 * The text in lines that stay within the box: as large as may be, and where it is too long even in the smallest size,
 * cut with an ellipsis.
 * @param widthOf the width of a text in its own size
 */
export function fitText(text: string, box: Box, widthOf: (text: string) => number): FittedText {
  const { size, minSize = size } = box;
  for (let tried = size; tried > minSize; tried -= step) {
    const room = linesIn(box.height, tried);
    const lines = wrap(text, box.width / tried, widthOf, room + 1);
    if (lines.length <= room) return { size: tried, lines };
  }
  const width = box.width / minSize;
  const room = Math.max(1, linesIn(box.height, minSize));
  const lines = wrap(text, width, widthOf, room + 1);
  if (lines.length <= room) return { size: minSize, lines };
  const [next] = lines.splice(room);
  const last = lines.pop()!;
  return { size: minSize, lines: [...lines, cut(`${last} ${next}`, width, widthOf)] };
}

const linesIn = (height: number, size: number) => Math.floor(height / (size * lineHeight) + 0.001);

/** The first lines of a text, so many at most: what does not fit anyway is not measured. */
function wrap(text: string, width: number, widthOf: (text: string) => number, most: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let taken = 0;
    for (let [piece] of paragraph.matchAll(pieces)) {
      if (line !== '' && taken + widthOf(piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        [line, taken] = ['', 0];
      }
      while (line === '' && lines.length < most) {
        const head = longestHead(piece, width, widthOf);
        if (head.length >= piece.trimEnd().length) break;
        lines.push(head);
        piece = piece.slice(head.length);
      }
      if (lines.length >= most) return lines;
      line += piece;
      taken += widthOf(piece);
    }
    lines.push(line.trimEnd());
    if (lines.length >= most) break;
  }
  return lines;
}

/** As much of a text as fits, at least one character. Looks no further than it must: to measure long texts takes long. */
function longestHead(text: string, width: number, widthOf: (text: string) => number): string {
  const characters = graphemes.segment(text)[Symbol.iterator]();
  const heads = [''];
  const headOf = (length: number): string | undefined => {
    while (heads.length <= length) {
      const { done, value } = characters.next();
      if (done) return undefined;
      heads.push(heads.at(-1)! + value.segment);
    }
    return heads[length];
  };
  const isFitting = (length: number) => {
    const head = headOf(length);
    return head !== undefined && widthOf(head) <= width;
  };
  let [fits, fails] = [1, 2];
  while (isFitting(fails)) [fits, fails] = [fails, fails * 2];
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (isFitting(middle)) fits = middle;
    else fails = middle;
  }
  return headOf(fits) ?? text;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function cut(text: string, width: number, widthOf: (text: string) => number): string {
  const room = width - widthOf(ellipsis);
  return widthOf(text) <= room ? text + ellipsis : longestHead(text, room, widthOf).trimEnd() + ellipsis;
}
