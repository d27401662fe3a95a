import { normalizeHeader } from './detection/header-similarity.js';
import { type ColumnTarget, type SheetMapping } from './sheet-columns.js';

/**
 * A mapping on top of an older one, by normalised header. What is said now wins, also where another header had the
 * same field before, unless both are to be joined.
 */
export function overlaid(before: SheetMapping, said: SheetMapping): SheetMapping {
  const spoken = Object.entries(said).map(([header, target]) => [normalizeHeader(header), target] as const);
  const headers = new Set(spoken.map(([header]) => header));
  const claimed = new Set(spoken.flatMap(([, target]) => soleField(target)));
  const kept = Object.entries(before).filter(
    ([header, target]) => !headers.has(header) && !soleField(target).some((field) => claimed.has(field)),
  );
  return Object.fromEntries([...kept, ...spoken]);
}

function soleField(target: ColumnTarget | null): string[] {
  return target && 'field' in target && target.join === undefined ? [target.field] : [];
}
