/** Excel escapes characters that XML does not allow as `_x000D_`, and a text like that as `_x005F_x000D_`. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;
// eslint-disable-next-line no-control-regex
const NOT_ALLOWED = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const MARKUP: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Escapes text for XML; a lone surrogate becomes U+FFFD. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(
      NOT_ALLOWED,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replace(/[&<>"]/g, (character) => MARKUP.get(character) ?? character);
}

export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed();
}
