import { type Parsed, Refusal } from '../problems.js';
import { lineParser } from './plain.js';

/** A number as Excel shows one that is too long for it. Its last digits are gone. */
const SHORTENED = /^\s*\d(?:[.,]\d{1,14})?E\+\d{2,3}\s*$/;

export const SHORTENED_SAYS =
  'is a long number as Excel shortens it, and its last digits are lost. Format the column as Text in the ' +
  'spreadsheet, fill in the whole numbers, and save it again.';

/** Whether the text is what Excel makes of a number of more than eleven digits. */
export function isShortened(text: string): boolean {
  return text.includes('E+') && SHORTENED.test(text);
}

/** Reads one line of text that is no number of Excel's. */
export function codeParser(max: number): (text: string) => Parsed<string | null> {
  const line = lineParser(max);
  return (text) => (isShortened(text) ? new Refusal('excel_number', SHORTENED_SAYS) : line(text));
}

/**
 * Tells the apostrophe that Excel puts before what it shall not take for a number, and that some programs write into
 * their files, from one of the value such as `'t Hof`.
 */
export interface ExcelMark {
  isMarked(text: string): boolean;
}

const APOSTROPHE = 39;
const MARKED_NUMBER = /^'+[\d.,:/\s()+-]+$/;

/** For texts, which may begin with an apostrophe of their own. */
export const textMark: ExcelMark = {
  isMarked: (text) => text.charCodeAt(0) === APOSTROPHE && MARKED_NUMBER.test(text) && /\d/.test(text),
};

/** For codes, dates and numbers, of which none begins with an apostrophe. */
export const codeMark: ExcelMark = { isMarked: (text) => text.charCodeAt(0) === APOSTROPHE };
