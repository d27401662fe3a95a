import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DeclaredScope, Scope } from '../scope.js';

/** Who causes a change, as stored in the event log. */
export interface Actor {
  kind: 'user' | 'api_key' | 'system' | 'driver_link';
  id: string | null;
  name: string | null;
}

/** The transaction that all work of a request joins, if it has one. */
export interface RequestUnit {
  readonly em: EntityManager;
  readonly scope: DeclaredScope;
  /** Run once it is committed. */
  readonly afterCommit: (() => void)[];
  /** After this, nothing more may run in it. */
  doom(): void;
}

/** The work of a request that may share its transaction with others. */
export interface SharedWork {
  /** It failed together with others, and is done by itself now. */
  isAlone: boolean;
  /** Once there is one. */
  transaction?: {
    /** Ends this part of it by a last statement; resolves after the commit. */
    finish(last: { name: string; text: string; values: readonly unknown[] }): Promise<void>;
    /** Ends this part of it as failed. */
    leave(reason: unknown): void;
  };
}

/** Of reads that may lag: the place in the database's log before which they have to show everything. */
export interface Lag {
  since: string | undefined;
}

/** The context of one request or job. */
export interface RequestContext {
  requestId: string;
  /** Of a job: the place in a trace that caused it. */
  traceparent?: string | null;
  scope: Scope;
  actor: Actor;
  /** The version in the request's If-Match, when it sent one. */
  ifMatch?: string;
  /** The open transaction, if any. */
  em?: EntityManager;
  /** Run once the open transaction is committed. */
  afterCommit?: (() => void)[];
  unit?: RequestUnit;
  /** Of a request whose last words commit its work. */
  shared?: SharedWork;
  /** Of reads that may lag. */
  lag?: Lag;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the running request or job; undefined outside. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` with `context` around it. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/**
 * Runs `work` outside every request and job: without its scope, its transaction, its id and its span. For what one of
 * them wakes and others need too.
 */
export const outsideContext = AsyncLocalStorage.snapshot();

export const systemActor: Actor = { kind: 'system', id: null, name: null };

/** The actor of the running request or job. */
export function currentActor(): Actor {
  return storage.getStore()?.actor ?? systemActor;
}
