import type pg from 'pg';
import { StartError } from '../../common/start-error.js';
import { openClient } from '../connections/connections.js';
import { isMigrated } from '../migrate.js';
import { localTables, referenceTables } from './placement.js';

/** The column by whose value Citus places a row. */
const column = 'organization_id';

/** Tells who is in a team with the caller. */
const colleagueFunction = 'is_colleague';

interface Table {
  name: string;
  isSpread: boolean;
  hasColumn: boolean;
}

interface Key {
  table: string;
  name: string;
  columns: string[];
}

interface ForeignKey extends Key {
  to: string;
  toColumns: string[];
  definition: string;
}

/** What a table of a distributed database may not have, each with what stands for it. */
const replaced = {
  // Citus checks foreign keys to tables that are on every node; triggers of their own would run on each.
  triggers: [
    ['orders', 'owners_of_new'],
    ['orders', 'owner_of_changed'],
    ['clients', 'orders_client_fk'],
    ['depots', 'orders_depot_fk'],
  ],
  foreignKeys: [
    ['orders', 'orders_client_fk', 'client_id', 'clients'],
    ['orders', 'orders_depot_fk', 'depot_id', 'depots'],
  ],
} as const;

const columnsOf = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as k (number, n)
          join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number order by k.n)`;

/**
 * Spreads the tables of the migrated database at `url` over the nodes of a Citus cluster, each row with its
 * organization, by one transaction. Nobody may work with the database meanwhile.
 * @throws StartError where the database is not Citus’s, not migrated, distributed already, or has a table without a place
 */
export async function distribute(url: string): Promise<void> {
  const owner = openClient(url, 'migrations');
  await owner.connect();
  try {
    await checkReady(owner);
    await owner.query('begin');
    // Those that remain note for search what changed, beside the row that changed.
    await owner.query('set local citus.enable_unsafe_triggers to on');
    // Foreign keys to tables on every node are added in the transaction that spreads the others.
    await owner.query("set local citus.multi_shard_modify_mode to 'sequential'");
    await spread(owner);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

async function checkReady(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ hasCitus: boolean; isDone: boolean }>(
    `select to_regproc('create_distributed_table') is not null as "hasCitus",
            to_regprocedure('${colleagueFunction}(uuid)') is not null as "isDone"`,
  );
  const { hasCitus, isDone } = rows[0]!;
  if (!hasCitus)
    throw new StartError(
      'The database at DATABASE_URL has no Citus to distribute it: use a coordinator with its extension.',
    );
  if (isDone) throw new StartError('The database at DATABASE_URL is distributed already.');
  if (!(await isMigrated(owner)))
    throw new StartError(
      'The database at DATABASE_URL does not have the tables of this version: start Waybill on it, stop it, and try again.',
    );
}

async function spread(owner: pg.ClientBase): Promise<void> {
  const tables = await tablesOf(owner);
  const placed = tables.filter(({ name }) => !(name in localTables));
  const divided = placed.filter(({ isSpread }) => isSpread);
  const foreignKeys = await foreignKeysOf(owner);
  const homeless = divided.filter(({ hasColumn }) => !hasColumn).map(({ name }) => name);
  if (homeless.length > 0)
    throw new StartError(
      `${homeless.join(', ')}: without a column ${column} nothing says where the rows belong. Add it, or name the table in placement.ts.`,
    );

  for (const [table, name] of replaced.triggers) await owner.query(`drop trigger ${name} on ${table}`);
  for (const { table, name } of foreignKeys)
    await owner.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of divided) await widenKeys(owner, name);
  // As the caller, who sees the memberships of the own team alone.
  await owner.query(`create function ${colleagueFunction}(person uuid) returns boolean language sql stable
    return exists (select from memberships m where m.user_id = person)`);
  for (const { name } of placed) await openPolicies(owner, name);

  for (const { name, isSpread } of placed)
    if (!isSpread) await owner.query('select create_reference_table($1::regclass)', [name]);
  const [first, ...others] = divided;
  await owner.query('select create_distributed_table($1::regclass, $2)', [first!.name, column]);
  for (const { name } of others)
    await owner.query('select create_distributed_table($1::regclass, $2, colocate_with => $3)', [
      name,
      column,
      first!.name,
    ]);

  const isSpread = (table: string) => divided.some(({ name }) => name === table);
  for (const key of foreignKeys) await owner.query(restored(key, isSpread(key.table) && isSpread(key.to)));
  for (const [table, name, child, parent] of replaced.foreignKeys)
    await owner.query(`alter table ${table} add constraint ${name}
      foreign key (${column}, ${child}) references ${parent} (${column}, id)`);
}

async function tablesOf(owner: pg.ClientBase): Promise<Table[]> {
  const { rows } = await owner.query<Omit<Table, 'isSpread'>>(
    `select relname::text as name,
            exists (select from pg_attribute where attrelid = c.oid and attname = '${column}') as "hasColumn"
       from pg_class c
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname <> 'orders', relname`,
  );
  return rows.map((table) => ({
    ...table,
    isSpread: !(table.name in referenceTables) && !(table.name in localTables),
  }));
}

/** All but those that no table outside of the coordinator takes part in. */
async function foreignKeysOf(owner: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select f.conname::text as name, f.conrelid::regclass::text as table, f.confrelid::regclass::text as to,
            ${columnsOf('f.conrelid', 'f.conkey')} as columns,
            ${columnsOf('f.confrelid', 'f.confkey')} as "toColumns", pg_get_constraintdef(f.oid) as definition
       from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace order by f.conname`,
  );
  return rows.filter(({ table, to }) => !(table in localTables && to in localTables));
}

/** The organization beside what rows are told apart by. It comes last, since what knows the id alone looks for it too. */
async function widenKeys(owner: pg.ClientBase, table: string): Promise<void> {
  const { rows: keys } = await owner.query<
    Key & { isPrimary: boolean; constraint: string | null; where: string }
  >(
    `select i.indexrelid::regclass::text as name, i.indisprimary as "isPrimary", c.conname::text as constraint,
            ${columnsOf('i.indrelid', 'i.indkey::int2[]')} as columns, pg_get_expr(i.indpred, i.indrelid) as where
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
      where i.indrelid = $1::regclass and i.indisunique`,
    [table],
  );
  for (const { name, isPrimary, constraint, columns, where } of keys) {
    if (columns.includes(column)) continue;
    const list = [...columns, column].map((one) => `"${one}"`).join(', ');
    if (constraint) {
      const kind = isPrimary ? 'primary key' : 'unique';
      await owner.query(
        `alter table ${table} drop constraint ${constraint}, add constraint ${constraint} ${kind} (${list})`,
      );
    } else {
      await owner.query(`drop index ${name}`);
      await owner.query(`create unique index ${name} on ${table} (${list})${where ? ` where ${where}` : ''}`);
    }
  }
}

/**
 * Policies without subqueries, which Citus refuses: the settings are read by themselves, and who is whose colleague is
 * told by a function.
 */
async function openPolicies(owner: pg.ClientBase, table: string): Promise<void> {
  const { rows } = await owner.query<{ name: string; using: string | null; check: string | null }>(
    `select polname::text as name, pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
       from pg_policy where polrelid = $1::regclass`,
    [table],
  );
  for (const { name, using, check } of rows) {
    const parts = [using && `using (${flat(using)})`, check && `with check (${flat(check)})`].filter(Boolean);
    await owner.query(`alter policy ${name} on ${table} ${parts.join(' ')}`);
  }
}

const setting =
  /\( SELECT \(NULLIF\(current_setting\('([\w.]+)'::text, true\), ''::text\)\)::uuid AS "?\w+"?\)/g;
const colleagues = /EXISTS \( SELECT 1\s+FROM memberships m\s+WHERE \(m\.user_id = users\.id\)\)/g;

const flat = (sql: string) =>
  sql
    .replace(setting, "nullif(current_setting('$1', true), '')::uuid")
    .replace(colleagues, `${colleagueFunction}(id)`);

/** Tables that are spread refer to each other within an organization; what they refer to stays when it is deleted. */
function restored(
  { table, name, columns, to, toColumns, definition }: ForeignKey,
  isWithin: boolean,
): string {
  const add = `alter table ${table} add constraint ${name}`;
  if (!isWithin || columns.includes(column))
    return `${add} ${definition.replace(/ ON DELETE SET NULL.*$/, '')}`;
  const action = / ON DELETE .*$/.exec(definition)?.[0] ?? '';
  return `${add} foreign key (${[column, ...columns].join(', ')}) references ${to} (${[column, ...toColumns].join(', ')})${action}`;
}
