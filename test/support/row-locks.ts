import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from './eventually.js';
import type { TestClient } from './tenants.js';
import type { TestDatabase } from './test-database.js';

/** A transaction of nobody in particular that stands in others' way. */
export interface Rival {
  query(sql: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** Waits until so many others wait for what this transaction holds. */
  isWaitedForBy(others: number): Promise<unknown>;
  /** Undoes it; the others go on. */
  giveWay(): Promise<void>;
}

const waitingSql = `
  with recursive waiting (pid) as (
    select l.pid from pg_locks l where not l.granted and pg_backend_pid() = any (pg_blocking_pids(l.pid))
    union
    select l.pid from pg_locks l join waiting w on w.pid = any (pg_blocking_pids(l.pid)) where not l.granted)
  select pid from waiting`;

/** Opens a transaction as the system. */
export async function openRival(database: TestDatabase): Promise<Rival> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('begin; set local role waybill_system');
  return {
    query: (sql, values) => client.query(sql, values),
    isWaitedForBy: (others) =>
      eventually(async () => ((await client.query(waitingSql)).rows.length >= others ? true : undefined)),
    giveWay: () => client.end(),
  };
}

/** Opens one that writes an order with this Id of the client: an import with the same Id waits for it. */
export async function holdOrderId(
  database: TestDatabase,
  { id: clientId, organizationId }: TestClient,
  externalId: string,
): Promise<Rival> {
  const rival = await openRival(database);
  await rival.query(
    `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one, products, created_at, updated_at)
     select $1, $2, $3, default_depot_id, 'draft', 'manual', $4, '2 Oak Street', '{}', now(), now() from clients where id = $3`,
    [uuidv7(), organizationId, clientId, externalId],
  );
  return rival;
}
