/**
 * Spreadsheet programs evaluate a cell that starts like a formula. In CSV the usual protection is a leading
 * apostrophe. A text that already looks protected gets another one, so that the protection is reversible.
 */
const FORMULA_START = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const GUARDED = /^''*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/;

/**
 * The text for a CSV cell: without NULs, and with an apostrophe before formula-like text.
 *
 * Negative numbers do not change. A leading plus is protected even before digits, because Excel would convert the
 * phone number +19175550123 to 1.91756E+10.
 */
export function guardFormula(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return FORMULA_START.test(clean) && !NEGATIVE_NUMBER.test(clean) ? `'${clean}` : clean;
}

/** The text without the apostrophe of {@link guardFormula}; any other text unchanged. */
export function unguardFormula(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}

/** Whether the text starts with an apostrophe that {@link unguardFormula} removes. */
export function isGuarded(text: string): boolean {
  return text.charCodeAt(0) === 39 && GUARDED.test(text);
}
