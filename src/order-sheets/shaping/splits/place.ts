import { isCountryCode, parseCountry } from '../../../order-fields/parsers/country.js';
import { tidyLine } from '../../../common/schemas/tidy-text.js';
import { type Pieces } from './pieces.js';
import { isRegion } from './regions.js';
import { type FoundZip, zipsIn } from './zip-layouts.js';

/** The parts of a place; those that are not named are absent. */
export interface Place {
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
}

/** Countries whose addresses name the state by its code. */
const WITH_STATES = ['US', 'CA', 'AU'];
/** City and province where they are written behind one another in another way. */
const PROVINCES: Record<string, RegExp> = {
  IT: /^(.*[^\s,])[\s,]+\(?([A-Z]{2})\)?$/,
  ES: /^(.*\S)(?:\s*,\s*|\s+\()(\p{L}[^,()]*)\)?$/u,
  MX: /^(.*\S)\s*,\s*(\p{L}[^,]*)$/u,
  IE: /^(.*\S)\s*,\s*(Co(?:unty|\.)? ?\p{L}+)$/iu,
};
/** A city's own number, as in Dublin 2 or Paris CEDEX 08; any other number belongs to a street. */
const NUMBERED_CITY =
  /^(?:\D+ CEDEX(?: \d{1,2})?|(?:Dublin|Paris|Lyon|Marseille|Praha|Prague|Wien) \d{1,2})$/i;
/** Words of streets: a city with one has a street before it. */
const STREET =
  /\s(?:st|street|ave|avenue|rd|road|blvd|boulevard|lane|ln|drive|dr|way|hwy|highway|court|ct)\b|str(?:\.|aße|asse)|^(?:rue|via|viale|calle|avenida|place|rua)\s/i;

/**
 * Reads city, state and zip, in the order of the country where it is known, else by their shapes.
 *
 * @returns null where they cannot be told apart safely
 */
export function readPlace(text: string, countryCode: string | null): Place | null {
  const { before, country } = withoutCountry(text);
  const code = country === undefined ? countryCode : codeOf(country);
  for (const zip of zipsIn(before, code)) {
    const place = besideZip(zip);
    if (place) return { ...place, ...(country !== undefined && { country }) };
  }
  const place = withoutZip(before, code);
  return place && { ...place, ...(country !== undefined && { country }) };
}

/** Reads a cell that holds city, state and zip. */
export function splitPlace(cell: string, countryCode: string | null): Pieces {
  const place = readPlace(segmentsOf(cell).join(', '), countryCode);
  return place && piecesOf(place);
}

export function piecesOf(place: Place): NonNullable<Pieces> {
  return Object.fromEntries(Object.entries(place).map(([key, text]) => [`address.${key}`, text]));
}

/** The segments of a cell: between commas and line breaks. */
export function segmentsOf(cell: string): string[] {
  return cell
    .split(/[,;|\r\n]/)
    .map(tidyLine)
    .filter((segment) => segment !== '');
}

/**
 * Takes the country off the end. A two-letter code is a country only behind a zip: CA and DE are states, too, and MI
 * is a province.
 */
function withoutCountry(text: string): { before: string; country?: string } {
  const match = /^(.*\S)\s*,\s*(\p{L}[\p{L}. ]+)$|^(.*\d[A-Z]{0,2})\s+(\p{L}[\p{L}. ]+)$/u.exec(text);
  if (!match) return { before: text };
  const before = match[1] ?? match[3]!;
  if (match[1] === undefined && !/\p{L}{3}/u.test(before)) return { before: text };
  const last = match[2] ?? match[4]!;
  const isBehindZip = /\d[A-Z]{0,2}$/i.test(before);
  const isShort = last.length <= 3;
  if (isShort && last !== last.toUpperCase()) return { before: text };
  if ((last.length === 2 || isRegion(last, 'US')) && !isBehindZip) return { before: text };
  return codeOf(last) === null ? { before: text } : { before, country: last };
}

function codeOf(country: string): string | null {
  const parsed = parseCountry(country);
  return typeof parsed === 'string' && isCountryCode(parsed) ? parsed : null;
}

function besideZip({ zip, rest, countryCode, marked }: FoundZip): Place | null {
  const place = rest === '' ? {} : cityAndState(rest, countryCode);
  return place && { ...place, zip, ...(marked !== null && { country: marked }) };
}

function withoutZip(text: string, countryCode: string | null): Place | null {
  return /\d/.test(text) && !NUMBERED_CITY.test(text) ? null : cityAndState(text, countryCode);
}

function cityAndState(text: string, countryCode: string | null): Place | null {
  const place = withState(text, countryCode) ?? { city: text };
  const { city } = place;
  if (city === undefined) return place;
  // A British city may be named together with its suburb; elsewhere what follows a comma may be anything.
  const isWhole = place.state !== undefined || countryCode === 'GB' || countryCode === 'IE';
  return isCity(city) && (isWhole || !city.includes(',')) ? place : null;
}

function withState(text: string, countryCode: string | null): Place | null {
  const [, before = '', last = ''] = /^(.*\S)\s*,\s*([^\s,][^,]*)$/.exec(text) ?? [];
  const [, beforeCode = '', code = ''] = /^(.*\S)\s+([A-Z]{2,3})$/.exec(text) ?? [];
  for (const country of countryCode === null ? [...WITH_STATES, 'GB'] : [countryCode]) {
    if (isStateAlone(text, country)) return { state: text };
    if (isRegion(last, country)) return { city: before, state: last };
    if (isRegion(code, country)) return { city: beforeCode, state: code };
  }
  const pattern = PROVINCES[countryCode ?? ''] ?? /^(.*\S)\s*\(([A-Z]{2})\)$/;
  const [, city, state] = pattern.exec(text) ?? [];
  return city !== undefined && state !== undefined ? { city, state } : null;
}

function isStateAlone(text: string, countryCode: string): boolean {
  const isCode = text.length <= 3;
  return isRegion(text, countryCode) && !isCityAndState(text) && (!isCode || text === text.toUpperCase());
}

/** Whether the name of a state is that of a large city, too. */
export function isCityAndState(text: string): boolean {
  return /^(?:new york|washington|qu[eé]bec)$/i.test(text);
}

function isCity(text: string): boolean {
  return (!/\d/.test(text) || NUMBERED_CITY.test(text)) && /\p{L}/u.test(text) && !STREET.test(text);
}
