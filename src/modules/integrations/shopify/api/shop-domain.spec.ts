import { shopDomain } from './shop-domain.js';

describe('the domain of a store', () => {
  it.each([
    'book-nook',
    ' Book-Nook.myshopify.com ',
    'https://book-nook.myshopify.com/admin?x=1',
    'admin.shopify.com/store/book-nook/orders',
  ])('is found in %j', (text) => expect(shopDomain(text)).toBe('book-nook.myshopify.com'));

  it.each(['x', 'x--y', '1', 'a'.repeat(60)])('may be of %j', (name) =>
    expect(shopDomain(`${name}.myshopify.com`)).toBe(`${name}.myshopify.com`),
  );

  it.each(['-', 'x-', '-x', 'x--', '', 'x_y', 'x.y', 'ü', 'a'.repeat(61), `${'a'.repeat(59)}-`])(
    'is never of %j',
    (name) => {
      const texts = [name, `${name}.myshopify.com`, `https://admin.shopify.com/store/${name}`];
      expect(texts.map(shopDomain)).toEqual([undefined, undefined, undefined]);
    },
  );
});
