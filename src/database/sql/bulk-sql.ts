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
   * the disk: if PostgreSQL itself crashes, the latest of such commits are lost, never earlier ones.
   */
  async transaction<T>(
    scope: Scope,
    work: (sql: BulkTransaction) => Promise<T>,
    { repeatable = false } = {},
  ): Promise<T> {
    if (scope.audience === 'none') throw new NoScopeError();
    const settings = Object.entries({
      ...this.db.sessionVariables(scope),
      ...(repeatable && { synchronous_commit: 'off' }),
    });
    const client = await this.pool.connect();
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
      await client.query('rollback').then(
        () => client.release(),
        (lost: Error) => client.release(lost),
      );
      throw error;
    }
  }
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
