import type { FieldName } from '../../order-fields/catalogue.js';
import type { ColumnTarget } from '../sheet-columns.js';
import type { Candidate } from './candidates.js';
import type { Meaning } from './lexicon.js';

/** What detection has decided of a sheet so far. */
export class Choice {
  /** By column. */
  readonly targets = new Map<number, ColumnTarget>();
  /** Columns that are passed over for others, which have their text for the most part. */
  readonly redundant = new Set<number>();
  /** Columns that look like their field but would bring a value from elsewhere. */
  readonly withdrawn = new Set<number>();

  constructor(
    /** The columns that may be used, the best first. */
    readonly usable: ReadonlyMap<Meaning, readonly Candidate[]>,
    /** Fields that a mapping, a teaching or a profile fills. */
    private readonly said: ReadonlySet<FieldName>,
  ) {}

  of(meaning: Meaning): readonly Candidate[] {
    return this.usable.get(meaning) ?? [];
  }

  best(meaning: Meaning): Candidate | undefined {
    return this.of(meaning)[0];
  }

  isSaid(field: FieldName): boolean {
    return this.said.has(field);
  }

  /** The column used for a field, unless someone has said one. */
  chosen(field: FieldName): Candidate | undefined {
    return this.of(field).find(({ index }) => {
      const target = this.targets.get(index);
      return target && 'field' in target && target.field === field;
    });
  }

  isFilled(field: FieldName): boolean {
    return this.isSaid(field) || this.chosen(field) !== undefined;
  }

  use(column: Candidate, target: ColumnTarget): void {
    this.targets.set(column.index, target);
  }

  join(columns: readonly Candidate[], field: FieldName, join: string): void {
    for (const column of columns) this.use(column, columns.length > 1 ? { field, join } : { field });
  }

  withdraw(field: FieldName): void {
    const column = this.chosen(field);
    if (!column) return;
    this.targets.delete(column.index);
    this.withdrawn.add(column.index);
  }
}
