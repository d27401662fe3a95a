import type { Address } from './order-content.js';
import { parseCountry } from './parsers/country.js';
import { Doubt, Refusal } from './problems.js';

/** What says where an address is; units and names of places only say which door there. */
export const placeKeys = ['addressLineOne', 'city', 'state', 'zip', 'country'] as const;
type PlaceKey = (typeof placeKeys)[number];

/**
 * Whether filling an empty line of an address makes it another one. Only the street does: all else tells of the same
 * place more exactly.
 */
export const isMovedByFilling = (key: PlaceKey): boolean => key === 'addressLineOne';

/**
 * Whether changes lead to another place than the stored address, so that its coordinates do not hold for it. What is
 * emptied leads nowhere else.
 */
export function isMoved(stored: Address, changes: Partial<Address>): boolean {
  return placeKeys.some((key) => {
    const [before, after] = [plain(key, stored[key]), plain(key, changes[key])];
    return after !== null && before !== after && (before !== null || isMovedByFilling(key));
  });
}

/** As it is stored: countries by their codes. */
function plain(key: PlaceKey, text: string | null | undefined): string | null {
  if (text == null || key !== 'country') return text ?? null;
  const parsed = parseCountry(text);
  if (parsed instanceof Doubt) return parsed.value;
  return parsed instanceof Refusal ? text : parsed;
}
