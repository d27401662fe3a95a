import bidiFactory from 'bidi-js';
import { drawable, faceOf, replacement, type Face } from './fonts.js';

const bidi = bidiFactory();

/** A piece of a line in one face and one direction. */
export interface TextRun {
  text: string;
  face: Face;
}

const plain = /^[ -~]*$/;

interface LevelledRun extends TextRun {
  level: number;
}

/**
 * The pieces of a line from left to right as they are seen: text that runs to the left is in its place among text that
 * runs to the right, and each character is in a face that has it.
 */
export function textRuns(line: string, wanted: Face): TextRun[] {
  if (plain.test(line)) return [{ text: line, face: wanted }];
  return inOrderOfSight(levelledRuns(drawable(line), wanted));
}

function levelledRuns(text: string, wanted: Face): LevelledRun[] {
  const { levels } = bidi.getEmbeddingLevels(text, 'auto');
  const runs: LevelledRun[] = [];
  let at = 0;
  for (const character of text) {
    const level = levels[at] ?? 0;
    at += character.length;
    const isLeftward = level % 2 === 1;
    const face = faceOf(character, wanted);
    const mirrored = isLeftward ? bidi.getMirroredCharacter(character) : null;
    const shown = face ? (mirrored ?? character) : replacement;
    const last = runs.at(-1);
    // The words of leftward text are put in order here: within a run pdfkit sets words rightward.
    const isNewWord = isLeftward && (character === ' ' || last?.text === ' ');
    if (last && last.level === level && last.face === (face ?? 'regular') && !isNewWord) last.text += shown;
    else runs.push({ text: shown, face: face ?? 'regular', level });
  }
  return runs;
}

/** Rule L2 of the Unicode bidirectional algorithm. */
function inOrderOfSight(runs: LevelledRun[]): LevelledRun[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while (end < ordered.length && ordered[end]!.level >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}
