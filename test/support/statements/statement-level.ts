import { asKind, columnOf, listOf, wordsOf, type SqlTree } from './sql-tree.js';

/** A column that a query returns, and whether it has one value there that the statement names. */
export interface Output {
  name: string;
  fixed: boolean;
}

/** What columns can be asked of: a table, a subquery or a function. */
export interface Relation {
  name: string;
  /** Of a tenant table: where the statement mentions it, and the column that says whose a row is. */
  tenant?: { mention: SqlTree; column: string };
  /** The columns that are held to one value. */
  fixed: Set<string>;
}

/** One select, insert, update or delete: its relations, and what its conditions say is equal. */
export class StatementLevel {
  readonly relations: Relation[] = [];
  private readonly equalities: { sides: [unknown, unknown]; limits?: Relation[] }[] = [];

  constructor(readonly outer: StatementLevel | undefined) {}

  /**
   * Takes in a condition that holds for all rows.
   * @param limits of an outer join: the relations that the condition limits; the rows of others stay
   */
  assume(condition: unknown, limits?: Relation[]): void {
    const several = asKind(condition, 'BoolExpr');
    if (several?.boolop === 'AND_EXPR') for (const one of listOf(several.args)) this.assume(one, limits);
    const comparison = asKind(condition, 'A_Expr');
    if (comparison?.kind !== 'AEXPR_OP' || wordsOf(comparison.name).at(-1) !== '=') return;
    const { lexpr, rexpr } = comparison;
    const rows = [lexpr, rexpr].map((side) => listOf(asKind(side, 'RowExpr')?.args));
    this.equalities.push({ sides: [lexpr, rexpr], limits });
    rows[0]!.forEach((one, index) => this.equalities.push({ sides: [one, rows[1]![index]], limits }));
  }

  /** Finds the columns that are held to one value, by themselves or through others. */
  settle(): void {
    for (let isNew = true; isNew;) {
      isNew = false;
      for (const { sides, limits } of this.equalities)
        for (const [side, other] of [sides, sides.toReversed()]) {
          const place = this.placeOf(side);
          if (!place || (limits && !limits.includes(place.relation)) || !this.isFixed(other)) continue;
          isNew ||= !place.relation.fixed.has(place.column);
          place.relation.fixed.add(place.column);
        }
    }
  }

  /** Whether an expression has one value that the statement names. */
  isFixed(expression: unknown): boolean {
    const cast = asKind(expression, 'TypeCast');
    if (cast) return this.isFixed(cast.arg);
    const constant = asKind(expression, 'A_Const') ?? asKind(expression, 'ParamRef');
    if (constant) return constant.isnull !== true;
    const place = this.placeOf(expression);
    return place ? place.relation.fixed.has(place.column) : (this.outer?.isFixed(expression) ?? false);
  }

  /** What a select list returns. */
  outputsOf(targets: unknown): Output[] {
    return listOf(targets).flatMap((target) => {
      const { val, name } = asKind(target, 'ResTarget')!;
      const words = columnOf(val);
      if (words.at(-1) === '*') return [...this.all(words.at(-2)), { name: '*', fixed: false }];
      return [{ name: (name ?? words.at(-1) ?? '') as string, fixed: this.isFixed(val) }];
    });
  }

  private all(of: string | undefined): Output[] {
    return this.relations
      .filter(({ name }) => of === undefined || name === of)
      .flatMap(({ fixed }) => [...fixed].map((name) => ({ name, fixed: true })));
  }

  /** The relation of this level that a column is of. Without its name, that is the only one or the only tenant table. */
  private placeOf(expression: unknown): { relation: Relation; column: string } | undefined {
    const [column, of] = columnOf(expression).toReversed();
    if (column === undefined || column === '*') return undefined;
    const possible = [
      this.relations.filter(({ name }) => of === undefined || name === of),
      this.relations.filter(({ tenant }) => of === undefined && tenant),
    ];
    const relation = possible.find(({ length }) => length === 1)?.[0];
    return relation && { relation, column };
  }
}
