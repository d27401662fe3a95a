import { ALPHA_2 } from '../../order-fields/parsers/iso-countries.js';

export const guessable = ['countryCode', 'timezone'] as const;

interface Place {
  countryCode?: string | undefined;
  timezone?: string | undefined;
}

/** Where an organization is: what it said, and what was guessed where it said nothing. */
interface GuessedPlace {
  countryCode: string | null;
  timezone: string;
  guessed: (typeof guessable)[number][];
}

/**
 * Guesses a country from the time zone, else from the languages of the caller's browser (`Accept-Language`), and a
 * time zone from the country where all of it has the same time.
 */
export function guessPlace(said: Place, languages = ''): GuessedPlace {
  const country = said.countryCode ?? countryOfZone(said.timezone) ?? countryOfLanguages(languages) ?? null;
  const zone = said.timezone ?? (country === null ? undefined : zoneOf(country));
  return {
    countryCode: country,
    timezone: zone ?? 'UTC',
    guessed: guessable.filter(
      (what) => said[what] === undefined && { countryCode: country, timezone: zone }[what],
    ),
  };
}

function countryOfZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const name = canonical(zone);
  return [...ALPHA_2].find((code) => zonesOf(code).some((other) => canonical(other) === name));
}

/** The first language that names its country, such as `de-AT`. */
function countryOfLanguages(languages: string): string | undefined {
  return languages
    .split(',')
    .map((range) => /^\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(range)?.[1]?.toUpperCase())
    .find((code) => code !== undefined && ALPHA_2.has(code));
}

function zoneOf(country: string): string | undefined {
  const zones = zonesOf(country);
  return new Set(zones.map(offsets)).size === 1 ? zones[0] : undefined;
}

function zonesOf(country: string): readonly string[] {
  // Newer than the types of the language.
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones?(): string[] };
  return locale.getTimeZones?.() ?? [];
}

/** What a zone's clocks show in winter and in summer. */
function offsets(zone: string): string {
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return [Date.UTC(2026, 0), Date.UTC(2026, 6)].map((moment) => clock.format(moment)).join();
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}
