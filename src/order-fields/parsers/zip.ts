import { MAX_LENGTH } from '../limits.js';
import { Doubt, type Parsed } from '../problems.js';
import { codeParser } from './excel.js';

const code = codeParser(MAX_LENGTH.zip);

/** How many digits a zip has, in countries whose zips may begin with zeros. */
const DIGITS: Readonly<Record<string, number>> = {
  ...{ US: 5, PR: 5, DE: 5, FR: 5, IT: 5, ES: 5, FI: 5, EE: 5, MX: 5, TR: 5, KR: 5, UA: 5 },
  ...{ RO: 6, CN: 6, JP: 7, BR: 8, NO: 4, AU: 4 },
};

/** Reads a zip as text. One that lost zeros in a spreadsheet program is kept as typed, with a warning. */
export function parseZip(text: string, countryCode: string | null): Parsed<string | null> {
  const zip = code(text);
  const digits = DIGITS[countryCode ?? ''];
  if (digits === undefined || typeof zip !== 'string' || zip.length >= digits) return zip;
  const mostLost = countryCode === 'US' || countryCode === 'PR' ? 2 : 1;
  if (zip.length < digits - mostLost || !/^\d+$/.test(zip)) return zip;
  const whole = zip.padStart(digits, '0');
  return new Doubt(
    zip,
    'zip_zero_lost',
    `has ${zip.length} digits, but a zip in ${countryCode} has ${digits}; it was kept as typed. Write ${whole} if that is meant.`,
    { value: whole, why: 'Spreadsheet programs drop the zeros at the beginning of a number.' },
  );
}
