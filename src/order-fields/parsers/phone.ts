import {
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';
import { MAX_LENGTH } from '../limits.js';
import { Doubt, type Fix, type Parsed } from '../problems.js';
import { boundedCache } from '../../common/limits/bounded-cache.js';
import { isShortened, SHORTENED_SAYS } from './excel.js';
import { lineParser } from './plain.js';

const line = lineParser(MAX_LENGTH.phone);
const cached = boundedCache<string | Doubt<string>>(5_000);

const NORTH_AMERICAN = /^(\+)?(1?)[ .-]?\(?([2-9]\d\d)\)?[ .-]{0,2}([2-9]\d\d)[ .-]?(\d{4})$/;
/** What stands between numbers, or around one. */
const AMONG = /[\p{L},;/|&]/u;
/** By area code and the digit after it: whether every such number is valid; undefined while not asked. */
const uniform: (boolean | undefined)[] = [];

/**
 * Reads a phone number as E.164, as dialled in `countryCode` (ISO alpha-2) unless it starts with `+`.
 * A number that cannot be read is kept as typed, with a warning; an extension is left out, with a warning.
 */
export function parsePhone(text: string, countryCode: string | null): Parsed<string | null> {
  const phone = line(text);
  if (typeof phone !== 'string') return phone;
  if (isShortened(phone)) return new Doubt(null, 'excel_number', `${SHORTENED_SAYS} It was left out.`);
  return (
    readNorthAmerican(phone, countryCode) ??
    cached(`${countryCode} ${phone}`, () => readPhone(phone, countryCode))
  );
}

/** The reading by the library's full rules, without the short cut. */
export function readPhone(phone: string, countryCode: string | null): string | Doubt<string> {
  const defaultCountry = countryCode !== null && isSupportedCountry(countryCode) ? countryCode : undefined;
  const number = parsePhoneNumberFromString(phone, { defaultCountry, extract: false });
  // A number with its country code is only judged by length: new ranges appear faster than releases.
  const known = number && (phone.startsWith('+') ? number.isPossible() : number.isValid());
  if (!known) {
    const fix = likelyNumber(phone, defaultCountry);
    return new Doubt(phone, 'phone_not_recognised', unreadable(defaultCountry), fix);
  }
  if (number.ext === undefined) return number.number;
  return new Doubt(
    number.number,
    'phone_extension_ignored',
    `was kept as ${number.number}, without its extension. Write the extension into the notes.`,
  );
}

/** The number that is likely meant, where there is one. */
function likelyNumber(phone: string, country: CountryCode | undefined): Fix | undefined {
  // Looking for a number among other text takes several times as long as reading one.
  const isAmong = AMONG.test(phone) && (country !== undefined || phone.includes('+'));
  const found = isAmong ? findPhoneNumbersInText(phone, country) : [];
  const [first] = found;
  if (first) {
    const why = found.length > 1 ? 'It is the first of the numbers.' : 'It is the only number in the text.';
    return { value: first.number.number, why };
  }
  const repairs: [value: string, why: string][] = [
    [phone.replace(/^00/, '+'), 'It begins like a number dialled from abroad, whose 00 is written +.'],
    [
      phone.replace(/[oO]/g, '0').replace(/[lI]/g, '1'),
      'With digits for the letters O and l it is a number.',
    ],
  ];
  for (const [text, why] of repairs) {
    if (text === phone) continue;
    const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
    if (number?.isValid()) return { value: number.number, why };
  }
  return undefined;
}

function unreadable(country: CountryCode | undefined): string {
  const rules = country === undefined ? 'and the country is not known' : `for ${country}`;
  return `is not a phone number we can read ${rules}; it was kept as typed. Write it with its country code, such as +12125550142.`;
}

/**
 * Most files hold US and Canadian numbers, and the library takes ten times as long over them. Its rules depend
 * only on the area code and the digit after it there, personal numbers aside, so it is asked once for each.
 */
function readNorthAmerican(phone: string, countryCode: string | null): string | undefined {
  const match = NORTH_AMERICAN.exec(phone);
  if (!match) return undefined;
  const [, plus, one, area = '', exchange = '', rest = ''] = match;
  if (plus === undefined ? countryCode !== 'US' && countryCode !== 'CA' : one === '') return undefined;
  const index = Number(area) * 10 + Number(exchange[0]);
  uniform[index] ??= isUniform(area + exchange[0]);
  return uniform[index] ? `+1${area}${exchange}${rest}` : undefined;
}

function isUniform(prefix: string): boolean {
  const number = parsePhoneNumberFromString(`+1${prefix}234567`);
  return (
    (number?.country === 'US' || number?.country === 'CA') &&
    number.isValid() &&
    number.getType() !== 'PERSONAL_NUMBER'
  );
}
