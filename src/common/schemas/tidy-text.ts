const PLAIN = /^[ -~]*$/;
const LINE_BREAK = /\r\n|[\r\u0085\u2028\u2029]/g;
const LINE_SPACE = /[\t\n\v\f]+/g;
const SIDE_SPACE = /[\t\v\f]/g;
/** Characters no one sees: controls, zero-width marks, and the direction marks copied along from contacts. */
const HIDDEN_CLASS = String.raw`\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff`;
const HIDDEN = new RegExp(`(?!\\n)[${HIDDEN_CLASS}]`, 'gu');
const ANY_HIDDEN = new RegExp(`[${HIDDEN_CLASS}]`, 'u');

/** Whether text has a character that no one sees, line breaks and tabs among them. */
export const hasHidden = (text: string) => ANY_HIDDEN.test(text);

/** Regular expression source (flag `u`) that finds one character that is still there after tidying. */
export const VISIBLE_PATTERN = `[^\\s${HIDDEN_CLASS}]`;

/** One line of text: line breaks and tabs become spaces, hidden characters go, NFC, trimmed. */
export function tidyLine(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return settle(text.toWellFormed().replace(LINE_BREAK, '\n').replace(LINE_SPACE, ' '));
}

/** Text that may have several lines: the same as `tidyLine`, but line breaks stay, as `\n`. */
export function tidyText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return settle(text.toWellFormed().replace(LINE_BREAK, '\n').replace(SIDE_SPACE, ' '));
}

function settle(text: string): string {
  return text.replace(HIDDEN, '').normalize('NFC').trim();
}

/** Length in Unicode code points, as JSON Schema and PostgreSQL count. */
export function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  if (text.length > max * 2) return true;
  return Array.from(text).length > max;
}

/**
 * At most `max` UTF-16 units, ending in `…` where cut. For people and for PostgreSQL, which stores neither NUL
 * nor half a character: they become `␀` and `\ufffd`.
 */
export function shorten(text: string, max = 100): string {
  const short = text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return short.replaceAll('\0', '␀').toWellFormed();
}
