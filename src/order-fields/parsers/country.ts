import { MAX_LENGTH } from '../limits.js';
import { Doubt, type Parsed } from '../problems.js';
import { boundedCache } from '../../common/limits/bounded-cache.js';
import { englishCountryNames, foreignCountryNames, nameKey } from './country-names.js';
import { ALPHA_2 } from './iso-countries.js';
import { lineParser } from './plain.js';

const line = lineParser(MAX_LENGTH.country);
const cached = boundedCache<Parsed<string | null>>(2_000);
const SHORTEST_GUESS = 6;

const display = new Intl.DisplayNames(['en'], { type: 'region' });

export function isCountryCode(text: string | null): text is string {
  return text !== null && ALPHA_2.has(text);
}

/**
 * Reads a country as its ISO 3166-1 alpha-2 code: `US`, `usa`, `U.S.A.`, `Deutschland`. A name one slip away
 * from exactly one country's English name is read as that country, with a warning; an unknown one is kept as typed, with a
 * warning.
 */
export function parseCountry(text: string): Parsed<string | null> {
  return ALPHA_2.has(text) ? text : cached(text, () => readCountry(text));
}

function readCountry(text: string): Parsed<string | null> {
  const name = line(text);
  if (typeof name !== 'string') return name;
  const key = nameKey(name);
  const known = englishCountryNames().get(key) ?? foreignCountryNames().get(key);
  if (known) return known;
  const guess = guessCountry(key);
  if (guess) {
    return new Doubt(
      guess,
      'country_guessed',
      `was read as ${display.of(guess)} (${guess}). Correct it if that is wrong.`,
    );
  }
  return new Doubt(
    name,
    'country_not_recognised',
    'is not a country we know; it was kept as typed. Write its name or two-letter code.',
  );
}

function guessCountry(key: string): string | undefined {
  if (key.length < SHORTEST_GUESS) return undefined;
  const candidates = new Set<string>();
  for (const [name, code] of englishCountryNames()) {
    if (name.length >= SHORTEST_GUESS && isOneSlipAway(key, name)) candidates.add(code);
  }
  const [only] = candidates;
  return candidates.size === 1 ? only : undefined;
}

/** One letter too many, missing, wrong, or two neighbours swapped. */
function isOneSlipAway(typed: string, name: string): boolean {
  if (Math.abs(typed.length - name.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === name[start]) start++;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  if (typed.length > name.length) return rest(typed, 1) === rest(name, 0);
  if (typed.length < name.length) return rest(typed, 0) === rest(name, 1);
  if (rest(typed, 1) === rest(name, 1)) return true;
  return (
    typed[start] === name[start + 1] && typed[start + 1] === name[start] && rest(typed, 2) === rest(name, 2)
  );
}
