import type { FieldName } from '../../order-fields/catalogue.js';
import { standingOf, type Candidate } from './candidates.js';
import type { CellKind } from './content/cell-kinds.js';
import type { ColumnContent } from './content/column-content.js';
import { contradicts, isField } from './content/contradictions.js';
import type { Lexicon, Meaning } from './lexicon.js';
import type { Part } from './words/parts.js';

const MOST_SUGGESTIONS = 3;
const WORTH_SUGGESTING = 0.6;
/** So much less alike than the best, a field is no longer worth a thought. */
const FAR_BEHIND = 0.15;
/** A field that has its column needs a better reason to be suggested for another. */
const WORTH_SUGGESTING_TWICE = 0.75;

const FIELD_OF_PART: Readonly<Record<Part, FieldName>> = {
  salutation: 'recipient.name',
  firstName: 'recipient.name',
  middleName: 'recipient.name',
  lastName: 'recipient.name',
  houseNumber: 'address.addressLineOne',
  shortNumber: 'address.addressLineOne',
  houseSuffix: 'address.addressLineOne',
  lineThree: 'address.addressLineTwo',
  cityStateZip: 'address.city',
  stateCode: 'address.state',
  timeWindow: 'timing.earliestTime',
};

/** Contents that tell their field by themselves. */
const TELLING: readonly (readonly [CellKind, FieldName])[] = [
  ['email', 'recipient.email'],
  ['longPhone', 'recipient.phone'],
  ['postcode', 'address.zip'],
  ['cityStateZip', 'address.city'],
  ['address', 'address.addressLineOne'],
];

/** A column that is not used: its header, what it holds, what it claims. */
export interface UnusedColumn {
  key: string;
  content: ColumnContent;
  candidate: Candidate | undefined;
}

/** Fields that an unused column may be meant for, best first. */
export function suggestionsFor(
  { key, content, candidate }: UnusedColumn,
  lexicon: Lexicon,
  isFilled: (field: FieldName) => boolean,
): FieldName[] {
  const free = (field: FieldName) => !isFilled(field);
  const claimed = candidate ? claimedField(candidate, free) : null;
  if (candidate && claimed === null) return [];
  const told = TELLING.filter(([kind, field]) => free(field) && content.share(kind) >= 0.8).map(
    ([, field]) => field,
  );
  const alike = key === '' || candidate ? [] : fieldsLike(key, content, lexicon, free);
  return [
    ...new Set([
      ...(claimed && !candidate?.contradicted ? [claimed] : []),
      ...told,
      ...(claimed ? [claimed] : []),
      ...alike,
    ]),
  ].slice(0, MOST_SUGGESTIONS);
}

/** The field, or the one that a part is of. */
export function fieldOfMeaning(meaning: Meaning): FieldName {
  return isField(meaning) ? meaning : FIELD_OF_PART[meaning];
}

/** A sender's column is no suggestion, nor is a bill's where the delivery has one. */
function claimedField(candidate: Candidate, free: (field: FieldName) => boolean): FieldName | null {
  const { meaning, qualifier } = candidate;
  const field = fieldOfMeaning(meaning);
  if (qualifier === 'sender') return null;
  return standingOf(candidate) > 0 || free(field) ? field : null;
}

function fieldsLike(
  key: string,
  content: ColumnContent,
  lexicon: Lexicon,
  free: (field: FieldName) => boolean,
): FieldName[] {
  const likely = lexicon.likely(key);
  const best = likely[0]?.similarity ?? 0;
  return likely
    .filter(({ similarity }) => similarity >= best - FAR_BEHIND)
    .filter(
      ({ field, similarity }) => similarity >= (free(field) ? WORTH_SUGGESTING : WORTH_SUGGESTING_TWICE),
    )
    .filter(({ field }) => !contradicts(content, { meaning: field, own: false }))
    .map(({ field }) => field);
}
