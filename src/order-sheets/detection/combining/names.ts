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
  if (parts.length === 0) {
    if (whole) choice.use(whole, { field: FIELD });
    return;
  }
  const isComplete = isNamed(parts, 'firstName') && isNamed(parts, 'lastName');
  const standing = Math.max(...parts.map(standingOf));
  if (!whole || whole.content.isEmpty || standingOf(whole) < standing) return useParts(choice, parts);
  const core = parts.filter(({ meaning }) => meaning !== 'salutation');
  const hasParts = core.every(
    (part) => part.content.isEmpty || whole.content.containing(part.content) >= CONTAINED,
  );
  if (standingOf(whole) > standing || hasParts) {
    choice.use(whole, { field: FIELD });
    if (hasParts) for (const part of parts) choice.redundant.add(part.index);
    return;
  }
  // "Vorname" beside "Name", "Cognome" beside "Nome": the column called name has the other half.
  useParts(choice, isComplete ? parts : [...parts, whole]);
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

/** The parts of the name of one person: shipping first and last name, or the plain ones. */
function partsOf(choice: Choice): Candidate[] {
  const cores = [...choice.of('firstName'), ...choice.of('lastName')];
  if (cores.length === 0) return [];
  const standing = Math.max(
    ...cores.filter(isFilled).map(standingOf),
    ...(cores.some(isFilled) ? [] : cores.map(standingOf)),
  );
  return (['salutation', 'firstName', 'middleName', 'lastName'] as const).flatMap(
    (part) => choice.of(part).find((column) => standingOf(column) === standing) ?? [],
  );
}

function isFilled({ content }: Candidate): boolean {
  return !content.isEmpty;
}

function isNamed(parts: readonly Candidate[], meaning: Candidate['meaning']): boolean {
  return parts.some((part) => part.meaning === meaning);
}
