import { LATITUDE, LONGITUDE, PACKAGE_COUNT } from '../limits.js';
import { Doubt, type Parsed, Refusal } from '../problems.js';
import { parseActivity } from './activity.js';
import { parseClientCode } from './client-code.js';
import { parseCountry } from './country.js';
import { parseEmail } from './email.js';
import { degreesParser, wholeNumberParser } from './numbers.js';
import { lineParser, textParser } from './plain.js';
import { parseProducts } from './products.js';
import { parseDuration, parseTime } from './times.js';
import { parseZip } from './zip.js';

/** The value, `!code` for a refusal, `[value, code]` for a value with a warning. */
function told(parsed: Parsed<unknown>): unknown {
  if (parsed instanceof Refusal) return `!${parsed.code}`;
  return parsed instanceof Doubt ? [parsed.value, parsed.code] : parsed;
}

type Table = [text: string, answer: unknown][];

const TABLES: Record<string, { parse: (text: string) => Parsed<unknown>; table: Table }> = {
  'one line of text': {
    parse: lineParser(5),
    table: [
      ['', null],
      ['  \u00a0\u200b ', null],
      [' 02115 ', '02115'],
      ['a\r\nb', 'a b'],
      ['a\u0007b\u202a', 'ab'],
      ['e\u0301', 'é'],
      ['\ud800x', '\ufffdx'],
      ['😀😀😀😀😀', '😀😀😀😀😀'],
      ['😀😀😀😀😀😀', '!too_long'],
      ['abcdef', '!too_long'],
      ['a\0b', '!character_invalid'],
    ],
  },
  'text of several lines': {
    parse: textParser(20),
    table: [
      ['Ring twice\r\nthen wait', 'Ring twice\nthen wait'],
      ['a\rb\u2028c\td', 'a\nb\nc d'],
      ['\n \n', null],
    ],
  },
  'package count': {
    parse: wholeNumberParser(PACKAGE_COUNT),
    table: [
      ['3', 3],
      [' 3 ', 3],
      ['3.0', 3],
      ['3,00', 3],
      ['+4', 4],
      ['1,000', 1000],
      ['1 000', 1000],
      ['1\u202f000', 1000],
      ["1'000", 1000],
      ['10000', 10_000],
      ['３', 3],
      ['', null],
      ['zero', '!number_invalid'],
      ['2.5', '!number_invalid'],
      ['1e3', '!number_invalid'],
      ['1.000', '!number_invalid'],
      ['1,00,0', '!number_invalid'],
      ['3 pcs', 3],
      ['2 boxes', 2],
      ['1 Box', 1],
      ['3x', 3],
      ['3 ×', 3],
      ['2 Stk.', 2],
      ['4 colis', 4],
      ['0 boxes', '!out_of_range'],
      ['2.5 boxes', '!number_invalid'],
      ['2 kg', '!number_invalid'],
      ['2 dozen', '!number_invalid'],
      ['2 x 5', '!number_invalid'],
      ['2 big boxes', '!number_invalid'],
      ['0x10', '!number_invalid'],
      ['0', '!out_of_range'],
      ['-1', '!out_of_range'],
      ['−1', '!out_of_range'],
      ['10001', '!out_of_range'],
      ['9'.repeat(400), '!out_of_range'],
    ],
  },
  latitude: {
    parse: degreesParser(LATITUDE),
    table: [
      ['40.7532', 40.7532],
      ['40,7532', 40.7532],
      ['\u00a040.7532 °', 40.7532],
      ['−33.9', -33.9],
      ['-0', 0],
      ['.5', 0.5],
      ['1e-5', 0.00001],
      ['90', 90],
      ['', null],
      ['90.1', '!out_of_range'],
      ['-91', '!out_of_range'],
      ['1e400', '!out_of_range'],
      ['40.1.2', '!number_invalid'],
      ['1,234.5', '!number_invalid'],
      ['40° 45′', '!number_invalid'],
      ['NaN', '!number_invalid'],
      ['Infinity', '!number_invalid'],
    ],
  },
  longitude: {
    parse: degreesParser(LONGITUDE),
    table: [
      ['-180', -180],
      ['180.5', '!out_of_range'],
    ],
  },
  'time of day': {
    parse: parseTime,
    table: [
      ['9:00', '09:00'],
      ['09:00', '09:00'],
      ['09:00:00', '09:00'],
      ['9am', '09:00'],
      ['9 AM', '09:00'],
      ['9 a.m.', '09:00'],
      ['12am', '00:00'],
      ['12:30 PM', '12:30'],
      ['9.30 pm', '21:30'],
      ['17h30', '17:30'],
      ['17h', '17:00'],
      ['1730', '17:30'],
      ['0:05', '00:05'],
      ['', null],
      ['9', '!time_invalid'],
      ['24:00', '!time_invalid'],
      ['13pm', '!time_invalid'],
      ['0am', '!time_invalid'],
      ['9:60', '!time_invalid'],
      ['9:00:30', '!time_invalid'],
      ['noon', '!time_invalid'],
      ['9:5', '!time_invalid'],
    ],
  },
  'time at stop': {
    parse: parseDuration,
    table: [
      ['5', 300],
      ['1.5', 90],
      ['2,5', 150],
      ['5 min', 300],
      ['5min', 300],
      ['10 minutes', 600],
      ['90s', 90],
      ['90 sec', 90],
      ['1h', 3600],
      ['1h 30min', 5400],
      ['1h30m10s', 5410],
      ['00:05:00', 300],
      ['0', 0],
      ['', null],
      ['05:00', '!duration_invalid'],
      ['-5', '!duration_invalid'],
      ['soon', '!duration_invalid'],
      ['1441', '!out_of_range'],
    ],
  },
  'e-mail': {
    parse: parseEmail,
    table: [
      ['Ada@Example.ORG', 'Ada@example.org'],
      [' ada+x@example.co.uk ', 'ada+x@example.co.uk'],
      ['jörg@müller.example', 'jörg@müller.example'],
      ['ada@gmial.com', ['ada@gmial.com', 'email_domain_doubtful']],
      ['ada@hotmail.co', ['ada@hotmail.co', 'email_domain_doubtful']],
      ['ada@mail.com', 'ada@mail.com'],
      ['ada@gmail.com', 'ada@gmail.com'],
      ["o'neill@example.org", "o'neill@example.org"],
      ['', null],
      ['not-an-email', '!email_invalid'],
      ['a@b', '!email_invalid'],
      ['a@-b.org', '!email_invalid'],
      ['a@b..org', '!email_invalid'],
      ['a b@example.org', '!email_invalid'],
      ['Ada <ada@example.org>', '!email_invalid'],
      ['a@example.org, b@example.org', '!email_invalid'],
      [`${'a'.repeat(65)}@example.org`, '!email_invalid'],
      [`a@${'b'.repeat(63)}.${'c'.repeat(250)}.org`, '!too_long'],
    ],
  },
  'zip in the United States': {
    parse: (text) => parseZip(text, 'US'),
    table: [
      ['02115', '02115'],
      ['2115', ['2115', 'zip_zero_lost']],
      ['601', ['601', 'zip_zero_lost']],
      ['60', '60'],
      ['2115-1234', '2115-1234'],
      ['SW1A', 'SW1A'],
      ['1E+11', '!excel_number'],
      ['', null],
    ],
  },
  'zip elsewhere': {
    parse: (text) => parseZip(text, 'DE'),
    table: [
      ['1067', ['1067', 'zip_zero_lost']],
      ['601', '601'],
      ['01067', '01067'],
    ],
  },
  'zip of a country whose zips begin with no zero': {
    parse: (text) => parseZip(text, 'AT'),
    table: [['101', '101']],
  },
  'type of stop': {
    parse: parseActivity,
    table: [
      ['delivery', 'delivery'],
      ['DELIVERY', 'delivery'],
      [' d ', 'delivery'],
      ['Drop-off', 'delivery'],
      ['drop off', 'delivery'],
      ['Livraison', 'delivery'],
      ['P', 'pickup'],
      ['pick up', 'pickup'],
      ['Pick-Up', 'pickup'],
      ['collection', 'pickup'],
      ['COLLECT', 'pickup'],
      ['Abholung', 'pickup'],
      ['', null],
      ['both', '!choice_invalid'],
      ['constructor', '!choice_invalid'],
    ],
  },
  products: {
    parse: parseProducts,
    table: [
      ['Maps|Atlases|Ledger, bound', ['Maps', 'Atlases', 'Ledger, bound']],
      ['a; b\r\nc\n\nd', ['a', 'b', 'c', 'd']],
      [' | ; ', []],
      ['', []],
      ['x|'.repeat(100), Array(100).fill('x')],
      ['x|'.repeat(101), '!too_many'],
      [`ok|${'y'.repeat(201)}`, '!too_long'],
      ['a\0b', '!character_invalid'],
    ],
  },
  'Client ID': {
    parse: parseClientCode,
    table: [
      ['CL-7K2M9Q', 'CL-7K2M9Q'],
      [' cl–7k2m9q ', 'CL-7K2M9Q'],
      ['', null],
      ['CL_7K2M9Q', '!client_code_invalid'],
      ['A'.repeat(33), '!client_code_invalid'],
    ],
  },
  country: {
    parse: parseCountry,
    table: [
      ['US', 'US'],
      ['us', 'US'],
      ['USA', 'US'],
      ['U.S.A.', 'US'],
      ['United States', 'US'],
      ['united states of america', 'US'],
      ['UK', 'GB'],
      ['Great Britain', 'GB'],
      ['GBR', 'GB'],
      ['Deutschland', 'DE'],
      ['Allemagne', 'DE'],
      ['España', 'ES'],
      ['Espana', 'ES'],
      ["Côte d'Ivoire", 'CI'],
      ['Türkiye', 'TR'],
      ['Turkey', 'TR'],
      ['日本', 'JP'],
      ['The Netherlands', 'NL'],
      ['Hong Kong', 'HK'],
      ['Niger', 'NE'],
      ['Nigeria', 'NG'],
      ['', null],
      ['Untied States', ['US', 'country_guessed']],
      ['Austrralia', ['AU', 'country_guessed']],
      ['Austrlia', ['Austrlia', 'country_not_recognised']],
      ['Irqn', ['Irqn', 'country_not_recognised']],
      ['Narnia', ['Narnia', 'country_not_recognised']],
      ['??', ['??', 'country_not_recognised']],
      ['x'.repeat(101), '!too_long'],
    ],
  },
};

describe('what is likely meant', () => {
  const fixOf = (parsed: Parsed<unknown>) =>
    parsed instanceof Refusal ? parsed.more.fix : parsed instanceof Doubt ? parsed.fix : undefined;

  it.each([
    ['ada@example,org', 'ada@example.org'],
    ['ada@ example.org', 'ada@example.org'],
    ['ada @example. org', 'ada@example.org'],
    ['ada@@example.org', 'ada@example.org'],
    ['ada@example.org.', 'ada@example.org'],
    ['mailto:ada@Example.org', 'ada@example.org'],
    ['Ada Reader <ada@example.org>', 'ada@example.org'],
    ['ada@example.org; bob@example.org', 'ada@example.org'],
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada at example.org', undefined],
    ['a b@example.org', undefined],
    ['ada@example', undefined],
    ['nobody', undefined],
  ])('by the e-mail address %j is %j', (text, value) => {
    expect(fixOf(parseEmail(text))?.value).toBe(value);
  });

  it.each([
    ['three', '3'],
    ['Zwei', '2'],
    ['zero', undefined],
    ['l', undefined],
    ['1O0', undefined],
    ['1.000', undefined],
  ])('by the count %j is %j', (text, value) => {
    expect(fixOf(wholeNumberParser(PACKAGE_COUNT)(text))?.value).toBe(value);
  });

  it('is told with the reason', () => {
    expect(fixOf(parseZip('2115', 'US'))).toEqual({
      value: '02115',
      why: 'Spreadsheet programs drop the zeros at the beginning of a number.',
    });
    expect(fixOf(parseCountry('Untied States'))).toEqual({
      value: 'US',
      why: 'It is one letter away from United States.',
    });
    expect(fixOf(parseCountry('Narnia'))).toBeUndefined();
  });
});

describe.each(Object.entries(TABLES))('reading %s', (_name, { parse, table }) => {
  it.each(table)('%j → %j', (text, answer) => {
    expect(told(parse(text))).toEqual(answer);
  });
});
