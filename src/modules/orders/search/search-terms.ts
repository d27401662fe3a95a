/** What a search looks for. An order is found by all of the words, or by any one of the others. */
export interface SearchTerms {
  /** Patterns for the order's text. */
  words: string[];
  /** Ways to ask an index, each for patterns that all the words have; the quickest first, the narrowest last. */
  indexed: string[][];
  /** Pattern for the digits of a phone number. */
  digits: string | null;
  /** Pattern for the tracking code. */
  code: string | null;
  /** The first and last of the ids that begin like this. */
  ids: readonly [first: string, last: string] | null;
}

/** Keyboards have several apostrophes, of which any may be stored. */
const literal = (part: string) => part.replace(/[\\%_]/g, '\\$&').replace(/['’‘`´]/g, '_');

/** An index knows three characters in a row; of fewer, only the beginnings of words, where there are spaces between. */
const patternOf = (word: string) =>
  isLong(word) || isSpaceless(word) ? `%${literal(word)}%` : `% ${literal(word)}%`;
const isLong = (word: string) => /[\p{L}\p{N}]{3}/u.test(word);
const isSpaceless = (word: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2}/u.test(word);
const mostIndexed = 4;

/** A word without what people put around it: `#1001`, quotation marks, the full stop of a sentence. */
const bare = (word: string) =>
  word.replace(/^["'“”„«»#([]+/, '').replace(/(?<!["'“”„«»)\].:!?])["'“”„«»)\].:!?]+$/, '') || word;

/** Reads what people type into a search field; null for nothing. */
export function searchTerms(q: string): SearchTerms | null {
  const words = [
    ...new Set(
      q
        .split(/[\s,;]+/)
        .filter((word) => word !== '')
        .map(bare),
    ),
  ];
  if (words.length === 0) return null;
  const searchable = words.filter(
    (word) => /[\p{L}\p{N}]/u.test(word) && (isLong(word) || !isSpaceless(word)),
  );
  const long = searchable.filter(isLong).sort((a, b) => b.length - a.length);
  const whole = (long.length > 0 ? long : searchable).slice(0, mostIndexed).map(patternOf);
  const run = longestRun(long);
  const isWhole = whole.length === 1 && whole[0] === run;
  return {
    words: words.map(patternOf),
    indexed: [...(run && !isWhole ? [[run]] : []), ...(whole.length > 0 ? [whole] : [])],
    digits: phoneDigits(q),
    code: trackingCodeStart(q),
    ids: idRange(q),
  };
}

/**
 * The longest part of a word without signs: beginnings and ends of words are in almost every text, so that an index has
 * to read through all texts for them.
 */
function longestRun(words: readonly string[]): string | undefined {
  const runs = words.flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? []);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  return isLong(longest) ? `%${longest}%` : undefined;
}

/** `(212) 555-0123`, `+1 212 555 0123`, `0212 5550123`, and any part of them that is not too short. */
function phoneDigits(q: string): string | null {
  if (!/^[+\d\s().\-/]+$/.test(q)) return null;
  // What is dialled before a number in its country, or from abroad, is no part of it as it is stored.
  const digits = q.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < 5 ? null : `%${digits}%`;
}

/** As printed, or as read from a package’s label, which ends in the package’s number. */
function trackingCodeStart(q: string): string | null {
  const match = /^([0-9A-Z]{5})(?:-?([0-9A-Z]{0,4})|[-\s]?([0-9A-Z]{5})(?:-\d{1,5})?)$/.exec(
    q.trim().toUpperCase(),
  );
  if (!match) return null;
  const [, first = '', some = '', last = some] = match;
  // Of Crockford’s base 32: letters that look like digits are these digits.
  const code = (first + last).replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.includes('U') ? null : `${code}%`;
}

function idRange(q: string): readonly [string, string] | null {
  if (!/^[0-9a-f]{8}(-?[0-9a-f])*-?$/i.test(q.trim())) return null;
  const digits = q.toLowerCase().replace(/[^0-9a-f]/g, '');
  if (digits.length > 32) return null;
  const asId = (hex: string) =>
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return [asId(digits.padEnd(32, '0')), asId(digits.padEnd(32, 'f'))];
}
