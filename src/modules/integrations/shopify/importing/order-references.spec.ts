import fc from 'fast-check';
import { referenceOf, referencesIn, type OrderReference } from './order-references.js';

/** What was found, in short. */
const told = (text: string) => referencesIn(text).map(short);
function short(reference: OrderReference): string {
  if (reference.kind === 'id') return `id ${reference.id}${reference.shop ? ` of ${reference.shop}` : ''}`;
  if (reference.kind === 'number') return `number ${reference.digits}`;
  if (reference.kind === 'unknown') return `unknown ${reference.input}`;
  return `name ${reference.name}${reference.number === undefined ? '' : ` or ${reference.number}`}`;
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
    ['١٠٠١ ۱۰۰۲ १००३ #١٠٠٤', ['number 1001', 'number 1002', 'number 1003', 'name #1004']],
    ['n°1001, Nº1002, n° 1003', ['number 1001', 'number 1002', 'number 1003']],
    [
      'order1001 Bestellung-1002 No1003',
      ['name order1001 or 1001', 'name Bestellung-1002 or 1002', 'name No1003 or 1003'],
    ],
    ['订单1001、1002，订单号：1003', ['name 订单1001 or 1001', 'number 1002', 'number 1003']],
    ['1001.0\n1002.00', ['number 1001', 'number 1002']],
    ['1001,1002', ['number 1001', 'number 1002']],
    ['9223372036854775807', ['number 9223372036854775807']],
    ['1001-1005', ['name 1001-1005']],
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
    ['1001 -1005', '1001 -1005'],
    ['1001- 1005', '1001- 1005'],
    ['1001 − 1005', '1001 - 1005'],
    ['1001 -> 1005', '1001 -> 1005'],
    ['#EN1001 – #EN1005', '#EN1001 – #EN1005'],
    ['1001-US to 1005-US', '1001-US to 1005-US'],
    ['from order 1001 to order 1005', '1001 to order 1005'],
    ['1001 to 1005', '1001 to 1005'],
    ['from #1001 up to #1004', '#1001 up to #1004'],
    ['von 1001 bis 1004', '1001 bis 1004'],
    ['von Nr. 1001 bis Nr. 1004', '1001 bis Nr. 1004'],
    ['de 1001 à 1004', '1001 à 1004'],
    ['de la 1001 a la 1004', '1001 a la 1004'],
    ['1001 a 1004', '1001 a 1004'],
    ['desde 1001 hasta 1004', '1001 hasta 1004'],
    ['dal 1001 al 1004', '1001 al 1004'],
    ['1001 t/m 1004', '1001 t/m 1004'],
    ['1001至1004', '1001至1004'],
    ['between 1001 and 1004', 'between 1001 and 1004'],
    ['zwischen 1001 und 1004', 'zwischen 1001 und 1004'],
    ['1,001', '1,001'],
    ['#1,001', '#1,001'],
    ['1’001’234.50', '1’001’234.50'],
    ['1 001', '1 001'],
    ['5.51235E+12', '5.51235E+12'],
    ['+1 (212) 555-0142', '+1 (212) 555-0142'],
    ['9223372036854775808', '9223372036854775808'],
    ['gid://shopify/Order/9223372036854775808', 'gid://shopify/Order/9223372036854775808'],
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

  it('passes over the words of a letter that names orders by #', () => {
    const letter =
      'Hi Bo,\n\ncan you please deliver #1001 and #1002 by 5pm? Thanks!\n\nJo, Book Nook\ntel. +1 212 555 0142 · jo@example.com';
    expect(told(letter)).toEqual(['name #1001', 'name #1002', 'name 5pm', 'unknown +1 212 555 0142']);
    expect(told('Hi Bo, 1001')).toEqual(['unknown Hi', 'unknown Bo', 'number 1001']);
  });

  it('reads the digits of every script', () => {
    const all = Array.from({ length: 0x2_0000 }, (_, at) => String.fromCodePoint(at)).join('');
    const digits = all.match(/\p{Nd}/gu)!;
    expect(digits.length).toBeGreaterThan(600);
    for (let at = 0; at < digits.length; at += 10)
      expect(told(`1${digits.slice(at, at + 10).join('')}`)).toEqual(['number 10123456789']);
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
    const begun = process.cpuUsage();
    referencesIn('#'.repeat(50_000) + '1/'.repeat(50_000) + '–'.repeat(50_000) + 'gid://'.repeat(20_000));
    for (const piece of ['1 ', '1-', 'a1', '1 to ', '+1', '1,001', 'between 1 ', '٣', '1. '])
      referencesIn(piece.repeat(10_000 / piece.length));
    referencesIn(`1${' '.repeat(99_999)}`);
    referencesIn('a'.repeat(100_000));
    for (const start of ['gid://', 'https://', ''])
      for (const end of ['a', '٣']) referencesIn(`${start}1${'.'.repeat(100_000)}${end}`);
    // Of this process: others on the machine take none of it.
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
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
    ['9223372036854775807', 'id 9223372036854775807'],
    ['9223372036854775808', 'unknown 9223372036854775808'],
  ])('%j is %s', (entry, wanted) => expect(short(referenceOf(entry))).toBe(wanted));
});
