import {
  asKind,
  listOf,
  nameOf,
  queriesIn,
  statementsIn,
  tablesIn,
  wordsOf,
  type SqlNode,
  type SqlTree,
} from './sql-tree.js';
import { StatementLevel, type Output } from './statement-level.js';

/** Statements that mention tables without touching their rows. */
const harmless = ['CreateStmt', 'TransactionStmt', 'VariableSetStmt'];

/** Statements that do what their parts do not show. */
const opaque = ['DoStmt', 'CallStmt'];

/** The parts of a statement that are read on their own, before its expressions. */
const readBefore = ['withClause', 'fromClause', 'usingClause', 'selectStmt', 'larg', 'rarg', 'relation'];

/** What the queries named by `with` return. */
type Named = ReadonlyMap<string, Output[]>;

/**
 * The tables whose rows a statement does not hold to one organization, by the names it has for them. A table is held
 * by `organization_id = $1`, by an equality with one that is, or by being written with such a value. What is not
 * understood counts as not held. Which organization a value names is not looked at: the row policies do that.
 * @param tenantTables for each tenant table, the column that says whose a row is
 */
export function spansOrganizations(sql: string, tenantTables: ReadonlyMap<string, string>): string[] {
  return statementsIn(sql)
    .filter((statement) => !harmless.some((kind) => asKind(statement, kind)))
    .flatMap((statement) => new Reading(tenantTables).spanned(statement));
}

class Reading {
  /** Mentions of tables that are held, and of names that are no tables. */
  private readonly good = new Set<SqlTree>();

  constructor(private readonly tenantTables: ReadonlyMap<string, string>) {}

  spanned(statement: SqlNode): string[] {
    const hidden = opaque.filter((kind) => asKind(statement, kind));
    if (hidden.length > 0) return hidden;
    for (const query of queriesIn(statement)) this.read(query, undefined, new Map());
    return [...tablesIn(statement)]
      .filter((mention) => this.tenantTables.has(mention.relname as string) && !this.good.has(mention))
      .map(nameOf);
  }

  /** Reads a query and what is in it; returns what it returns. */
  private read(query: unknown, outer: StatementLevel | undefined, known: Named): Output[] {
    const [[kind, tree]] = Object.entries(query as SqlNode) as [[string, SqlTree]];
    const named = this.readNamed(tree.withClause as SqlTree | undefined, outer, known);
    if (tree.larg) return this.readBoth(tree, outer, named);
    const level = new StatementLevel(outer);
    level.assume(tree.whereClause);
    if (kind === 'InsertStmt') this.addWritten(tree, level, named);
    else
      this.addFrom(
        [tree.relation && { RangeVar: tree.relation }, tree.fromClause, tree.usingClause],
        level,
        named,
      );
    level.settle();
    for (const { fixed, tenant } of level.relations) {
      if (!tenant) continue;
      const isHeld = fixed.has(tenant.column) && !changedIn(kind, tree).includes(tenant.column);
      this.good[isHeld ? 'add' : 'delete'](tenant.mention);
    }
    for (const [part, value] of Object.entries(tree))
      if (!readBefore.includes(part)) this.readIn(value, level, named);
    const returned = (tree.returningClause as SqlTree | undefined)?.exprs;
    return tree.valuesLists
      ? valuesOf(tree.valuesLists, level)
      : level.outputsOf(kind === 'SelectStmt' ? tree.targetList : returned);
  }

  private readIn(value: unknown, level: StatementLevel, named: Named): void {
    for (const query of queriesIn(value)) this.read(query, level, named);
  }

  private readNamed(clause: SqlTree | undefined, outer: StatementLevel | undefined, known: Named): Named {
    const named = new Map(known);
    for (const each of listOf(clause?.ctes)) {
      const { ctename, ctequery, aliascolnames } = asKind(each, 'CommonTableExpr')!;
      const first = asKind(ctequery, 'SelectStmt')?.larg;
      const returned = (query: unknown) => renamed(this.read(query, outer, named), aliascolnames);
      // What a recursive query reads of itself begins with its first half, and is what both halves have in the end.
      let itself = clause?.recursive && first ? returned({ SelectStmt: first }) : undefined;
      for (;;) {
        if (itself) named.set(ctename as string, itself);
        const found = returned(ctequery);
        named.set(ctename as string, found);
        if (!itself || fixedIn(found) === fixedIn(itself)) break;
        itself = found;
      }
    }
    return named;
  }

  /** A `union` and its like. */
  private readBoth({ larg, rarg }: SqlTree, outer: StatementLevel | undefined, named: Named): Output[] {
    const [left, right] = [larg, rarg].map((half) => this.read({ SelectStmt: half }, outer, named));
    const isPlaced = arePlaced(left!) && arePlaced(right!);
    return left!.map((output, index) => ({
      ...output,
      fixed: output.fixed && isPlaced && (right![index]?.fixed ?? false),
    }));
  }

  private addWritten({ relation, cols, selectStmt }: SqlTree, level: StatementLevel, named: Named): void {
    const mention = relation as SqlTree;
    const column = this.tenantTables.get(mention.relname as string);
    const values = selectStmt ? this.read(selectStmt, level.outer, named) : [];
    const index = listOf(cols).findIndex((col) => asKind(col, 'ResTarget')?.name === column);
    const fixed = column !== undefined && arePlaced(values) && values[index]?.fixed ? [column] : [];
    const tenant = column === undefined ? undefined : { mention, column };
    level.relations.push({ name: nameOf(mention), tenant, fixed: new Set(fixed) });
    level.relations.push({ name: 'excluded', fixed: new Set(fixed) });
  }

  private addFrom(item: unknown, level: StatementLevel, named: Named): void {
    for (const one of listOf(item)) this.addFrom(one, level, named);
    const table = asKind(item, 'RangeVar');
    const subquery = asKind(item, 'RangeSubselect');
    const call = asKind(item, 'RangeFunction');
    const join = asKind(item, 'JoinExpr');
    if (table) this.addTable(table, level, named);
    else if (subquery) {
      level.settle();
      const outputs = this.read(subquery.subquery, subquery.lateral ? level : level.outer, named);
      level.relations.push({ name: nameOf(subquery), fixed: fixedOf(outputs, subquery) });
    } else if (call) {
      this.readIn(call.functions, level, named);
      level.relations.push({ name: nameOf(call), fixed: new Set() });
    } else if (join) this.addJoin(join, level, named);
  }

  private addTable(mention: SqlTree, level: StatementLevel, named: Named): void {
    const table = mention.relname as string;
    const outputs = mention.schemaname === undefined ? named.get(table) : undefined;
    if (outputs) this.good.add(mention);
    const isRenamed = wordsOf((mention.alias as SqlTree | undefined)?.colnames).length > 0;
    const column = outputs || isRenamed ? undefined : this.tenantTables.get(table);
    const tenant = column === undefined ? undefined : { mention, column };
    level.relations.push({ name: nameOf(mention), tenant, fixed: fixedOf(outputs ?? [], mention) });
  }

  private addJoin({ larg, rarg, jointype, quals }: SqlTree, level: StatementLevel, named: Named): void {
    const count = level.relations.length;
    this.addFrom(larg, level, named);
    const left = level.relations.slice(count);
    this.addFrom(rarg, level, named);
    const right = level.relations.slice(count + left.length);
    const limited = { JOIN_INNER: undefined, JOIN_LEFT: right, JOIN_RIGHT: left }[jointype as string] ?? [];
    level.assume(quals, jointype === 'JOIN_INNER' ? undefined : limited);
    this.readIn(quals, level, named);
  }
}

const fixedOf = (outputs: Output[], { alias }: SqlTree) =>
  new Set(
    renamed(outputs, (alias as SqlTree | undefined)?.colnames).flatMap(({ name, fixed }) =>
      fixed ? [name] : [],
    ),
  );

const renamed = (outputs: Output[], names: unknown): Output[] => {
  const words = wordsOf(names);
  if (words.length === 0) return outputs;
  const isPlaced = arePlaced(outputs);
  return outputs.map((output, index) => ({
    ...output,
    name: words[index] ?? output.name,
    fixed: output.fixed && isPlaced,
  }));
};

/** Whether each stands at its place: what a star returns is not all known. */
const arePlaced = (outputs: Output[]) => !outputs.some(({ name }) => name === '*');

const fixedIn = (outputs: Output[]) => outputs.map(({ fixed }) => Number(fixed)).join('');

/** The columns that a statement gives other values in rows that are there already. */
function changedIn(kind: string, { targetList, onConflictClause }: SqlTree): string[] {
  const targets = kind === 'UpdateStmt' ? targetList : (onConflictClause as SqlTree | undefined)?.targetList;
  return listOf(targets).map((target) => asKind(target, 'ResTarget')?.name as string);
}

/** Rows of values, which are written each by itself. */
function valuesOf(rows: unknown, level: StatementLevel): Output[] {
  const [first = [], ...others] = listOf(rows).map((row) => listOf(asKind(row, 'List')?.items));
  return first.map((value, index) => ({
    name: `column${index + 1}`,
    fixed: [value, ...others.map((row) => row[index])].every((one) => level.isFixed(one)),
  }));
}
