import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { currentContext } from '../../common/http/request-context.js';
import { Database, rowsOf } from '../database.js';
import { fly, type FlightStatement } from '../connections/flight.js';
import { Statement } from '../sql/statement.js';
import { actingAs } from './acting-as.js';
import { statementNames } from './statement-names.js';
import { NoScopeError, type Scope } from './tenancy.js';

/** One SELECT: its text, and whether it is repeated with identical text often enough to be prepared. */
export interface ReadStatement {
  text: string;
  prepare?: boolean;
}

/**
 * Single reads as the caller, with the same tenant checks as {@link Database.transaction} but in one round
 * trip: role and tenant are sent together with the query, as one transaction. They have their own connections, so long
 * writes cannot starve them.
 */
@Injectable()
export class TenantReads {
  private readonly nameOf = statementNames('read');

  /** @param pool pipelines; open it with {@link readsPool} */
  constructor(
    private readonly db: Database,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * The rows of one SELECT. `build` gets the scope it must restrict the rows to (see {@link
   * Statement.tenant}). Joins the open transaction, if any; timestamps are text as PostgreSQL prints them.
   * @throws NoScopeError outside a request or job
   */
  async rows<Row extends object>(
    build: (statement: Statement, scope: Scope) => ReadStatement,
  ): Promise<Row[]> {
    const context = currentContext();
    if (!context || context.scope.audience === 'none') throw new NoScopeError();
    const statement = new Statement();
    const { text, prepare } = build(statement, this.db.filterScope(context.scope));
    const em = context.em ?? context.unit?.em;
    if (em) return rowsOf<Row>(em, text, statement.values);
    const name = prepare ? this.nameOf(text, context.scope.audience) : undefined;
    const rows = await this.send([
      actingAs({ transaction_read_only: 'on', ...this.db.sessionVariables(context.scope) }),
      { name, text, values: statement.values },
    ]);
    return rows[1] as Row[];
  }

  private async send(statements: readonly FlightStatement[]): Promise<object[][]> {
    const client = await this.pool.connect();
    try {
      const rows = await fly(client, statements);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

/** Extra options of the pool that {@link TenantReads} needs. */
export const readsPool: pg.PoolConfig = { pipeline: true, types: plainTypes() };

/** Dates, times and intervals stay text, as on the entity manager's connections. */
function plainTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  for (const oid of [1082, 1114, 1184, 1186]) types.setTypeParser(oid, (value: string) => value);
  return types;
}
