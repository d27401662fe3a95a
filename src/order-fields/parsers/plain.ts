import { Doubt, type Parsed, Refusal } from '../problems.js';
import { isLongerThan, tidyLine, tidyText } from '../../common/schemas/tidy-text.js';

export const NUL_REFUSED = 'holds a NUL character, which no text has. Delete it and type the text again.';

/** What spreadsheets show where a formula, such as a look-up of an address, found nothing or failed. */
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!)$/;
const FORMULA_FAILED =
  'is the error of a formula and was read as empty. Correct the formula in the spreadsheet, or type the value.';

/** How a text that is longer than `max` characters is refused. */
export function tooLong(max: number): string {
  return `is longer than ${max} characters. Shorten it.`;
}

/** Reads one line of free text of at most `max` code points; null when nothing is left after tidying. */
export function lineParser(max: number): (text: string) => Parsed<string | null> {
  return (text) => bounded(text, tidyLine(text), max);
}

/** Reads free text that may have several lines. */
export function textParser(max: number): (text: string) => Parsed<string | null> {
  return (text) => bounded(text, tidyText(text), max);
}

function bounded(text: string, tidy: string, max: number): Parsed<string | null> {
  if (text.length !== tidy.length && text.includes('\0'))
    return new Refusal('character_invalid', NUL_REFUSED);
  if (isLongerThan(tidy, max)) return new Refusal('too_long', tooLong(max));
  if (FORMULA_ERROR.test(tidy)) return new Doubt(null, 'formula_failed', FORMULA_FAILED);
  return tidy === '' ? null : tidy;
}
