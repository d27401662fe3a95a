import type { Candidate } from '../candidates.js';
import { standingOf } from '../candidates.js';
import type { Choice } from '../choice.js';

const FIELD = 'recipient.name';
/** The share of the rows from which on a text counts as contained in another. */
const CONTAINED = 0.6;

/** First and last name make the recipient's name, unless one column has both. */
export function chooseName(choice: Choice): void {
  if (choice.isSaid(FIELD)) return;
  const whole = choice.best(FIELD);
  const parts = partsOf(choice);
  if (whole && (parts.length === 0 || isFullName(whole, parts))) {
    choice.use(whole, { field: FIELD });
    if (hasAll(whole, parts)) for (const part of parts) choice.redundant.add(part.index);
    return;
  }
  const isComplete = isNamed(parts, 'firstName') && isNamed(parts, 'lastName');
  // "Vorname" beside "Name", "Cognome" beside "Nome": the column called name has the other half.
  const isHalf = whole && !isComplete && !whole.content.isEmpty && whole.qualifier !== 'customer';
  useParts(choice, isHalf ? [...parts, whole] : parts);
}

/** Whether a column has names, rather than the first or last names that others lack. */
function isFullName(whole: Candidate, parts: readonly Candidate[]): boolean {
  if (whole.content.isEmpty) return false;
  if (hasAll(whole, parts)) return true;
  if (standingOf(whole) <= Math.max(...parts.map(standingOf))) return false;
  const isComplete = isNamed(parts, 'firstName') && isNamed(parts, 'lastName');
  return isComplete || whole.content.shareOf('of several words', (cell) => cell.includes(' ')) >= CONTAINED;
}

function hasAll(whole: Candidate, parts: readonly Candidate[]): boolean {
  return parts
    .filter(({ meaning, content }) => meaning !== 'salutation' && !content.isEmpty)
    .every(({ content }) => whole.content.containing(content) >= CONTAINED);
}

function useParts(choice: Choice, parts: readonly Candidate[]): void {
  const ordered = parts.toSorted((left, right) => left.index - right.index);
  const first = ordered.findIndex(({ meaning }) => meaning !== 'salutation');
  choice.join(
    ordered.filter(({ meaning }, at) => meaning !== 'salutation' || at < first),
    FIELD,
    ' ',
  );
}

/** The parts of one person's name: shipping first and last name, or the plain ones. */
function partsOf(choice: Choice): Candidate[] {
  const cores = [...choice.of('firstName'), ...choice.of('lastName')];
  if (cores.length === 0) return [];
  const filled = cores.filter(({ content }) => !content.isEmpty);
  const standing = Math.max(...(filled.length > 0 ? filled : cores).map(standingOf));
  return (['salutation', 'firstName', 'middleName', 'lastName'] as const).flatMap((part) => {
    const columns = choice.of(part);
    const same = columns.find((column) => standingOf(column) === standing);
    // "Prénom du destinataire" beside "Nom de famille": nobody else is named.
    return same ?? columns.find(({ qualifier }) => qualifier === null) ?? [];
  });
}

function isNamed(parts: readonly Candidate[], meaning: Candidate['meaning']): boolean {
  return parts.some((part) => part.meaning === meaning);
}
