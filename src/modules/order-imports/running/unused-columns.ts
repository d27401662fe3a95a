import type { FieldName } from '../../../order-fields/catalogue.js';
import { fieldOf, normalizeHeader, type SheetColumn } from '../../../order-sheets/index.js';
import { filledFields } from '../reading/read-plan.js';

const mostNamed = 3;
const longestHeader = 60;

/** Fields that may gather what several columns say. */
const gathering: ReadonlySet<FieldName> = new Set(['notes', 'products']);

interface Unused {
  header: string;
  field: FieldName;
  /** The columns that hold the field already. */
  beside: string[];
}

/**
 * Says which filled columns look like order fields but were not used, or were passed over for others that lack some
 * of their text; null when there are none. `first` continues: "…, upload the file with mapping …".
 */
export function unusedColumns(columns: readonly SheetColumn[], first: string): string | null {
  const told = [unused(columns, first), passedOver(columns)].filter((sentence) => sentence !== null);
  return told.length === 0 ? null : told.join(' ');
}

function unused(columns: readonly SheetColumn[], first: string): string | null {
  const unused = likelyUses(columns);
  if (unused.length === 0) return null;
  const named = unused.slice(0, mostNamed);
  const names = named.map(({ header, field }) => `"${shown(header)}", which may be ${field}`);
  const them = unused.length === 1 ? 'it' : 'them';
  return `Not used: ${names.join('; ')}${andMore(unused)}; to use ${them}, ${first}upload the file with mapping ${JSON.stringify(mappingFor(named))}.`;
}

function passedOver(columns: readonly SheetColumn[]): string | null {
  const over = columns.filter(({ target, basis, lost }) => target === null && basis === 'header' && lost);
  if (over.length === 0) return null;
  const names = over.slice(0, mostNamed).map(({ header }) => `"${shown(header)}"`);
  const its = over.length === 1 ? 'its' : 'their';
  return `Passed over: ${names.join(', ')}${andMore(over)}, though some of ${its} cells say what no other column does. Check the orders, and write all of a value into one column.`;
}

function andMore({ length }: readonly unknown[]): string {
  return length > mostNamed ? `, and ${length - mostNamed} more` : '';
}

function likelyUses(columns: readonly SheetColumn[]): Unused[] {
  const filled = new Set(filledFields(columns));
  const columnsBy = Map.groupBy(columns, ({ header }) => normalizeHeader(header));
  return columns
    .filter(({ lost, basis }) => lost && basis !== 'header')
    .flatMap(({ header, suggestions }) => {
      // A mapping names columns by their headers.
      const key = normalizeHeader(header);
      if (key === '' || columnsBy.get(key)!.length > 1) return [];
      return likelyUse({ header, suggestions }, columns, filled);
    });
}

function likelyUse(
  { header, suggestions }: Pick<SheetColumn, 'header' | 'suggestions'>,
  columns: readonly SheetColumn[],
  filled: ReadonlySet<FieldName>,
): Unused[] {
  for (const field of suggestions) {
    const beside = columns.filter((other) => fieldOf(other) === field).map((other) => other.header);
    if (!filled.has(field) || (gathering.has(field) && beside.length > 0)) return [{ header, field, beside }];
  }
  return [];
}

function mappingFor(unused: readonly Unused[]): Record<string, unknown> {
  const fields = unused.map(({ field }) => field);
  const targets = unused.flatMap(({ header, field, beside }) => {
    const isShared = beside.length > 0 || fields.indexOf(field) !== fields.lastIndexOf(field);
    const target = isShared ? { field, join: ' ' } : field;
    return [...beside, header].map((name) => [name, target] as const);
  });
  return Object.fromEntries(targets);
}

function shown(header: string): string {
  return header.length > longestHeader ? `${header.slice(0, longestHeader)}…` : header;
}
