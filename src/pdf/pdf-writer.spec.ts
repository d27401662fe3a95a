import { renderPdf } from '../../test/support/pdf.js';
import { PdfWriter, type TextBox } from './pdf-writer.js';

const box: TextBox = { x: 20, y: 20, width: 160, height: 40, size: 14, minSize: 8 };

async function written(text: string, options: Partial<TextBox> = {}) {
  const pdf = new PdfWriter({ title: 'Test', size: [200, 100] });
  pdf.document.addPage();
  pdf.text(text, { ...box, ...options });
  const [page] = await renderPdf(await pdf.finish(), 2);
  return page!;
}

/** Whether anything is drawn outside of the box, within it, in pixels. */
function ink({ pixels, width, height }: Awaited<ReturnType<typeof written>>) {
  const found = { inside: 0, outside: 0 };
  for (let at = 0; at < width * height; at += 1) {
    if (pixels[at * 4]! > 200) continue;
    const [x, y] = [(at % width) / 2, Math.floor(at / width) / 2];
    const isInside =
      x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
    found[isInside ? 'inside' : 'outside'] += 1;
  }
  return found;
}

describe('a text in a box of a PDF', () => {
  it.each([
    ['short', 'Ada Reader'],
    ['of many words', 'Deliver to the loading dock behind the house. '.repeat(20)],
    ['of one endless word', 'W'.repeat(500)],
    ['of many lines', 'line\n'.repeat(40)],
    ['in Chinese characters', '東京都港区芝公園四丁目二番八号'.repeat(10)],
    ['in Arabic', 'شارع الشيخ زايد، دبي '.repeat(12)],
    ['of emoji', '😀🗼👩‍👩‍👧‍👦'.repeat(60)],
    ['in Devanagari and Thai', 'दिल्ली กรุงเทพมหานคร '.repeat(12)],
    ['of marks on one letter', `a${'\u0301'.repeat(300)}`],
  ])('that is %s stays inside, and is there', async (_, text) => {
    const { inside, outside } = ink(await written(text));
    expect(outside).toBe(0);
    expect(inside).toBeGreaterThan(20);
  });

  it('is cut with an ellipsis where it is too long', async () => {
    const { text } = await written('word '.repeat(200));
    expect(text).toMatch(/^(word\s+)+wo?r?d?…$/);
  });

  it('has no ellipsis where it fits', async () => {
    expect((await written('476 5th Ave\nNew York')).text).toBe('476 5th Ave\nNew York');
  });

  it('shows a character that no font has as one', async () => {
    expect((await written('a\u{10ffff}b')).text).toBe('a\ufffdb');
  });

  it('has words that run to the left in their order from the right', async () => {
    const { text } = await written('שלום עולם 12');
    expect(text.replace(/\s+/g, ' ')).toContain('שלום עולם');
  });
});
