import { headerSimilarity, normalizeHeader } from './header-similarity.js';
import { type SpreadsheetRow } from '../../spreadsheets/index.js';

/** A field that a column may contain: its name in the program, its usual header, other headers people use. */
export interface HeaderField {
  name: string;
  header: string;
  synonyms: readonly string[];
}

export interface DetectedColumn {
  /** From 0, as in a row's cells. */
  index: number;
  /** As in the file, trimmed; empty for a column without header. */
  header: string;
  field: string | null;
  /** 1 for the field's own header or an explicit mapping, lower for looser matches; 0 without a field. */
  confidence: number;
  /** Names of likely fields, best first; empty when the column has a field or the mapping excludes it. */
  suggestions: string[];
}

export interface DetectedHeader {
  /** As the spreadsheet program numbers it. */
  row: number;
  columns: DetectedColumn[];
  /** Headers that the explicit mapping names but the file does not have. */
  missing: string[];
}

/** The field of each header; null skips the column. Overrides the detection. */
export type HeaderMapping = Readonly<Record<string, string | null>>;

interface Candidate {
  index: number;
  field: string;
  confidence: number;
}

/** Longer headers are cut. */
const LONGEST_HEADER = 300;
const ROWS_SEARCHED = 20;
const SYNONYM_CONFIDENCE = 0.95;
const CERTAIN_ENOUGH = 0.75;
const WORTH_SUGGESTING = 0.4;
const MOST_SUGGESTIONS = 3;

/**
 * Finds the header row among the first rows of a file, and the field of each column.
 *
 * The header is the row with the most known headers; if no row has any, the first that is about as wide as the
 * widest. Each field is assigned to one column only: the best match, the leftmost of equal ones.
 *
 * @returns null when there are no rows
 */
export function detectHeader(
  rows: readonly SpreadsheetRow[],
  fields: readonly HeaderField[],
  mapping: HeaderMapping = {},
): DetectedHeader | null {
  const searched = rows
    .slice(0, ROWS_SEARCHED)
    .map(({ number, cells }) => ({ number, cells: cells.map(headerText) }));
  const explicit = new Map(
    Object.entries(mapping).map(([header, field]) => [normalizeHeader(header), field]),
  );
  explicit.delete('');
  const spellings = fields.map(({ name, header, synonyms }) => ({
    name,
    keys: [header, name, ...synonyms].map(normalizeHeader),
  }));
  const known = knownHeaders(fields);
  const row = headerRow(searched, (key) => explicit.has(key) || known.has(compact(key)));
  if (!row) return null;

  const headers = row.cells;
  const keys = headers.map(normalizeHeader);
  const mapped = keys.flatMap((key, index): Candidate[] => {
    const field = explicit.get(key);
    return field == null ? [] : [{ index, field, confidence: 1 }];
  });
  const candidates = keys.map((key, index) =>
    key === '' || explicit.has(key) ? [] : matches(key, index, spellings, known),
  );
  const assigned = assign([...mapped, ...candidates.flat().filter((c) => c.confidence >= CERTAIN_ENOUGH)]);
  return {
    row: row.number,
    columns: headers.map((header, index) => {
      const found = assigned.get(index);
      const likely = found ? [] : (candidates[index] ?? []).slice(0, MOST_SUGGESTIONS);
      return {
        index,
        header,
        field: found?.field ?? null,
        confidence: found?.confidence ?? 0,
        suggestions: likely.map(({ field }) => field),
      };
    }),
    missing: Object.keys(mapping).filter((header) => !keys.includes(normalizeHeader(header))),
  };
}

/** Maps normalized headers without spaces to fields; a field's own header wins over another's synonym. */
function knownHeaders(fields: readonly HeaderField[]): Map<string, Omit<Candidate, 'index'>> {
  const known = new Map<string, Omit<Candidate, 'index'>>();
  const add = (header: string, field: string, confidence: number): void => {
    const key = compact(normalizeHeader(header));
    if (key !== '' && !known.has(key)) known.set(key, { field, confidence });
  };
  for (const { name, header } of fields) add(header, name, 1);
  for (const { name } of fields) add(name, name, 1);
  for (const { name, synonyms } of fields) {
    for (const synonym of synonyms) add(synonym, name, SYNONYM_CONFIDENCE);
  }
  return known;
}

function headerRow(
  rows: readonly SpreadsheetRow[],
  isKnown: (key: string) => boolean,
): SpreadsheetRow | undefined {
  let best: SpreadsheetRow | undefined;
  let most = 0;
  for (const row of rows) {
    const count = new Set(row.cells.map(normalizeHeader).filter((key) => key !== '' && isKnown(key))).size;
    if (count > most) [best, most] = [row, count];
  }
  const widest = Math.max(...rows.map(width));
  return best ?? rows.find((row) => width(row) >= widest * 0.6);
}

/** A header as it can be displayed, and stored by PostgreSQL. */
function headerText(cell: string): string {
  return cell.slice(0, LONGEST_HEADER).toWellFormed().replaceAll('\0', '').trim();
}

function width(row: SpreadsheetRow): number {
  return row.cells.filter((cell) => cell !== '').length;
}

/** The fields that a header may mean, best first. */
function matches(
  key: string,
  index: number,
  spellings: readonly { name: string; keys: readonly string[] }[],
  known: ReturnType<typeof knownHeaders>,
): Candidate[] {
  const exact = known.get(compact(key));
  if (exact) return [{ index, ...exact }];
  return spellings
    .map(({ name, keys }) => {
      const alike = keys.map((spelling) => headerSimilarity(key, spelling));
      return { index, field: name, confidence: Math.round(Math.max(...alike) * 100) / 100 };
    })
    .filter(({ confidence }) => confidence >= WORTH_SUGGESTING)
    .sort((left, right) => right.confidence - left.confidence);
}

function assign(candidates: readonly Candidate[]): Map<number, Candidate> {
  const columns = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const candidate of candidates.toSorted((left, right) => right.confidence - left.confidence)) {
    if (columns.has(candidate.index) || taken.has(candidate.field)) continue;
    columns.set(candidate.index, candidate);
    taken.add(candidate.field);
  }
  return columns;
}

function compact(key: string): string {
  return key.replaceAll(' ', '');
}
