import fc from 'fast-check';
import { referenceOf, referencesIn, type OrderReference } from './order-references.js';

/** What was found, in short. */
const told = (text: string) => referencesIn(text).map(short);
function short(reference: OrderReference): string {
  if (reference.kind === 'id') return `id ${reference.id}${reference.shop ? ` of ${reference.shop}` : ''}`;
  if (reference.kind === 'number') return `number ${reference.digits}`;
  return reference.kind === 'name' ? `name ${reference.name}` : `unknown ${reference.input}`;
}

describe('the orders that a pasted text names', () => {
  it.each([
    ['#1001', ['name #1001']],
    ['1001', ['number 1001']],
    ['5123456789012', ['number 5123456789012']],
    ['gid://shopify/Order/5123456789012', ['id 5123456789012']],
    ['gid://shopify/Order/5123456789012?key=1', ['id 5123456789012']],
    [
      'https://admin.shopify.com/store/book-nook/orders/512345?x=1#note',
      ['id 512345 of book-nook.myshopify.com'],
    ],
    ['https://book-nook.myshopify.com/admin/orders/512345', ['id 512345 of book-nook.myshopify.com']],
    ['https://admin.shopify.com/orders/512345', ['id 512345']],
    [
      'HTTPS://Book-Nook.MyShopify.com:443/Admin/api/2026-10/orders/512345.json',
      ['id 512345 of book-nook.myshopify.com'],
    ],
    ['(admin.shopify.com/store/book-nook/orders/512345).', ['id 512345 of book-nook.myshopify.com']],
    ['#1001, #1002;#1003\n#1004\t"#1005" | #1006', [1, 2, 3, 4, 5, 6].map((n) => `name #100${n}`)],
    ['#1001#1002', ['name #1001', 'name #1002']],
    ['1001/1002', ['number 1001', 'number 1002']],
    ['• #1001\n• #1002\n- #1003.', ['name #1001', 'name #1002', 'name #1003']],
    ['Orders: #1001 and Order#1002 & №1003', ['name #1001', 'name #1002', 'number 1003']],
    ['EN-1001, 1001-US, bn_1001.2', ['name EN-1001', 'name 1001-US', 'name bn_1001.2']],
    ['No.1001 order:#1002 Nr.:1003', ['number 1001', 'name #1002', 'number 1003']],
    ['- #1001\n- #1002\n-1003', ['name #1001', 'name #1002', 'number 1003']],
    ['＃１００１', ['name #1001']],
    ['#1001\u200b \ufeff#1002', ['name #1001', 'name #1002']],
    ['', []],
    [' ,;\n ', []],
  ])('%j', (text, wanted) => expect(told(text)).toEqual(wanted));

  it.each([
    ['hello', 'hello'],
    ['1001–1005', '1001–1005'],
    ['1001 … 1005', '1001 ... 1005'],
    ['#1001 - #1005', '#1001 - #1005'],
    ['1001 - 1005', '1001 - 1005'],
    ['#1001-#1005', '#1001-#1005'],
    ['gid://shopify/Product/77', 'gid://shopify/Product/77'],
    ['https://example.org/orders', 'https://example.org/orders'],
    ['https://example.com/orders/123', 'https://example.com/orders/123'],
    ['http://localhost:3000/admin/orders/123', 'http://localhost:3000/admin/orders/123'],
    ...[
      'https://shopify.com/1234/account/orders/123',
      'https://admin.shopify.com.example.com/store/book-nook/orders/123',
      'https://book-nook.myshopify.com@example.com/admin/orders/123',
      'https://example.com/?of=book-nook.myshopify.com/admin/orders/123',
      'https://admin.shopify.com/store/book-nook/apps/parcels/orders/123',
      'https://admin.shopify.com/store/book-nook/draft_orders/123',
    ].map((address): [string, string] => [address, address]),
    ['12345678901234567890', '12345678901234567890'],
    [`#${'9'.repeat(101)}x`, undefined],
    ['💥', '💥'],
  ])('does not guess what %j means', (text, input) => {
    const [only, ...more] = referencesIn(text);
    expect([only!.kind, more]).toEqual(['unknown', []]);
    expect(only!.input).toBe(input ?? only!.input);
  });

  it('says of which host an address is that is not the admin’s', () => {
    expect(referencesIn('https://example.com/orders/123')).toMatchObject([
      { kind: 'unknown', why: expect.stringContaining('of example.com, not of the store’s admin') as string },
    ]);
  });

  it('tells the same piece once, and others that may be the same apart', () => {
    expect(told('#1001 #1001 1001 1001')).toEqual(['name #1001', 'number 1001']);
  });

  it('finds every one, whatever stands between', () => {
    const reference = fc.oneof(
      fc.nat().map((n) => ({ text: `#${n}`, is: `name #${n}` })),
      fc.integer({ min: 1 }).map((n) => ({ text: `${n}`, is: `number ${n}` })),
      fc.integer({ min: 1 }).map((n) => ({ text: `gid://shopify/Order/${n}`, is: `id ${n}` })),
      fc.integer({ min: 1 }).map((n) => ({
        text: `https://admin.shopify.com/store/nook/orders/${n}`,
        is: `id ${n} of nook.myshopify.com`,
      })),
    );
    const between = fc
      .array(
        fc.constantFrom(' ', '\n', '\r\n', '\t', ',', ';', '|', '"', '\u00a0', ' • ', ' and ', '،'.slice(1)),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((some) => some.join('') || ' ');
    fc.assert(
      fc.property(fc.array(fc.tuple(reference, between), { maxLength: 30 }), (some) => {
        const text = some.map(([{ text: one }, gap]) => one + gap + ' ').join('');
        expect(told(text)).toEqual([...new Set(some.map(([{ is }]) => is))]);
      }),
    );
  });

  it('takes any text within a moment, and tells of nothing that is not in it', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anything, (text) => {
        for (const one of referencesIn(text)) expect(one.input.isWellFormed()).toBe(true);
      }),
    );
    const begun = performance.now();
    referencesIn('#'.repeat(50_000) + '1/'.repeat(50_000) + '–'.repeat(50_000) + 'gid://'.repeat(20_000));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('one entry of a list', () => {
  it.each([
    ['1001', 'id 1001'],
    [' 005 ', 'id 5'],
    ['gid://shopify/Order/7', 'id 7'],
    ['#1001', 'name #1001'],
    ['1, 2', 'unknown 1, 2'],
    ['', 'unknown '],
    ['nonsense', 'unknown nonsense'],
  ])('%j is %s', (entry, wanted) => expect(short(referenceOf(entry))).toBe(wanted));
});
