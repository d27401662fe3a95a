import { MAX_LENGTH, MAX_PRODUCTS } from '../limits.js';
import { type Parsed, Refusal } from '../problems.js';
import { NUL_REFUSED, tooLong } from './plain.js';
import { isLongerThan, tidyLine } from '../../common/schemas/tidy-text.js';

/** A backslash before a separator or another one takes its meaning away. */
const NAME = /(?:\\[|;\\]|[^|;\r\n])+/g;

export const TOO_MANY_PRODUCTS = `lists more than ${MAX_PRODUCTS} products. Split the order, or shorten the list.`;

/**
 * Reads product names separated by `|`, `;` or a line break. A comma separates nothing: `Ledger, bound`; nor do `\|` and
 * `\;`, which stand for the characters themselves.
 */
export function parseProducts(text: string): Parsed<string[]> {
  if (text.includes('\0')) return new Refusal('character_invalid', NUL_REFUSED);
  const products = (text.match(NAME) ?? [])
    .map((name) => tidyLine(name.replace(/\\([|;\\])/g, '$1')))
    .filter((product) => product !== '');
  if (products.length > MAX_PRODUCTS) return new Refusal('too_many', TOO_MANY_PRODUCTS);
  if (products.some((product) => isLongerThan(product, MAX_LENGTH.product))) {
    return new Refusal('too_long', `names a product that ${tooLong(MAX_LENGTH.product)}`);
  }
  return products;
}

/** A name as {@link parseProducts} reads it back. */
export const printProduct = (name: string) => name.replace(/[|;\\]/g, '\\$&');
