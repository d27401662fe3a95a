/**
 * Spreadsheet programs run a cell that starts like a formula. In CSV the usual guard is a leading
 * apostrophe; a text that already looks guarded gets one more, so that the guard can be taken off again.
 */
const FORMULA_START = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const GUARDED = /^''*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/;

/**
 * The text as it may stand in a CSV cell: NULs dropped, formula-like text behind an apostrophe.
 *
 * Negative numbers stay as they are. A leading plus is guarded even before digits, because Excel would
 * turn the phone number +19175550123 into 1.91756E+10.
 */
export function guardFormula(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return FORMULA_START.test(clean) && !NEGATIVE_NUMBER.test(clean) ? `'${clean}` : clean;
}

/** The text behind the apostrophe that `guardFormula` put before it; any other text unchanged. */
function unguardFormula(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}

/** Whether `unguardFormula` would take an apostrophe off. */
export function isGuarded(text: string): boolean {
  return text.charCodeAt(0) === 39 && GUARDED.test(text);
}
