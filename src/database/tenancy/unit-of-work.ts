import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestUnit } from '../../common/http/request-context.js';
import type { DeclaredScope } from '../../common/scope.js';

/**
 * The one transaction of a request. After any failure in it nothing more may run: the failed work cannot be
 * undone separately, and the session may still have another role.
 */
export class UnitOfWork implements RequestUnit {
  readonly afterCommit: (() => void)[] = [];
  private failed = false;
  private ended = false;

  constructor(
    private readonly manager: EntityManager,
    readonly scope: DeclaredScope,
  ) {}

  /** @throws Error after a failure, and after its end */
  get em(): EntityManager {
    if (this.failed)
      throw new Error('Work of this request failed before; nothing more can be done in its transaction');
    if (this.ended)
      throw new Error('The transaction of this request has ended; what comes later runs outside its context');
    return this.manager;
  }

  doom(): void {
    this.failed = true;
  }

  async commit(): Promise<void> {
    const { em } = this;
    this.ended = true;
    await em.commit();
    for (const run of this.afterCommit) run();
  }

  async rollback(): Promise<void> {
    this.ended = true;
    await this.manager.rollback();
  }
}
