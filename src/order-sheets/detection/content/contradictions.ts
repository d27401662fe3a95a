import type { FieldName } from '../../../order-fields/catalogue.js';
import { orderFieldOf } from '../../../order-fields/order-fields.js';
import { Doubt, Refusal } from '../../../order-fields/problems.js';
import type { HeaderClaim, Meaning } from '../lexicon.js';
import type { Part } from '../words/parts.js';
import { isOfKind, type CellKind } from './cell-kinds.js';
import type { ColumnContent } from './column-content.js';

const values: readonly CellKind[] = [
  'currency',
  'date',
  'time',
  'timeWindow',
  'email',
  'url',
  'answer',
  'status',
];
const name: readonly CellKind[] = [
  ...values,
  'cents',
  'longPhone',
  'code',
  'sentence',
  'wordless',
  'address',
];

/** Kinds of cells that a field does not have. */
const FOREIGN: Readonly<Record<FieldName, readonly CellKind[]>> = {
  'address.addressName': [...values, 'cents', 'longPhone', 'sentence', 'measure'],
  'address.addressLineOne': [...values, 'cents', 'longPhone', 'wordless'],
  'address.addressLineTwo': [...values, 'cents', 'longPhone'],
  'address.city': [...values, 'cents', 'longPhone', 'sentence', 'wordless', 'code', 'address'],
  'address.state': [...values, 'cents', 'longPhone', 'sentence'],
  'address.zip': [...values, 'cents', 'longPhone', 'sentence', 'digitless'],
  'address.country': [...values, 'cents', 'longPhone', 'sentence', 'wordless', 'code'],
  notes: [
    ...values.filter((kind) => kind !== 'timeWindow' && kind !== 'time'),
    'cents',
    'longPhone',
    'wordless',
    'code',
  ],
  size: [...values, 'longPhone', 'sentence'],
  'recipient.name': name,
  activity: [],
  'recipient.email': [...values.filter((kind) => kind !== 'email'), 'longPhone', 'sentence'],
  'recipient.phone': [...values, 'cents', 'sentence', 'digitless'],
  externalId: [...values, 'cents', 'sentence', 'fraction'],
  packageCount: [...values, 'longPhone', 'sentence', 'huge'],
  products: [...values, 'cents', 'longPhone', 'whole', 'fraction'],
  'address.latitude': [...values, 'sentence', 'whole'],
  'address.longitude': [...values, 'sentence', 'whole'],
  requestedDate: [...values.filter((kind) => kind !== 'date'), 'longPhone', 'cents', 'sentence'],
  clientCode: [...values, 'cents', 'sentence', 'longPhone'],
  'timing.earliestTime': [...values.filter((kind) => kind !== 'time'), 'sentence'],
  'timing.latestTime': [...values.filter((kind) => kind !== 'time'), 'sentence'],
  'timing.serviceSeconds': [...values.filter((kind) => kind !== 'time'), 'sentence'],
};

/** Fields that only some texts can be read as: under a looser header, most cells must be readable. */
const READABLE = new Set<Meaning>([
  'address.country',
  'activity',
  'recipient.email',
  'packageCount',
  'address.latitude',
  'address.longitude',
  'requestedDate',
  'clientCode',
  'timing.earliestTime',
  'timing.latestTime',
  'timing.serviceSeconds',
]);

/** Kinds that nobody writes by mistake: they contradict even a field's own header, from two cells on. */
const GLARING = new Set<CellKind>(['currency', 'cents', 'date', 'email', 'url']);

/** What the parts of a field must be like for the most part. */
const REQUIRED: Readonly<Partial<Record<Part, CellKind>>> = {
  salutation: 'salutation',
  houseNumber: 'houseNumber',
  shortNumber: 'houseNumber',
  cityStateZip: 'cityStateZip',
  stateCode: 'stateCode',
  timeWindow: 'timeWindow',
};

/** Whether a column's cells are not what its header says. An empty column contradicts nothing. */
export function contradicts(content: ColumnContent, claim: Pick<HeaderClaim, 'meaning' | 'own'>): boolean {
  if (content.isEmpty) return false;
  const { meaning, own } = claim;
  if (!isField(meaning)) return contradictsPart(content, meaning);
  if (own) {
    const glaring = FOREIGN[meaning].filter((kind) => GLARING.has(kind));
    return (
      (content.filled.length > 1 && glaring.some((kind) => content.share(kind) >= 0.9)) ||
      (content.filled.length > 2 && READABLE.has(meaning) && unreadable(content, meaning) === 1)
    );
  }
  if (FOREIGN[meaning].some((kind) => content.share(kind) >= 0.5)) return true;
  if (meaning === 'packageCount' && content.share('fraction') >= 0.2) return true;
  if (meaning === 'externalId' && isRepetitive(content)) return true;
  return READABLE.has(meaning) && unreadable(content, meaning) > 0.5;
}

function contradictsPart(content: ColumnContent, part: Part): boolean {
  const required = REQUIRED[part];
  if (required) return content.share(required) < 0.6;
  if (part === 'houseSuffix') return content.shareOf('short', (cell) => cell.length <= 6) < 0.8;
  if (part === 'lineThree') return contradicts(content, { meaning: 'address.addressLineTwo', own: false });
  return name.some((kind) => content.share(kind) >= 0.5);
}

/** An Id that most orders share is none; lines of one order, one below the other, may share it. */
function isRepetitive(content: ColumnContent): boolean {
  const { runs } = content;
  return content.filled.length >= 4 && (runs.length === 1 || new Set(runs).size / runs.length < 0.5);
}

function unreadable(content: ColumnContent, field: FieldName): number {
  const orderField = orderFieldOf(field);
  return content.shareOf(`unreadable as ${field}`, (cell) => {
    if (field === 'requestedDate' && (isOfKind('date', cell) || isOfKind('serialDay', cell))) return false;
    const read = orderField.parse(cell, { countryCode: null });
    if (read instanceof Doubt) return read.code === 'country_not_recognised';
    return read instanceof Refusal && read.code !== 'date_ambiguous' && read.code !== 'too_long';
  });
}

export function isField(meaning: Meaning): meaning is FieldName {
  return meaning in FOREIGN;
}
