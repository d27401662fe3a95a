import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { audienceRoles } from './tenancy.js';

/**
 * Single statements outside the tenants' walls, one round trip each: who is calling, which job is next.
 * Every statement carries its own conditions on the tenant.
 */
@Injectable()
export class SystemSql implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(url: string, size: number) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: size,
      idleTimeoutMillis: 30_000,
      // The pool waits for this, though its types do not say so.
      // eslint-disable-next-line @typescript-eslint/no-misused-promises
      onConnect: async (client) => {
        await client.query(`set role ${audienceRoles.system}`);
      },
    });
    this.pool.on('error', () => undefined);
  }

  /** Runs one prepared statement; `name` is unique to its text. */
  async query<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name, text, values });
    return result.rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
