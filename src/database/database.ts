import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely } from 'kysely';
import pg from 'pg';
import {
  currentContext,
  runInContext,
  systemActor,
  type RequestUnit,
} from '../common/http/request-context.js';
import type { DeclaredScope } from '../common/scope.js';
import { traced, type SpanStart } from '../tracing/tracing.js';
import { audienceRoles, NoScopeError, type Scope } from './tenancy/tenancy.js';
import { UnitOfWork } from './tenancy/unit-of-work.js';

/** Which of the two tenant checks are on. Tests turn one off at a time to prove that the other suffices. */
export interface Walls {
  filters: boolean;
  policies: boolean;
}

export const WALLS = Symbol('WALLS');

export const transactionSpan: SpanStart = { kind: 'client', attributes: { 'db.system.name': 'postgresql' } };

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
   * Runs `work` in a transaction with the scope of the running request or job; joins the open one, if any.
   * @throws NoScopeError outside a request or job
   */
  async transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const context = currentContext();
    if (!context || context.scope.audience === 'none') throw new NoScopeError();
    return context.em ? work(context.em) : this.begin(context.scope, work);
  }

  /**
   * Opens one transaction that all later work of the running request or job joins, whatever its scope, until
   * {@link UnitOfWork.commit} or {@link UnitOfWork.rollback}. Work under another scope must not run
   * concurrently with other work of its unit.
   */
  async openUnit(): Promise<UnitOfWork> {
    const context = currentContext();
    if (!context || context.scope.audience === 'none') throw new NoScopeError();
    const em = this.forkFor(context.scope);
    await em.begin();
    return (context.unit = new UnitOfWork(em, context.scope));
  }

  /**
   * Runs `work` in its own transaction without tenant checks. `reason` documents why no tenant's scope would
   * do. The work must carry its own conditions on the tenant.
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
    const outer = currentContext();
    if (outer?.unit) return this.join(outer.unit, scope, work);
    const context = {
      requestId: outer?.requestId ?? '',
      actor: outer?.actor ?? systemActor,
      ifMatch: outer?.ifMatch,
      scope,
    };
    const afterCommit: (() => void)[] = [];
    const result = await traced('transaction', transactionSpan, () =>
      this.forkFor(scope).transactional((em) =>
        runInContext({ ...context, em, afterCommit }, () => work(em)),
      ),
    );
    for (const run of afterCommit) run();
    return result;
  }

  private async join<T>(
    unit: RequestUnit,
    scope: DeclaredScope,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    const outer = currentContext()!;
    const em = unit.em.fork({ keepTransactionContext: true });
    em.setFilterParams('tenant', { scope: this.filterScope(scope) });
    try {
      if (scope !== unit.scope) {
        await outer.em?.flush();
        await this.actAs(em, scope);
      }
      const { afterCommit } = unit;
      const result = await runInContext({ ...outer, scope, em, afterCommit }, () => work(em));
      await em.flush();
      if (scope !== unit.scope) await this.actAs(em, unit.scope);
      return result;
    } catch (error) {
      unit.doom();
      throw error;
    }
  }

  /** Without bind parameters, since `begin` is sent together with the settings as one text. */
  private async actAs(em: EntityManager, scope: DeclaredScope): Promise<void> {
    const settings = Object.entries(this.sessionVariables(scope)).map(
      ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
    );
    await rowsOf(em, `select ${settings.join(', ')}`);
  }

  private forkFor(scope: DeclaredScope): EntityManager {
    const em = this.orm.em.fork({ session: { variables: this.sessionVariables(scope) } });
    em.setFilterParams('tenant', { scope: this.filterScope(scope) });
    return em;
  }

  /** The scope that entity filters and SQL conditions apply. */
  filterScope(scope: Scope): Scope {
    return this.walls.filters ? scope : { audience: 'system' };
  }

  /** `role` is a setting like any other, so one round trip sets the whole session. */
  sessionVariables(scope: DeclaredScope): { role: string; [name: string]: string } {
    const role = audienceRoles[this.walls.policies ? scope.audience : 'system'];
    if (scope.audience === 'system') return { role };
    return {
      role,
      'app.organization_id': scope.organizationId,
      ...(scope.audience === 'client' && { 'app.client_id': scope.clientId }),
    };
  }
}

/**
 * Runs `work` once the open transaction is committed, which with an Idempotency-Key is the request's; not at all
 * when it is rolled back. It must not throw.
 */
export function afterCommit(work: () => void): void {
  const waiting = currentContext()?.afterCommit;
  if (!waiting) throw new NoScopeError();
  waiting.push(work);
}

/** The transaction's query builder, for SQL that is not a plain find. The caller types the rows. */
export function sqlOf<DB = never>(em: EntityManager): Kysely<DB> {
  const transaction = em.getTransactionContext<Kysely<DB>>();
  if (!transaction) throw new NoScopeError();
  return transaction;
}

/** The rows of one SQL statement in the transaction of `em`, with bound parameters. Timestamps are text. */
export async function rowsOf<Row>(em: EntityManager, sql: string, values: unknown[] = []): Promise<Row[]> {
  const result = await sqlOf(em).executeQuery(CompiledQuery.raw(sql, values));
  return result.rows as Row[];
}

/** The scope that SQL in the transaction of `em` must restrict itself to; see {@link Statement.tenant}. */
export function filterScopeOf(em: EntityManager): Scope {
  const { scope } = em.getFilterParams<{ scope?: Scope }>('tenant');
  if (!scope) throw new NoScopeError();
  return scope;
}

/** Whether a statement failed because another row has the same value under this unique constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && broken === constraint;
}
