import { type Pieces } from './pieces.js';
import { isCityAndState, piecesOf, readPlace, segmentsOf } from './place.js';

/** City, state, zip and country, each between commas. */
const MOST_OF_PLACE = 4;
const BARE_NUMBER = /^(?:(?:n[.º°]|nr\.?|no\.?) ?)?\d{1,5}(?: ?[a-z]| ?bis| ?ter)?(?:[-/]\d{1,5})?$/i;
const UNIT =
  /^(?:flat|apt|apartment|unit|suite|ste|room|floor|wohnung|appartement|appt|piso|interno|int|scala|#)\b|^#/i;
/** What a zip looks like anywhere: a cell without separators that has one is more than a street. */
const ZIP_SHAPE =
  /\s\d{5}(?:-\d{4})?(?:\s|$)|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|\b[A-Z]\d[A-Z] ?\d[A-Z]\d$|\s\d{4} ?[A-Z]{2}\s/;

/**
 * Reads a cell that holds a whole address: a street, and behind it city, state, zip and country between commas or
 * line breaks.
 *
 * @returns null where they cannot be told apart safely
 */
export function splitAddress(cell: string, countryCode: string | null): Pieces {
  const segments = segmentsOf(cell);
  if (segments.length === 1) {
    return ZIP_SHAPE.test(cell) ? null : { 'address.addressLineOne': segments[0]! };
  }
  const placeOf = (length: number) =>
    length < segments.length ? completePlace(segments.slice(-length), countryCode) : null;
  for (let length = 1; length <= MOST_OF_PLACE; length++) {
    const place = placeOf(length);
    if (!place) continue;
    // `Albany, New York, 12207`: the city is the one before.
    const fuller = isCityAndState(place.city) && placeOf(length + 1);
    const isFuller = fuller && fuller.state === place.city;
    const street = streetOf(segments.slice(0, isFuller ? -length - 1 : -length));
    return street && { ...street, ...piecesOf(isFuller ? fuller : place) };
  }
  return null;
}

/** A city's name alone may as well be a part of the street. */
function completePlace(segments: readonly string[], countryCode: string | null) {
  const place = readPlace(segments.join(', '), countryCode);
  if (place?.city === undefined || (place.zip ?? place.state) === undefined) return null;
  return { ...place, city: place.city };
}

function streetOf(segments: readonly string[]): NonNullable<Pieces> | null {
  const lines = [...segments];
  // A number before or behind its street: `12, rue de Rivoli`, `Via Roma, 12`.
  if (lines.length > 1 && (BARE_NUMBER.test(lines[0]!) || BARE_NUMBER.test(lines[1]!))) {
    lines.splice(0, 2, `${lines[0]}, ${lines[1]}`);
  }
  const isNamed =
    lines.length > 1 && (UNIT.test(lines[0]!) || !/\d/.test(lines[0]!)) && /^\d/.test(lines[1]!);
  const name = isNamed ? lines.shift() : undefined;
  const [one = '', ...more] = lines;
  if (!/\p{L}/u.test(one)) return null;
  return {
    ...(name !== undefined && { 'address.addressName': name }),
    'address.addressLineOne': one,
    ...(more.length > 0 && { 'address.addressLineTwo': more.join(', ') }),
  };
}
