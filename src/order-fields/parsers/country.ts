import { MAX_LENGTH } from '../limits.js';
import { Doubt, type Parsed } from '../problems.js';
import { boundedCache } from '../../common/limits/bounded-cache.js';
import { englishCountryNames, foreignCountryNames, nameKey } from './country-names.js';
import { ALPHA_2 } from './iso-countries.js';
import { isOneSlipAway } from './one-slip.js';
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
      { value: guess, why: `It is one letter away from ${display.of(guess)}.` },
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
