import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { flyFrom } from '../connections/flight.js';
import { together } from '../connections/refusals.js';
import { actingAs, impatient } from './acting-as.js';

/** Milliseconds. A round trip whose connection is lost without a word would hold up every caller of the process. */
const patience = 100;

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

  /**
   * One prepared statement that many ask in the same moment: it runs with the values of each, all in one round trip and one
   * transaction. Where one of several has to wait for a lock, or fails for a reason of its own, each runs alone.
   */
  together<Row extends pg.QueryResultRow>(name: string, text: string): (values: unknown[]) => Promise<Row[]> {
    const runAll = async (asked: unknown[][]): Promise<Map<unknown[], Row[]>> => {
      const statements = asked.map((values) => ({ name, text, values }));
      const opening = asked.length > 1 ? [actingAs(impatient)] : [];
      const rows = (await flyFrom(this.pool, [...opening, ...statements])).slice(opening.length);
      return new Map(asked.map((values, index) => [values, rows[index] as Row[]]));
    };
    const ask = together(() => name, runAll, patience);
    return async (values) => (await ask(values)).get(values)!;
  }
}
