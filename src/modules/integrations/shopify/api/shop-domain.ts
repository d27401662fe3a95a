import { invalidField } from '../../../../common/problems/problems.js';

const name = '[a-z0-9][a-z0-9-]{0,59}';

/** The ways in which people write which store they mean. The rest of an address, as it is copied, is not looked at. */
const spellings = [
  new RegExp(`^(${name})$`),
  new RegExp(`^(?:https?://)?(${name})[.]myshopify[.]com(?:[/?#].*)?$`),
  new RegExp(`^(?:https?://)?admin[.]shopify[.]com/store/(${name})(?:[/?#].*)?$`),
];

/** The domain of a store, such as `book-nook.myshopify.com`; undefined where the text names none. */
export function shopDomain(text: string): string | undefined {
  const tidy = text.trim().toLowerCase();
  for (const spelling of spellings) {
    const found = spelling.exec(tidy)?.[1];
    if (found) return `${found}.myshopify.com`;
  }
  return undefined;
}

/**
 * The same of what a caller names.
 * @throws Problem `validation_failed` on `place`
 */
export function namedShop(text: string, place: 'query/shop' | '/shop'): string {
  const domain = shopDomain(text);
  if (!domain)
    throw invalidField(
      place,
      'invalid_shop',
      'must be the name of a Shopify store, such as book-nook.myshopify.com',
    );
  return domain;
}
