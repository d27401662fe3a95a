import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { currentContext, runInContext, type Lag } from '../../common/http/request-context.js';
import type { Consistency } from '../../common/schemas/consistency.js';
import { Database, rowsOf } from '../database.js';
import { flyFrom } from '../connections/flight.js';
import type { Read, Replica } from '../replica/replica.js';
import type { WalPlace } from '../replica/wal-place.js';
import { Statement } from '../sql/statement.js';
import { actingAs } from './acting-as.js';
import { briefReads } from './brief-reads.js';
import { latestNames, statementNames } from './statement-names.js';
import { NoScopeError, type Scope } from './tenancy.js';

/** One SELECT. */
export interface ReadStatement {
  text: string;
  /**
   * Whether it is repeated with identical text often enough to be prepared; `composed` ones are as long as they are among
   * the latest.
   */
  prepare?: boolean | 'composed';
  /** Whether it reads one row by its key, which takes so little time that others may wait for it. */
  brief?: boolean;
}

/** Most composed statements that a connection keeps prepared. */
const mostComposed = 32;

/**
 * Single reads as the caller, with the same tenant checks as {@link Database.transaction} but in one round
 * trip: role and tenant are sent together with the query, as one transaction. They have their own connections, so long
 * writes cannot starve them.
 */
@Injectable()
export class TenantReads {
  private readonly nameOf = statementNames('read');
  private readonly composedNameOf = latestNames('composed', mostComposed);
  private readonly readBriefly: ReturnType<typeof briefReads>;

  /**
   * @param pool pipelines; open it with `readsPool`
   * @param replica for reads that may lag
   */
  constructor(
    private readonly db: Database,
    private readonly pool: pg.Pool,
    private readonly replica?: Replica,
  ) {
    this.readBriefly = briefReads(pool);
  }

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
    const { text, prepare, brief } = build(statement, this.db.filterScope(context.scope));
    const em = context.em ?? context.unit?.em;
    if (em) return rowsOf<Row>(em, text, statement.values);
    const nameOf = prepare === 'composed' ? this.composedNameOf : this.nameOf;
    const name = prepare ? nameOf(text, context.scope.audience) : undefined;
    const read: Read = [
      actingAs({ transaction_read_only: 'on', ...this.db.sessionVariables(context.scope) }),
      { name, text, values: statement.values },
    ];
    const { lag } = context;
    if (!lag || !this.replica)
      return (brief ? await this.readBriefly(read) : (await flyFrom(this.pool, read))[1]) as Row[];
    const { rows, seen } = await this.replica.rows<Row>(this.pool, read, lag.since);
    lag.since = seen;
    return rows;
  }

  /**
   * Runs reads; `eventual` ones may come from a replica, and show all that was committed before `since`.
   * @returns what they read, and the place before which they have seen everything; none where it does not matter
   */
  async with<T>(
    consistency: Consistency,
    since: WalPlace | undefined,
    read: () => Promise<T>,
  ): Promise<[T, WalPlace | undefined]> {
    const context = currentContext();
    if (consistency === 'strong' || !context || !this.replica) return [await read(), undefined];
    const lag: Lag = { since };
    const result = await runInContext({ ...context, lag }, read);
    return [result, lag.since];
  }
}
