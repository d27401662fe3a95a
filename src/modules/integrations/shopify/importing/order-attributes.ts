import { orderFieldOf } from '../../../../order-fields/order-fields.js';
import { parseDay } from '../../../../order-fields/parsers/days.js';
import { Doubt, Refusal } from '../../../../order-fields/problems.js';
import { normalizeHeader } from '../../../../order-sheets/index.js';

interface Attribute {
  key: string;
  value: string | null;
}

/** What the details that a shop's cart adds to an order say. */
export interface ReadAttributes {
  requestedDate: string | null;
  packageCount: number | null;
  size: string | null;
  /** The others as lines for the driver, and those that could not be read. */
  notes: string[];
  warnings: string[];
}

/** The catalogue's names of a column, as spreadsheets may have them, by which details are known too. */
function namesOf(field: Parameters<typeof orderFieldOf>[0], isMeant: (name: string) => boolean) {
  const { header, synonyms } = orderFieldOf(field);
  return new Set([header, ...synonyms].filter(isMeant).map(normalizeHeader));
}

const dates = namesOf('requestedDate', () => true);
/** A bare `Qty` or `Size` may be of the goods. */
const packageCounts = namesOf('packageCount', (name) => /pack|parcel|box|carton|colli/i.test(name));
const sizes = namesOf('size', (name) => name.toLowerCase() !== 'size');

/**
 * Reads the details of an order. A date that can be two days is not guessed but left in the notes, with a word. Details
 * whose name begins with an underscore are for programs, by Shopify's convention.
 */
export function readAttributes(attributes: readonly Attribute[]): ReadAttributes {
  const read: ReadAttributes = {
    requestedDate: null,
    packageCount: null,
    size: null,
    notes: [],
    warnings: [],
  };
  for (const { key, value } of attributes) {
    const text = value?.trim() ?? '';
    if (text === '' || key.startsWith('_')) continue;
    const name = normalizeHeader(key);
    if (dates.has(name)) readDate(read, key, text);
    else if (packageCounts.has(name) && read.packageCount === null) readCount(read, key, text);
    else if (sizes.has(name) && read.size === null) read.size = text;
    else read.notes.push(`${key}: ${text}`);
  }
  return read;
}

function readDate(read: ReadAttributes, key: string, text: string): void {
  const day = parseDay(text);
  if (typeof day === 'string' && (read.requestedDate === null || read.requestedDate === day)) {
    read.requestedDate = day;
    return;
  }
  if (day instanceof Refusal) {
    const why = day.code === 'date_ambiguous' ? day.says.split('. ')[0]! : 'is not a day that can be read';
    read.warnings.push(`${key} “${text}” ${why}; it stands in the notes. Fill in the requested date.`);
    read.notes.push(`${key}: ${text} (which day is meant could not be told)`);
    return;
  }
  read.warnings.push(`${key} “${text}” is another day than ${read.requestedDate}; it stands in the notes.`);
  read.notes.push(`${key}: ${text}`);
}

function readCount(read: ReadAttributes, key: string, text: string): void {
  const count = orderFieldOf('packageCount').parse(text, { countryCode: null });
  const value = count instanceof Doubt ? count.value : count;
  if (typeof value === 'number') read.packageCount = value;
  else {
    read.warnings.push(`${key} “${text}” is no number of packages; it stands in the notes.`);
    read.notes.push(`${key}: ${text}`);
  }
}
