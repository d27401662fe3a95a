import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import type { Database } from '../database.js';
import { NoScopeError, type Scope } from '../tenancy/tenancy.js';

/**
 * Transactions for many rows at a time, on connections that can COPY. They run in a scope and under the same
 * row policies as those of `Database`; statements carry their own conditions on the tenant.
 */
@Injectable()
export class BulkSql {
  constructor(
    private readonly db: Database,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * Runs `work` in one transaction, rolled back when it throws. `repeatable` work commits without waiting for
   * the disk: if PostgreSQL itself crashes, the latest of such commits are lost, never earlier ones. It also runs
   * again after a deadlock and other errors of which `again` says so, without giving up its connection in between.
   */
  async transaction<T>(
    scope: Scope,
    work: (sql: BulkTransaction) => Promise<T>,
    {
      repeatable = false,
      again = () => false,
    }: { repeatable?: boolean; again?: (error: unknown) => boolean } = {},
  ): Promise<T> {
    if (scope.audience === 'none') throw new NoScopeError();
    const settings = Object.entries({
      ...this.db.sessionVariables(scope),
      ...(repeatable && { synchronous_commit: 'off' }),
    });
    const client = await this.pool.connect();
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query('begin');
        await client.query(
          'select set_config(name, value, true) from unnest($1::text[], $2::text[]) as s (name, value)',
          [settings.map(([name]) => name), settings.map(([, value]) => value)],
        );
        const result = await work(new BulkTransaction(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        const lost = await client.query('rollback').then(
          () => undefined,
          (lost: Error) => lost,
        );
        const isWorthIt = repeatable && attempt < attempts && (again(error) || isContested(error));
        if (!lost && isWorthIt) continue;
        client.release(lost);
        throw error;
      }
    }
  }
}

const attempts = 5;
const contested = new Set(['40P01', '40001']);

/** Transactions that wait for each other: PostgreSQL has ended this one so that the others go on. */
function isContested(error: unknown): boolean {
  return contested.has(String((error as { code?: unknown }).code));
}

/** The open transaction of a {@link BulkSql}. */
export class BulkTransaction {
  constructor(private readonly client: pg.PoolClient) {}

  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>(text, values);
    return result.rows;
  }

  /** Runs a statement and returns how many rows it affected. */
  async execute(text: string, values: unknown[] = []): Promise<number> {
    const result = await this.client.query(text, values);
    return result.rowCount ?? 0;
  }

  /** Copies rows, already in COPY's text format, into a table. */
  async copy(table: string, columns: readonly string[], rows: Uint8Array): Promise<void> {
    if (rows.length === 0) return;
    const stream = this.client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
    stream.end(rows);
    await finished(stream);
  }
}
