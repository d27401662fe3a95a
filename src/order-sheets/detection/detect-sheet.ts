import type { FieldName } from '../../order-fields/catalogue.js';
import { type SpreadsheetRow } from '../../spreadsheets/index.js';
import { overlaid } from '../overlaid.js';
import { exportFacts, exportHeader } from '../export-headers.js';
import { reasonHeader } from '../reason-header.js';
import {
  fieldOf,
  type ColumnTarget,
  type SheetColumn,
  type SheetMapping,
  type SplitKind,
} from '../sheet-columns.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { contentsOf, type ColumnContent } from './content/column-content.js';
import { chooseColumns } from './detect-columns.js';
import { headerKeys, headerRow, headerTexts } from './header-row.js';
import { normalizeHeader } from './header-similarity.js';
import { lexiconFor, type Audience, type Lexicon } from './lexicon.js';
import { fieldOfMeaning, suggestionsFor } from './suggestions.js';

/** What is asked of a sheet. */
export interface SheetQuestion {
  /** Its first thousand rows or so. */
  rows: readonly SpreadsheetRow[];
  /** Dispatchers have columns of their own. */
  audience: Audience;
  /** What the caller says of this file. */
  mapping: SheetMapping;
  /** What this tenant's earlier files were taught. */
  taught: SheetMapping;
  /** The columns of the layout that the file has. */
  profile?: { readonly columns: SheetMapping } | null;
  /** Where the caller says that the header is, as the spreadsheet program numbers rows. */
  headerRow?: number | null;
}

/** Where a sheet's header is, and what its columns are. */
export interface DetectedSheet {
  /** As the spreadsheet program numbers it. */
  headerRow: number;
  columns: SheetColumn[];
  /** Headers that `mapping` names but the sheet does not have. */
  missing: string[];
  /** How much it looks like orders, against the other sheets of its workbook. */
  score: number;
}

type Basis = 'mapping' | 'taught' | 'profile';

interface Said {
  target: ColumnTarget | null;
  basis: Basis;
}

/** What a cell that is split fills in any case. */
const SPLIT_FIELDS: Readonly<Record<SplitKind, FieldName[]>> = {
  address: ['address.addressLineOne', 'address.city', 'address.zip'],
  'city-state-zip': ['address.city', 'address.zip'],
  'time-window': ['timing.earliestTime', 'timing.latestTime'],
};

const SYNONYM_CONFIDENCE = 0.95;

/**
 * Finds the header and what each column holds, by its header and its cells together. What is said of a header wins;
 * of the others only those are used whose header is known and whose cells do not contradict it.
 *
 * @returns null when there are no rows, or not the row that is said to be the header
 */
export function detectSheet(question: SheetQuestion): DetectedSheet | null {
  const { rows, audience, mapping } = question;
  const lexicon = lexiconFor(audience);
  const said = whatIsSaid(question);
  const header = headerOf(question, (key) => said.has(key) || lexicon.knows(key));
  if (!header) return null;
  const below = rows.filter(({ number }) => number > header.number).map(({ cells }) => cells);
  const keys = headerKeys(
    header,
    rows,
    (whole, key) => !said.has(key) && (said.has(whole) || lexicon.knows(whole)),
  );
  const contents = contentsOf(below, keys.length);
  const columns = detectColumns(header.cells, keys, contents, said, lexicon);
  return {
    headerRow: header.number,
    columns,
    missing: Object.keys(mapping).filter((name) => !keys.includes(normalizeHeader(name))),
    score: scoreOf(columns, contents),
  };
}

function headerOf({ rows, headerRow: wanted }: SheetQuestion, isKnown: (key: string) => boolean) {
  if (wanted == null) return headerRow(rows, isKnown);
  const row = rows.find(({ number }) => number === wanted);
  return row && headerTexts(row);
}

function headersOf(mapping: SheetMapping): Set<string> {
  return new Set(Object.keys(mapping).map(normalizeHeader));
}

/** Columns of our own exports that are no fields of an order. */
const passedOver = exportFacts.map((fact): [string, Said] => [
  normalizeHeader(exportHeader(fact)),
  { target: null, basis: 'profile' },
]);

/** By normalised header: what the mapping says, else what was taught, else what the profile has. */
function whatIsSaid({ mapping, taught, profile }: SheetQuestion): Map<string, Said> {
  const [byCaller, learnt] = [headersOf(mapping), headersOf(taught)];
  const told = Object.entries(overlaid(overlaid(profile?.columns ?? {}, taught), mapping)).map(
    ([header, target]) => [normalizeHeader(header), target] as const,
  );
  const asked = told
    .filter(([key]) => key !== '')
    .map(([key, target]): [string, Said] => [
      key,
      { target, basis: byCaller.has(key) ? 'mapping' : learnt.has(key) ? 'taught' : 'profile' },
    ]);
  return new Map([...passedOver, ...asked]);
}

function detectColumns(
  headers: readonly string[],
  keys: readonly string[],
  contents: readonly ColumnContent[],
  said: ReadonlyMap<string, Said>,
  lexicon: Lexicon,
): SheetColumn[] {
  const told = saidTargets(keys, said, lexicon);
  const filled = new Set([...told.values()].flatMap(fieldsOf));
  const unsaid = new Map([...keys.entries()].filter(([, key]) => key !== '' && !said.has(key)));
  const isCorrected = keys.includes(normalizeHeader(reasonHeader));
  const candidates = candidatesOf(unsaid, contents, lexicon, isCorrected);
  const choice = chooseColumns(candidates, filled);
  for (const target of choice.targets.values()) for (const field of fieldsOf(target)) filled.add(field);
  const isFilled = (field: FieldName) => filled.has(field);
  const targetOf = (index: number) => told.get(index) ?? choice.targets.get(index) ?? null;
  /** Whether the columns used for the same person or place have all of its words, too. */
  const isRepeated = ({ index, meaning, content }: Candidate) => {
    if (!choice.redundant.has(index)) return false;
    const [about] = fieldOfMeaning(meaning).split('.');
    const used = contents.filter((_, at) => {
      const target = targetOf(at);
      return target !== null && fieldsOf(target).some((field) => field.startsWith(`${about}.`));
    });
    return content.isRepeatedIn(used);
  };

  return headers.map((header, index): SheetColumn => {
    const key = keys[index]!;
    const content = contents[index]!;
    const candidate = candidates.find((column) => column.index === index);
    const word = said.get(key);
    const found = targetOf(index);
    const isSettled = found !== null || word?.target === null || (candidate && isRepeated(candidate));
    const suggestions = isSettled ? [] : suggestionsFor({ key, content, candidate }, lexicon, isFilled);
    return {
      index,
      header,
      target: found,
      grade: found ? 'applied' : suggestions.length > 0 ? 'suggested' : null,
      basis: isSettled || choice.redundant.has(index) ? (word?.basis ?? 'header') : null,
      confidence: found ? (word || candidate?.own ? 1 : SYNONYM_CONFIDENCE) : 0,
      suggestions,
      lost: !isSettled && !content.isEmpty,
    };
  });
}

/**
 * By column, without what is not for this audience. Of equal headers the first has the target, unless its cells are
 * joined.
 */
function saidTargets(
  keys: readonly string[],
  said: ReadonlyMap<string, Said>,
  lexicon: Lexicon,
): Map<number, ColumnTarget> {
  const targets = new Map<number, ColumnTarget>();
  const taken = new Set<string>();
  keys.forEach((key, index) => {
    const target = said.get(key)?.target;
    if (!target || !fieldsOf(target).some((field) => lexicon.has(field))) return;
    const isJoined = 'field' in target && target.join !== undefined;
    const claim = 'split' in target ? target.split : `${target.field} ${target.fallback ?? false}`;
    if (!isJoined && taken.has(claim)) return;
    taken.add(claim);
    targets.set(index, target);
  });
  return targets;
}

function fieldsOf(target: ColumnTarget): FieldName[] {
  if ('field' in target) return [target.field];
  return SPLIT_FIELDS[target.split];
}

/** What a list of customers does not have. */
const ORDERED: readonly FieldName[] = ['externalId', 'packageCount', 'products', 'requestedDate'];

/** A sheet with an address and orders below its header beats any list without. */
function scoreOf(columns: readonly SheetColumn[], contents: readonly ColumnContent[]): number {
  const fields = new Set(columns.map(fieldOf).filter((field) => field !== null));
  const splits = columns.some(({ target }) => target && 'split' in target && target.split === 'address');
  const located =
    splits ||
    fields.has('address.addressLineOne') ||
    (fields.has('address.latitude') && fields.has('address.longitude'));
  const ordered = ORDERED.filter((field) => fields.has(field)).length;
  const score = fields.size + Number(splits) + ordered * 4 + (located ? 20 : 0);
  return contents.every(({ isEmpty }) => isEmpty) ? score / 2 : score;
}
