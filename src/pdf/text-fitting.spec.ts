import { fitText } from './text-fitting.js';

const widthOf = (text: string) => Array.from(text).length * 0.6;
const box = { width: 150, height: 80, size: 9, minSize: 5.5 };

describe('a text that is fitted', () => {
  it.each([
    ['of words', 'दिल्ली กรุงเทพ '.repeat(140)],
    ['of one endless word', 'क'.repeat(2_000)],
    ['of characters that are words', '京'.repeat(2_000)],
  ])('%s is measured no further than the box reaches', (_, text) => {
    let measured = 0;
    fitText(text, box, (part) => {
      measured += part.length;
      return widthOf(part);
    });
    expect(measured).toBeLessThan(20 * text.length);
  });

  it('has no empty line after one that a single word fills', () => {
    expect(fitText('👩‍👩‍👧‍👦 a', { width: 33, height: 80, size: 14 }, widthOf).lines).toEqual(['👩‍👩‍👧‍👦', 'a']);
  });

  it('keeps its empty lines', () => {
    expect(fitText('a\n\nb', box, widthOf).lines).toEqual(['a', '', 'b']);
  });
});
