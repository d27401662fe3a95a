import { MAX_LENGTH, MAX_PRODUCTS } from '../limits.js';
import { type Parsed, Refusal } from '../problems.js';
import { NUL_REFUSED, tooLong } from './plain.js';
import { isLongerThan, tidyLine } from '../../common/schemas/tidy-text.js';

const SEPARATOR = /[|;\r\n]/;

export const TOO_MANY_PRODUCTS = `lists more than ${MAX_PRODUCTS} products. Split the order, or shorten the list.`;

/** Reads product names separated by `|`, `;` or a line break. A comma separates nothing: `Ledger, bound`. */
export function parseProducts(text: string): Parsed<string[]> {
  if (text.includes('\0')) return new Refusal('character_invalid', NUL_REFUSED);
  const products = text
    .split(SEPARATOR)
    .map(tidyLine)
    .filter((product) => product !== '');
  if (products.length > MAX_PRODUCTS) return new Refusal('too_many', TOO_MANY_PRODUCTS);
  if (products.some((product) => isLongerThan(product, MAX_LENGTH.product))) {
    return new Refusal('too_long', `names a product that ${tooLong(MAX_LENGTH.product)}`);
  }
  return products;
}
