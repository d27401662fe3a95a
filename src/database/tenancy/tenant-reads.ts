import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { currentContext } from '../../common/http/request-context.js';
import { Database, rowsOf } from '../database.js';
import { sendTogether } from '../connections/pipelined-client.js';
import { Statement } from '../sql/statement.js';
import { NoScopeError, type Scope } from './tenancy.js';

/** One SELECT: its text, and whether it is repeated with identical text often enough to be prepared. */
export interface ReadStatement {
  text: string;
  prepare?: boolean;
}

/**
 * Single reads as the caller, with the same tenant checks as {@link Database.transaction} but in one round
 * trip: begin, role, tenant, query and commit are sent together. They have their own connections, so long
 * writes cannot starve them.
 */
@Injectable()
export class TenantReads {
  private readonly names = new Map<string, string>();

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
    const name = prepare ? this.nameOf(context.scope, text) : undefined;
    return this.send<Row>(this.opening(context.scope), { name, text, values: statement.values });
  }

  private async send<Row extends object>(opening: string, query: pg.QueryConfig): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      const [, result] = await sendTogether(client, () =>
        Promise.all([client.query(opening), client.query<Row>(query), client.query('commit')]),
      );
      client.release();
      return result.rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private opening(scope: Exclude<Scope, { audience: 'none' }>): string {
    const { role, ...settings } = this.db.sessionVariables(scope);
    const sets = Object.entries(settings).map(
      ([name, value]) => `set local ${pg.escapeIdentifier(name)} = ${pg.escapeLiteral(value)};`,
    );
    return `begin read only; ${sets.join(' ')} set local role ${role}`;
  }

  /** Plans depend on the role, so each audience has its own. */
  private nameOf(scope: Scope, text: string): string {
    const key = `${scope.audience} ${text}`;
    let name = this.names.get(key);
    if (!name) this.names.set(key, (name = `read_${this.names.size}`));
    return name;
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
