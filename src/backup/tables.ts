import pg from 'pg';

/** A table to save. */
export interface Table {
  name: string;
  /** Without generated columns and transaction numbers, which mean nothing in another cluster. */
  columns: string[];
  /** The tables it refers to, by foreign keys or by triggers that hold the same. */
  parents: string[];
  /** Whether row level security also applies to the table's owner. */
  isForced: boolean;
}

const migrationsTable = 'mikro_orm_migrations';

/** Leaves out the tables of extensions. */
const tablesSql = `
  select c.relname as name, c.relforcerowsecurity as "isForced",
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype order by a.attnum) as columns,
         array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
                where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid
               union
               select distinct p.relname::text from pg_trigger t join pg_class p on p.oid = t.tgrelid
                where t.tgconstrrelid = c.oid and not t.tgisinternal) as parents
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '${migrationsTable}'
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
   order by c.relname`;

/** Every table except that of the migrations, each after those it refers to. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(tablesSql);
  const ordered: Table[] = [];
  let left = rows;
  while (left.length > 0) {
    const ready = left.filter(({ parents }) =>
      parents.every((parent) => ordered.some(({ name }) => name === parent)),
    );
    if (ready.length === 0)
      throw new Error(
        `These tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`,
      );
    ordered.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** The migrations that a database has run, oldest first. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from ${migrationsTable} order by id`);
  return rows.map(({ name }) => name);
}

export function columnList(columns: string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

/** PostgreSQL rejects COPY into a table whose row level security applies to the owner, so it is lifted meanwhile. */
export async function forceWalls(client: pg.ClientBase, tables: Table[], isForced: boolean): Promise<void> {
  for (const table of tables.filter(({ isForced }) => isForced))
    await client.query(
      `alter table ${pg.escapeIdentifier(table.name)} ${isForced ? '' : 'no'} force row level security`,
    );
}

const sequencesSql = `
  select c.relname as "table", a.attname as "column", s.oid::regclass::text as sequence
    from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S'
    join pg_class c on c.oid = d.refobjid and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
   where d.deptype in ('a', 'i') and c.relname <> '${migrationsTable}'`;

/** Sets every sequence to continue after the largest number in its column. */
export async function setSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(sequencesSql);
  for (const { table, column, sequence } of rows) {
    const largest = `max(${pg.escapeIdentifier(column)})`;
    await client.query(
      `select setval($1::regclass, coalesce(${largest}, 1), ${largest} is not null) from ${pg.escapeIdentifier(table)}`,
      [sequence],
    );
  }
}
