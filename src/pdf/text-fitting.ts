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
    const lines = wrap(text, box.width / tried, widthOf);
    if (lines.length * tried * lineHeight <= box.height) return { size: tried, lines };
  }
  const width = box.width / minSize;
  const lines = wrap(text, width, widthOf);
  const room = Math.max(1, Math.floor(box.height / (minSize * lineHeight) + 0.001));
  if (lines.length <= room) return { size: minSize, lines };
  const kept = lines.slice(0, room);
  const last = kept.pop()!;
  return { size: minSize, lines: [...kept, cut(`${last} ${lines[room]}`, width, widthOf)] };
}

function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let taken = 0;
    for (let piece of paragraph.match(pieces) ?? []) {
      if (line !== '' && taken + widthOf(piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        [line, taken] = ['', 0];
      }
      while (line === '' && widthOf(piece.trimEnd()) > width) {
        const head = longestHead(piece, width, widthOf);
        lines.push(head);
        piece = piece.slice(head.length);
      }
      line += piece;
      taken += widthOf(piece);
    }
    return [...lines, line.trimEnd()];
  });
}

/** As much of a text as fits, at least one character. */
function longestHead(text: string, width: number, widthOf: (text: string) => number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  let [fits, fails] = [1, characters.length + 1];
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (widthOf(characters.slice(0, middle).join('')) <= width) fits = middle;
    else fails = middle;
  }
  return characters.slice(0, fits).join('');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function cut(text: string, width: number, widthOf: (text: string) => number): string {
  const room = width - widthOf(ellipsis);
  return widthOf(text) <= room ? text + ellipsis : longestHead(text, room, widthOf).trimEnd() + ellipsis;
}
