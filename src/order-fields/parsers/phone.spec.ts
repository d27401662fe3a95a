import fc from 'fast-check';
import { Doubt } from '../problems.js';
import { parsePhone, readPhone } from './phone.js';

describe('reading a phone number', () => {
  it.each([
    ['+1 917 275 6975', null, '+19172756975'],
    ['(212) 243-4334', 'US', '+12122434334'],
    ['212.243.6876', 'US', '+12122436876'],
    ['1-212-243-4334', 'CA', '+12122434334'],
    ['+12126740947', 'GB', '+12126740947'],
    ['\u202a+1 212 674 0947\u202c', 'US', '+12126740947'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['+44 (0)20 7946 0018', 'US', '+442079460018'],
    ['00 44 20 7946 0018', 'DE', '+442079460018'],
    ['030 901820', 'DE', '+4930901820'],
    ['  ', 'US', null],
  ])('%s in %s is %s', (text, country, answer) => {
    expect(parsePhone(text, country)).toBe(answer);
  });

  it.each([
    ['ask at the desk', 'US'],
    ['123', 'US'],
    ['212-243-4334', null],
    ['212-243-4334', 'AQ'],
    ['212-243-4334 or 212-243-4335', 'US'],
    ['0612345678', 'US'],
    ['+15550100', 'US'],
  ])('%s in %s stays as typed, with a warning', (text, country) => {
    expect(parsePhone(text, country)).toMatchObject({ value: text, code: 'phone_not_recognised' });
  });

  it('tells that an extension was left out', () => {
    expect(parsePhone('212-243-4334 x12', 'US')).toMatchObject({
      value: '+12122434334',
      code: 'phone_extension_ignored',
    });
  });

  it.each([
    ['212-243-4334 or 212-243-4335', 'US', '+12122434334'],
    ['Tel: 212-243-4334 (Ada)', 'US', '+12122434334'],
    ['0049 30 901820', null, '+4930901820'],
    ['O2O 7946 OO18', 'GB', '+442079460018'],
    ['44 20 7946 0018', null, undefined],
    ['ask at the desk', 'US', undefined],
    ['123', 'US', undefined],
    ['212-243-4334', null, undefined],
  ])('by %s in %s means %s', (text, country, value) => {
    const parsed = parsePhone(text, country);
    expect(parsed instanceof Doubt ? parsed.fix?.value : 'read').toBe(value);
  });

  it('leaves out what Excel made of a long number', () => {
    expect(parsePhone('4.47912E+11', 'GB')).toMatchObject({ value: null, code: 'excel_number' });
  });

  it('refuses what is longer than a phone number can be', () => {
    expect(parsePhone('1'.repeat(51), 'US')).toMatchObject({ code: 'too_long' });
  });
});

describe('the short cut for North American numbers', () => {
  const value = (read: ReturnType<typeof parsePhone>) =>
    read instanceof Doubt ? [read.value, read.code] : read;
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

  it('agrees with the library on every area code and every first digit after it', () => {
    const wrong: string[] = [];
    for (let area = 200; area < 1000; area++) {
      for (let exchange = 2; exchange < 10; exchange++) {
        const rest = String((area * 7919 + exchange * 104_729) % 1_000_000).padStart(6, '0');
        const phone = `${area}${exchange}${rest}`;
        const [fast, slow] = [parsePhone(phone, 'US'), readPhone(phone, 'US')].map(value);
        if (JSON.stringify(fast) !== JSON.stringify(slow)) wrong.push(phone);
      }
    }
    expect(wrong).toEqual([]);
  });

  // Personal, toll-free and island numbers follow finer rules than area code and first digit.
  it.each([500, 521, 522, 523, 524, 525, 533, 588, 800, 900, 983, 242, 441, 658, 787, 829, 876, 212, 416])(
    'agrees with the library on every exchange of %s',
    (area) => {
      const wrong: string[] = [];
      for (let exchange = 200; exchange < 1000; exchange++) {
        const phone = `${area}${exchange}${String(exchange * 13)
          .slice(-4)
          .padStart(4, '0')}`;
        const [fast, slow] = [parsePhone(phone, 'US'), readPhone(phone, 'US')].map(value);
        if (JSON.stringify(fast) !== JSON.stringify(slow)) wrong.push(phone);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('agrees with the library on any spelling, in any country', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ') ', ' (', '--');
    const phones = fc
      .tuple(
        fc.constantFrom('', '1', '+1', '+', '01', '001', '011'),
        separator,
        fc.oneof(
          digits(3),
          fc.constantFrom('212', '416', '523', '524', '800', '900', '983', '876', '242', '787'),
        ),
        separator,
        digits(3),
        separator,
        digits(4),
      )
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(phones, fc.constantFrom('US', 'CA', 'JM', 'PR', 'GB', 'DE', null), (phone, country) => {
        fc.pre(phone !== '');
        expect(value(parsePhone(phone, country))).toEqual(value(readPhone(phone, country)));
      }),
      { numRuns: 5_000 },
    );
  });
});
