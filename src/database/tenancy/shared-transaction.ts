import type pg from 'pg';
import { InDoubtError } from '../../common/problems/outages.js';
import { fly, type FlightStatement } from '../connections/flight.js';
import { wasRefused } from '../connections/refusals.js';

const begin: FlightStatement = { name: 'begin', text: 'begin', values: [] };
const commit: FlightStatement = { name: 'commit', text: 'commit', values: [] };

/** Nothing was committed of a transaction that several shared, because of one of them: each can be done alone. */
export class SharedWorkUndone extends Error {
  constructor(cause: unknown) {
    super('The transaction that was shared with others was not committed', { cause });
    this.name = 'SharedWorkUndone';
  }
}

/**
 * A transaction that several requests of one tenant share. Each ends its part by {@link finish} or {@link leave}; it
 * commits when all have finished.
 */
export class SharedTransaction {
  private readonly lasts: FlightStatement[] = [];
  private readonly ended = Promise.withResolvers<void>();
  private members = 0;
  private isOver = false;

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly committed: () => void,
  ) {
    this.ended.promise.catch(() => undefined);
  }

  /**
   * Begins one with these statements. Each row of the last is the part of one that shares it; without any it is over.
   * @param committed is called after its commit
   */
  static async begin<Row>(
    pool: pg.Pool,
    statements: readonly FlightStatement[],
    committed: () => void,
  ): Promise<{ rows: Row[]; transaction: SharedTransaction }> {
    const client = await pool.connect();
    try {
      const rows = (await fly(client, [begin, ...statements])).at(-1) as Row[];
      const transaction = new SharedTransaction(client, committed);
      transaction.members = rows.length;
      if (transaction.members > 0) return { rows, transaction };
      await giveBack(client);
      transaction.ended.resolve();
      return { rows, transaction };
    } catch (error) {
      await giveBack(client, !wasRefused(error));
      throw error;
    }
  }

  /**
   * Ends a part with a last statement, which fails where nothing may be committed. Resolves after the commit.
   * @throws SharedWorkUndone where others share it and one of them failed; InDoubtError when the connection is lost
   * meanwhile; else what the statement failed with
   */
  finish(last: FlightStatement): Promise<void> {
    this.lasts.push(last);
    if (this.lasts.length === this.members && !this.isOver) void this.commit();
    return this.ended.promise;
  }

  /** Ends a part that has failed, and with it the whole. */
  leave(reason: unknown): void {
    this.undo(reason);
  }

  /**
   * For one that has no part in it: resolves after the commit, at once where there is none.
   * @throws SharedWorkUndone, InDoubtError
   */
  async untilCommitted(): Promise<void> {
    try {
      await this.ended.promise;
    } catch (error) {
      throw isOfAll(error) ? error : new SharedWorkUndone(error);
    }
  }

  private async commit(): Promise<void> {
    try {
      await fly(this.client, [...this.lasts, commit]);
    } catch (error) {
      return this.undo(wasRefused(error) ? error : new InDoubtError(error));
    }
    this.isOver = true;
    this.client.release();
    this.ended.resolve();
    this.committed();
  }

  private undo(reason: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    void giveBack(this.client, reason instanceof InDoubtError);
    this.ended.reject(this.members > 1 && !isOfAll(reason) ? new SharedWorkUndone(reason) : reason);
  }
}

const isOfAll = (reason: unknown) => reason instanceof InDoubtError || reason instanceof SharedWorkUndone;

/** Undoes what is open on a connection; one that cannot is given up, and the transaction with it. */
async function giveBack(client: pg.PoolClient, isLost = false): Promise<void> {
  const isUndone = !isLost && (await client.query('rollback').then(Boolean, () => false));
  client.release(!isUndone);
}
