import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { currentContext } from '../../common/http/request-context.js';
import { InDoubtError } from '../../common/problems/outages.js';
import type { DeclaredScope } from '../../common/scope.js';
import { traced } from '../../tracing/tracing.js';
import { fly, type FlightStatement } from '../connections/flight.js';
import { together, wasRefused } from '../connections/refusals.js';
import { Database, transactionSpan } from '../database.js';
import { Statement } from '../sql/statement.js';
import { statementNames } from './statement-names.js';
import { actingAs, byIndex, impatient } from './acting-as.js';
import { SharedTransaction } from './shared-transaction.js';
import { NoScopeError, type Scope } from './tenancy.js';

interface WithId {
  id: string;
}

interface Asked<Item> {
  scope: DeclaredScope;
  item: Item;
  isShared: boolean;
}

interface Made<Row> {
  rows: Row[];
  /** That waits for the end of those who share it. */
  transaction?: SharedTransaction;
}

/** Milliseconds that a change waits for the one under way, which another transaction may hold up. */
const patience = 20;

/**
 * Changes that are one statement, as the caller, with the same tenant checks as {@link Database.transaction}: role, tenant
 * and statement are sent together, in one round trip.
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
   * Changes by an id of which those that one tenant wants in the same moment become one statement, so that all share a
   * transaction. `build` gets their items and the scope that it must restrict itself to; each caller gets the row with
   * the id of its item, if any. Where one of several has to wait for a lock, or fails for a reason of its own, each is done
   * alone. Of requests that share their work the transaction waits for what each does last: see `SharedWork`. `committed`
   * is called after the commit of what returned rows.
   * @throws NoScopeError outside a request or job
   */
  together<Item extends WithId, Row extends WithId>(
    build: (statement: Statement, scope: Scope, items: Item[]) => string,
    committed: (items: Item[]) => void,
  ): (item: Item) => Promise<Row | undefined> {
    const make = async (asked: Asked<Item>[]): Promise<Made<Row>> => {
      const [{ scope, isShared }, items] = [asked[0]!, asked.map(({ item }) => item)];
      const statement = new Statement();
      const text = build(statement, this.db.filterScope(scope), items);
      const done = () => committed(items);
      const statements = [
        actingAs({ ...this.db.sessionVariables(scope), ...byIndex, ...(items.length > 1 && impatient) }),
        { name: this.nameOf(text, scope.audience), text, values: statement.values },
      ];
      if (isShared) return SharedTransaction.begin(this.pool, statements, done);
      const rows = await this.send(statements);
      if (rows.length > 0) done();
      return { rows: rows as Row[] };
    };
    const ask = together(
      ({ scope, isShared }: Asked<Item>) => JSON.stringify([isShared, this.db.sessionVariables(scope)]),
      make,
      patience,
    );
    return async (item) => {
      const context = currentContext();
      if (!context || context.scope.audience === 'none') throw new NoScopeError();
      if (context.em ?? context.unit) throw new Error('A change that others share can join no transaction');
      const { scope, shared } = context;
      const asked = { scope, item, isShared: shared !== undefined };
      const { rows, transaction } = await traced('transaction', transactionSpan, () =>
        shared?.isAlone ? make([asked]) : ask(asked),
      );
      const row = rows.find(({ id }) => id === item.id);
      if (shared && row) shared.transaction = transaction;
      // What is in the way of this item may be of the same transaction, and may not be stored after all.
      else await transaction?.untilCommitted();
      return row;
    };
  }

  /** The rows of the last. @throws InDoubtError when the connection is lost meanwhile */
  private async send(statements: readonly FlightStatement[]): Promise<object[]> {
    const client = await this.pool.connect();
    try {
      const rows = (await fly(client, statements)).at(-1)!;
      client.release();
      return rows;
    } catch (error) {
      const isRefused = wasRefused(error);
      client.release(!isRefused);
      throw isRefused ? error : new InDoubtError(error);
    }
  }
}
