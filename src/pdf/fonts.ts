import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.js';

/**
 * DejaVu has Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian. Unifont has all other scripts, emoji
 * included, plainly drawn.
 */
export const faces = ['regular', 'bold', 'everything'] as const;
export type Face = (typeof faces)[number];

const files: Record<Face, string> = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  everything: '@fontsource/unifontex/files/unifontex-latin-400-normal.woff',
};

const { resolve } = createRequire(import.meta.url);
const loaded = new Map<Face, Font>();

/** Read once, and embedded in as many documents as need it. */
export function fontOf(face: Face): Font {
  const known = loaded.get(face);
  if (known) return known;
  const file = readFileSync(resolve(files[face]));
  const font = create(files[face].endsWith('.woff') ? unpackWoff(file) : file) as Font;
  loaded.set(face, font);
  return font;
}

/** What stands for a character that no face has. */
export const replacement = '\ufffd';

/** Characters that only say how others are to be shown. */
const silent = /[\ufe0e\ufe0f\u200b-\u200d\u2060-\u2064\ufeff\p{Cc}]/u;

/** The face to write a character in: the wanted one if it has it; undefined where no face has it. */
export function faceOf(character: string, wanted: Face): Face | undefined {
  if (silent.test(character)) return wanted;
  const point = character.codePointAt(0)!;
  return [wanted, 'regular' as const, 'everything' as const].find((face) =>
    fontOf(face).hasGlyphForCodePoint(point),
  );
}

/** The text without what cannot be drawn at all. */
export function drawable(text: string): string {
  return text.replace(new RegExp(silent, 'gu'), '');
}
