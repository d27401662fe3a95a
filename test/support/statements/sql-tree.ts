import { loadModule, parseSync } from 'libpg-query';

await loadModule();

/** The parts of a node of PostgreSQL's own parse tree. */
export type SqlTree = Record<string, unknown>;

/** A node: its parts under PostgreSQL's name for what it is. */
export type SqlNode = Record<string, SqlTree>;

export function statementsIn(sql: string): SqlNode[] {
  return (parseSync(sql).stmts ?? []).map(({ stmt }) => stmt as unknown as SqlNode);
}

/** The parts of `value` where it is a node of this kind. */
export const asKind = (value: unknown, kind: string) => ((value ?? {}) as Partial<SqlNode>)[kind];

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Names such as `o.organization_id`, part by part; a star is `*`. */
export const wordsOf = (value: unknown): string[] =>
  listOf(value).map((part) => (asKind(part, 'A_Star') ? '*' : (asKind(part, 'String')?.sval as string)));

/** The columns of a reference, which a `select` list or a condition makes; none for another expression. */
export const columnOf = (value: unknown) => wordsOf(asKind(value, 'ColumnRef')?.fields);

/** The outermost queries in `value`. */
export function* queriesIn(value: unknown): Generator<SqlNode> {
  if (typeof value !== 'object' || value === null) return;
  for (const [kind, part] of Object.entries(value))
    if (isQuery(kind)) yield { [kind]: part as SqlTree };
    else yield* queriesIn(part);
}

const isQuery = (kind: string) => /^(Select|Insert|Update|Delete|Merge)Stmt$/.test(kind);

/** Every mention of a table, or of what looks like one. */
export function* tablesIn(value: unknown): Generator<SqlTree> {
  if (typeof value !== 'object' || value === null) return;
  if ('relname' in value) yield value;
  for (const part of Object.values(value)) yield* tablesIn(part);
}

/** The name by which a statement asks for the columns of a table, a subquery or a function. */
export const nameOf = ({ alias, relname }: SqlTree) =>
  ((alias as SqlTree | undefined)?.aliasname ?? relname ?? '') as string;
