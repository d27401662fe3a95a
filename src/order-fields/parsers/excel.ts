import { type Parsed, Refusal } from '../problems.js';
import { lineParser } from './plain.js';

/** A number as Excel shows one that is too long for it. Its last digits are gone. */
const SHORTENED = /^\d(?:[.,]\d{1,14})?E\+\d\d$/;

export const SHORTENED_SAYS =
  'is a long number as Excel shortens it, and its last digits are lost. Format the column as Text in the ' +
  'spreadsheet, fill in the whole numbers, and save it again.';

/** Whether the tidy text is what Excel makes of a number of more than eleven digits. */
export function isShortened(text: string): boolean {
  return text.charCodeAt(text.length - 3) === PLUS && SHORTENED.test(text);
}

/** Reads one line of text that is no number of Excel's. */
export function codeParser(max: number): (text: string) => Parsed<string | null> {
  const line = lineParser(max);
  return (text) => {
    const code = line(text);
    return typeof code === 'string' && isShortened(code) ? new Refusal('excel_number', SHORTENED_SAYS) : code;
  };
}

export const APOSTROPHE = 39;
const PLUS = 43;

/**
 * Texts before which Excel puts an apostrophe, so as not to take them for numbers, and which some programs write into
 * their files with it. A text may begin with an apostrophe of its own, such as `'t Hof`.
 */
export const TEXT_MARK = /^'+(?!')(?=[^\d]*\d)[\d.,:/\s()+-]+$/;

/** The same for codes, dates and numbers, of which none begins with an apostrophe. */
export const CODE_MARK = /^'/;
