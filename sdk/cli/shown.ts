import { styleText } from 'node:util';

/** How text may look; the same names as Node's. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

interface Piece {
  text: string;
  style?: Style | undefined;
}

/** Text that a terminal may be given: nothing in it moves the cursor, hides or colours by itself. */
export class Shown {
  constructor(readonly pieces: readonly Piece[]) {}

  /** As it stands, without looks. */
  get plain(): string {
    return this.pieces.map(({ text }) => text).join('');
  }

  /** All of it in this style, where it has none yet. */
  styled(style: Style): Shown {
    return new Shown(this.pieces.map((piece) => ({ text: piece.text, style: piece.style ?? style })));
  }

  /** A part of it, by the letters of its plain text. */
  slice(from: number, to: number): Shown {
    let at = 0;
    return new Shown(
      this.pieces.map(({ text, style }) => {
        const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
        at += text.length;
        return { text: part, style };
      }),
    );
  }

  /** Other text with the looks of this. */
  as(text: string): Shown {
    return new Shown([{ text, style: this.pieces[0]?.style }]);
  }

  render(colours: boolean): string {
    if (!colours) return this.plain;
    return this.pieces
      .map(({ text, style }) => (style && text ? styleText(style, text, { validateStream: false }) : text))
      .join('');
  }
}

/** A template whose own text is ours; what is put in may come from anywhere, and is made harmless. */
export function show(texts: TemplateStringsArray, ...values: unknown[]): Shown {
  const pieces = texts.flatMap((text, index): Piece[] => {
    const value = values[index - 1];
    const before = index === 0 ? [] : value instanceof Shown ? value.pieces : [{ text: visible(value) }];
    return [...before, { text }];
  });
  return new Shown(pieces.filter(({ text }) => text !== ''));
}

/** One value, made harmless. */
export const shown = (value: unknown): Shown => (value instanceof Shown ? value : show`${value}`);

/** What lines begin with that say how something went. */
export const marks = {
  good: show`✓`.styled('green'),
  partly: show`!`.styled('yellow'),
  bad: show`✗`.styled('red'),
};

/** Joiners are part of words and of emoji; whatever else is invisible has no business in a line. */
const invisible = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Controls as the pictures that Unicode has of them; line ends as spaces. */
export function visible(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/\r\n|[\n\r\t\u0085\u2028\u2029]/g, ' ').replace(invisible, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** JSON that a terminal may be given: JSON itself escapes only part of the controls. */
export function jsonText(value: unknown, indent?: number): string {
  const escaped = /(?!\u200c|\u200d|\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
  return JSON.stringify(value, undefined, indent).replace(escaped, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
