import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { currentContext } from '../../common/http/request-context.js';
import { InDoubtError } from '../../common/problems/outages.js';
import { traced } from '../../tracing/tracing.js';
import { fly } from '../connections/flight.js';
import { prepared, wasRefused } from '../connections/pipelined-client.js';
import { afterCommit, Database, rowsOf, transactionSpan } from '../database.js';
import { Statement } from '../sql/statement.js';
import { statementNames } from './statement-names.js';
import { actingAs } from './acting-as.js';
import { NoScopeError, type DeclaredScope, type Scope } from './tenancy.js';

/**
 * Changes that are one statement, as the caller, with the same tenant checks as {@link Database.transaction} but in one
 * round trip: role, tenant and statement are sent together, as one transaction.
 */
@Injectable()
export class TenantChanges {
  private readonly nameOf = statementNames('change');

  /** @param pool pipelines; it is that of the transactions */
  constructor(
    private readonly db: Database,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * The rows that a statement returns; `build` gets the scope it must restrict itself to. Joins the open transaction, if
   * any. `committed` is called after the commit of what returned rows.
   * @throws NoScopeError outside a request or job
   */
  async rows<Row extends object>(
    build: (statement: Statement, scope: Scope) => string,
    committed: () => void,
  ): Promise<Row[]> {
    const context = currentContext();
    if (!context || context.scope.audience === 'none') throw new NoScopeError();
    const statement = new Statement();
    const text = build(statement, this.db.filterScope(context.scope));
    if (context.em ?? context.unit)
      return this.db.transaction(async (em) => {
        const rows = await rowsOf<Row>(em, prepared(text), statement.values);
        if (rows.length > 0) afterCommit(committed);
        return rows;
      });
    const { scope } = context;
    const rows = await traced('transaction', transactionSpan, () => this.send(scope, text, statement.values));
    if (rows.length > 0) committed();
    return rows as Row[];
  }

  /** @throws InDoubtError when the connection is lost meanwhile */
  private async send(scope: DeclaredScope, text: string, values: readonly unknown[]): Promise<object[]> {
    const client = await this.pool.connect();
    try {
      const acting = actingAs(this.db.sessionVariables(scope));
      const [, rows] = await fly(client, [acting, { name: this.nameOf(text, scope.audience), text, values }]);
      client.release();
      return rows!;
    } catch (error) {
      const isRefused = wasRefused(error);
      client.release(!isRefused);
      throw isRefused ? error : new InDoubtError(error);
    }
  }
}
