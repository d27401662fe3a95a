import { Injectable } from '@nestjs/common';
import type pg from 'pg';

/**
 * Single statements without tenant checks, one round trip each: who is calling, which job is next. Every
 * statement carries its own conditions on the tenant.
 */
@Injectable()
export class SystemSql {
  constructor(private readonly pool: pg.Pool) {}

  /** Runs one prepared statement; `name` is unique to its text. */
  async query<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name, text, values });
    return result.rows;
  }
}
