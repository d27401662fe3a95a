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
 * Says which filled columns look like order fields but were not used, and with what `mapping` they would be; null
 * when there are none. `first` continues: "…, upload the file with mapping …".
 */
export function unusedColumns(columns: readonly SheetColumn[], first: string): string | null {
  const unused = columns.flatMap((column) => likelyUse(column, columns));
  if (unused.length === 0) return null;
  const named = unused.slice(0, mostNamed);
  const names = named.map(({ header, field }) => `"${shown(header)}", which may be ${field}`);
  const more = unused.length > named.length ? `, and ${unused.length - named.length} more` : '';
  const them = unused.length === 1 ? 'it' : 'them';
  return `Not used: ${names.join('; ')}${more}; to use ${them}, ${first}upload the file with mapping ${JSON.stringify(mappingFor(named))}.`;
}

function likelyUse({ lost, header, suggestions }: SheetColumn, columns: readonly SheetColumn[]): Unused[] {
  // A mapping names columns by their headers.
  const isNamed = columns.filter((other) => sameHeader(other.header, header)).length === 1;
  if (!lost || !isNamed || normalizeHeader(header) === '') return [];
  const filled = new Set(filledFields(columns));
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

const sameHeader = (one: string, other: string) => normalizeHeader(one) === normalizeHeader(other);

function shown(header: string): string {
  return header.length > longestHeader ? `${header.slice(0, longestHeader)}…` : header;
}
