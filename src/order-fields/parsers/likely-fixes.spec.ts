import { PACKAGE_COUNT } from '../limits.js';
import { Doubt, type Parsed, Refusal } from '../problems.js';
import { parseCountry } from './country.js';
import { parseEmail } from './email.js';
import { wholeNumberParser } from './numbers.js';
import { parseZip } from './zip.js';

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
