import type { ColumnContent } from './content/column-content.js';
import { contradicts } from './content/contradictions.js';
import type { HeaderClaim, Lexicon, Meaning } from './lexicon.js';
import type { Qualifier } from './words/qualifiers.js';

/** A column of the sheet whose target nobody has said. */
export interface Candidate extends HeaderClaim {
  index: number;
  /** The normalised header. */
  key: string;
  content: ColumnContent;
  /** Whether its cells are not what its header says. */
  contradicted: boolean;
}

/** Which of two headers speaks of the stop: "Shipping City" before "City" before "Customer City". */
const STANDING: Readonly<Record<Qualifier | 'none', number>> = {
  stop: 3,
  none: 2,
  customer: 1,
  billing: 0,
  pickup: 0,
  sender: 0,
};

export function standingOf({ qualifier }: Pick<Candidate, 'qualifier'>): number {
  return STANDING[qualifier ?? 'none'];
}

/** What the headers claim that nobody else has said. */
export function candidatesOf(
  headers: ReadonlyMap<number, string>,
  contents: readonly ColumnContent[],
  lexicon: Lexicon,
): Candidate[] {
  return [...headers].flatMap(([index, key]) => {
    const first = lexicon.read(key);
    if (!first) return [];
    const content = contents[index]!;
    const second = contradicts(content, first) ? lexicon.otherwise(key) : null;
    const claim = second && !contradicts(content, second) ? second : first;
    return [{ ...claim, index, key, content, contradicted: contradicts(content, claim) }];
  });
}

/** The columns that may be used, by what they mean, the best first. */
export function usableByMeaning(candidates: readonly Candidate[]): Map<Meaning, Candidate[]> {
  const usable = candidates.filter(
    (candidate) => candidate.sure && !candidate.contradicted && standingOf(candidate) > 0,
  );
  return Map.groupBy(usable.toSorted(better), ({ meaning }) => meaning);
}

function better(left: Candidate, right: Candidate): number {
  return (
    Number(left.content.isEmpty) - Number(right.content.isEmpty) ||
    standingOf(right) - standingOf(left) ||
    Number(right.own) - Number(left.own) ||
    left.rank - right.rank ||
    left.index - right.index
  );
}
