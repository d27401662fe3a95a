import { type Range } from '../limits.js';
import { type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';

const DIGITS = /^\d+$/;
const WHOLE = /^[+-]?\d+(?:[.,]0{1,2}|\.0{4,})?$/;
const GROUPED = /^[+-]?\d{1,3}(?:([ ,'’])\d{3}(?:\1\d{3})*)(?:\.0+)?$/;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Full-width digits, odd spaces and the typographic minus become ASCII. */
function plainNumber(text: string): string {
  const tidy = tidyLine(text);
  return /^[!-~]*$/.test(tidy)
    ? tidy
    : tidy.normalize('NFKC').replaceAll('−', '-').replace(/\s+/g, ' ').trim();
}

/**
 * Reads a whole number: `3`, `3.0`, `1,000`, `1 000`. `1.000` is refused, since half the world means 1 by it
 * and the other half 1000.
 */
export function wholeNumberParser(range: Range): (text: string) => Parsed<number | null> {
  const says = `Write a whole number from ${range.min} to ${range.max}, such as 3.`;
  return (text) => {
    const number = DIGITS.test(text) ? text : plainNumber(text);
    if (number === '') return null;
    if (WHOLE.test(number)) return within(Number.parseInt(number, 10), range, says);
    if (GROUPED.test(number)) return within(Number.parseInt(number.replace(/[ ,'’]/g, ''), 10), range, says);
    return new Refusal('number_invalid', `is not a whole number. ${says}`);
  };
}

/** Reads degrees: `40.7532`, `40,7532`, `40.7532°`. */
export function degreesParser(range: Range): (text: string) => Parsed<number | null> {
  const says = `Write degrees from ${range.min} to ${range.max}, such as 40.7532.`;
  return (text) => {
    const number = plainNumber(text)
      .replace(/ ?°$/, '')
      .replace(/^([+-]) /, '$1');
    if (number === '') return null;
    if (!DECIMAL.test(number)) return new Refusal('number_invalid', `is not a number of degrees. ${says}`);
    return within(Number(number.replace(',', '.')) + 0, range, says);
  };
}

function within(value: number, range: Range, says: string): Parsed<number> {
  if (value >= range.min && value <= range.max) return value;
  return new Refusal('out_of_range', `is out of range. ${says}`);
}
