import { standingOf, type Candidate } from '../candidates.js';
import type { Choice } from '../choice.js';

const LINE_ONE = 'address.addressLineOne';
const LINE_TWO = 'address.addressLineTwo';
const REGIONAL = ['address.city', 'address.zip', 'address.state', 'address.country'] as const;
const CONTAINED = 0.6;
/** A text in which another is so often is the fuller one of the two. */
const FULLER = 0.9;

/** The street line out of the columns that claim to be it, then what belongs to it. */
export function chooseStreet(choice: Choice): void {
  const street = choice.isSaid(LINE_ONE) ? undefined : streetOf(choice);
  if (street) {
    choice.use(street, { field: LINE_ONE });
    for (const other of choice.of(LINE_ONE)) {
      if (other !== street && !other.content.isEmpty) settleOther(choice, street, other);
    }
    joinHouseNumber(choice, street);
  }
  joinThirdLine(choice);
}

/** Prefers a street alone to a whole address where city and zip have columns of their own. */
function streetOf(choice: Choice): Candidate | undefined {
  const [best, ...others] = choice
    .of(LINE_ONE)
    .filter(({ content }, _, all) => !content.isEmpty || all.length === 1);
  if (!best) return choice.best(LINE_ONE);
  if (!isWhole(choice, best)) return fuller(choice, best, others) ?? best;
  return (
    others.find((other) => !isWhole(choice, other) && best.content.containing(other.content) >= CONTAINED) ??
    best
  );
}

/** A column that has the street and more, which is not in the columns beside it. */
function fuller(choice: Choice, street: Candidate, others: readonly Candidate[]): Candidate | undefined {
  return others.find(
    (other) =>
      standingOf(other) === standingOf(street) &&
      !isWhole(choice, other) &&
      other.content.containing(street.content) >= FULLER &&
      street.content.containing(other.content) < FULLER &&
      !addition(choice).some((column) => other.content.containing(column.content) >= CONTAINED),
  );
}

function addition(choice: Choice): Candidate[] {
  return [choice.chosen(LINE_TWO), choice.best('houseNumber')].filter((column) => column !== undefined);
}

function isWhole(choice: Choice, { content }: Candidate): boolean {
  return (['address.city', 'address.zip'] as const).some((field) => {
    const column = choice.chosen(field);
    return column !== undefined && content.containing(column.content) >= CONTAINED;
  });
}

function settleOther(choice: Choice, street: Candidate, other: Candidate): void {
  const isIn = street.content.containing(other.content) >= FULLER;
  const has = other.content.containing(street.content) >= FULLER;
  // A second "Street" is of another address.
  if (isIn || has || other.key === street.key) choice.redundant.add(other.index);
  else if (standingOf(other) < standingOf(street)) withdrawRegion(choice, street);
  else if (
    !choice.isFilled(LINE_TWO) &&
    !isWhole(choice, other) &&
    other.content.share('houseNumber') < FULLER
  )
    choice.use(other, { field: LINE_TWO });
}

/** "Address, City, Zip, Delivery Address": the city is not the one that is delivered to. */
function withdrawRegion(choice: Choice, street: Candidate): void {
  for (const field of REGIONAL) {
    const column = choice.chosen(field);
    if (
      column &&
      standingOf(column) < standingOf(street) &&
      street.content.containing(column.content) < CONTAINED
    )
      choice.withdraw(field);
  }
}

function joinHouseNumber(choice: Choice, street: Candidate): void {
  const named = choice.of('houseNumber').find((column) => standingOf(column) <= standingOf(street));
  const beside = choice.of('shortNumber').find(({ index }) => Math.abs(index - street.index) === 1);
  const number = named ?? beside;
  if (!number) return;
  if (street.content.containing(number.content) >= CONTAINED) {
    choice.redundant.add(number.index);
    return;
  }
  const numbered = street.content.shareOf('with a number', (cell) => /\d/.test(cell));
  if (numbered >= (named ? CONTAINED : 1 - CONTAINED)) return;
  const suffix = choice.best('houseSuffix');
  choice.join(
    [street, number, ...(suffix ? [suffix] : [])].sort((left, right) => left.index - right.index),
    LINE_ONE,
    ' ',
  );
}

function joinThirdLine(choice: Choice): void {
  const third = choice.best('lineThree');
  if (!third || choice.isSaid(LINE_TWO)) return;
  const second = choice.chosen(LINE_TWO);
  choice.join(second ? [second, third] : [third], LINE_TWO, ', ');
}
