import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type Kysely } from 'kysely';
import { currentContext, runInContext, systemActor } from '../common/request-context.js';
import { NoScopeError, sessionSettings, type Scope } from './tenancy.js';

/** Which walls stand. Tests take one down at a time to prove that the other holds alone. */
export interface Walls {
  filters: boolean;
  policies: boolean;
}

export const WALLS = Symbol('WALLS');

/**
 * The only door to the database. Work runs in one transaction, as the database role of the caller's audience,
 * with the entity filters set to the caller's tenant.
 */
@Injectable()
export class Database {
  constructor(
    private readonly orm: MikroORM,
    private readonly walls: Walls = { filters: true, policies: true },
  ) {}

  /**
   * Runs `work` in a transaction with the scope of the running request or job, joining one that is already open.
   * @throws NoScopeError outside both.
   */
  async transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const context = currentContext();
    if (!context || context.scope.audience === 'none') throw new NoScopeError();
    return context.em ? work(context.em) : this.begin(context.scope, work);
  }

  /**
   * Runs `work` in its own transaction outside the tenants' walls. `reason` is for the reader:
   * what no tenant could do for itself. The work must carry its own conditions on the tenant.
   */
  async asSystem<T>(_reason: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.begin({ audience: 'system' }, work);
  }

  /** Runs `work` in its own transaction as another scope, e.g. a job for the tenant it belongs to. */
  async as<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.begin(scope, work);
  }

  private async begin<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (scope.audience === 'none') throw new NoScopeError();
    const em = this.orm.em.fork({ session: { variables: sessionSettings(scope, this.walls.policies) } });
    em.setFilterParams('tenant', { scope: this.walls.filters ? scope : { audience: 'system' } });
    const outer = currentContext();
    const context = {
      requestId: outer?.requestId ?? '',
      actor: outer?.actor ?? systemActor,
      ifMatch: outer?.ifMatch,
      scope,
    };
    return em.transactional((inner) => runInContext({ ...context, em: inner }, () => work(inner)));
  }
}

/** The transaction's own query builder, for SQL that is not a plain find. Rows are the caller's to type. */
export function sqlOf<DB = never>(em: EntityManager): Kysely<DB> {
  const transaction = em.getTransactionContext<Kysely<DB>>();
  if (!transaction) throw new NoScopeError();
  return transaction;
}
