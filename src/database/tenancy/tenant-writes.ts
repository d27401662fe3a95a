import {
  ChangeSetType,
  helper,
  type ChangeSet,
  type EventSubscriber,
  type FlushEventArgs,
} from '@mikro-orm/core';
import { NoScopeError, type Scope } from './tenancy.js';

/** A flush contains a row of another tenant than the transaction's. */
export class ForeignWriteError extends Error {
  constructor(entity: string) {
    super(`A ${entity} of another tenant cannot be written. Load it through the caller's scope first.`);
    this.name = 'ForeignWriteError';
  }
}

/**
 * Wall one for writes, as filters are for reads: what a flush inserts, changes or deletes must belong to the
 * tenant of the transaction, and what it changes must have been loaded through the filter.
 */
export class TenantWrites implements EventSubscriber {
  onFlush({ em, uow }: FlushEventArgs): void {
    const changes = uow.getChangeSets();
    if (changes.length === 0) return;
    const scope = em.getFilterParams<{ scope?: Scope }>('tenant')?.scope;
    if (!scope || scope.audience === 'none') throw new NoScopeError();
    if (scope.audience === 'system') return;
    for (const change of changes) {
      if (!isOwn(change, scope)) throw new ForeignWriteError(change.meta.className);
      if ('organizationId' in change.meta.properties) sayWhose(change, scope.organizationId);
    }
  }
}

/** The entity manager finds the row of an update by its id alone; a distributed database looks for that everywhere. */
function sayWhose(change: ChangeSet<object>, organizationId: string): void {
  const byId = change.getPrimaryKey.bind(change);
  change.getPrimaryKey = (asCondition = false) =>
    asCondition ? Object.assign({}, byId(true), { organizationId }) : byId();
}

function isOwn({ entity, meta, type }: ChangeSet<object>, scope: Scope): boolean {
  const isNew = type === ChangeSetType.CREATE;
  if (!isNew && !helper(entity).isInitialized()) return false;
  const condition = meta.filters.tenant?.cond;
  if (typeof condition !== 'function') return false;
  const wanted = condition({ scope }, 'update', undefined) as Record<string, unknown>;
  const row: Record<string, unknown> = { ...entity };
  return Object.entries(wanted).every(([property, value]) => {
    const isComparison = property in meta.properties && (value === null || typeof value !== 'object');
    if (!isComparison) return true;
    // A column that a partial read left out was checked by the filter when the row was read.
    return (!isNew && row[property] === undefined) || (row[property] ?? null) === value;
  });
}
