import pg from 'pg';
import { audienceRoles, nobodyRole } from '../tenancy/tenancy.js';
import { endOverdue } from './overdue.js';
import { sendByTransaction } from './pooled-client.js';

/** What a connection to the database is used for. */
export type Door = 'writes' | 'reads' | 'system' | 'bulk' | 'jobs' | 'events' | 'health' | 'migrations';

interface Limits {
  /** The role a session starts with and resets to; without one it is the login itself, the owner. */
  role?: string;
  /** Seconds a caller waits for a connection, idle or new. */
  connect: number;
  /** Seconds one statement may take; unlimited when absent. */
  statement?: number;
  /** Seconds a transaction may be idle before the server ends it. */
  idle?: number;
  /**
   * What gives up a server that has not even reported a statement's timeout: a timer of each statement, or one of the pool,
   * whose connections then are lent for a single flight.
   */
  watch?: 'statement' | 'pool';
}

/**
 * Requests are short, since their callers wait; imports may take their time; migrations as long as they need.
 * Looking up the caller is a `system` statement, so its limit is also how long a caller waits for an error
 * when the database does not respond.
 */
const limits: Record<Door, Limits> = {
  // Where the server says nothing at all, writes end earlier; see SilenceWatch.
  writes: { role: nobodyRole, connect: 10, statement: 60, idle: 60, watch: 'statement' },
  reads: { role: nobodyRole, connect: 10, statement: 15, idle: 15, watch: 'pool' },
  system: { role: audienceRoles.system, connect: 10, statement: 10, watch: 'statement' },
  // pg closes the connection when a query times out, but not when a COPY does.
  bulk: { role: nobodyRole, connect: 60, statement: 600, idle: 300 },
  jobs: { role: audienceRoles.system, connect: 5, statement: 15, watch: 'statement' },
  events: { role: audienceRoles.system, connect: 5, statement: 15, watch: 'statement' },
  health: { role: audienceRoles.system, connect: 1, statement: 1, watch: 'statement' },
  migrations: { connect: 10 },
};

/**
 * Seconds past a statement's limit after which a server that has not even reported the timeout is given up.
 */
const silence = 4;

/**
 * Options of every connection of one kind. Role and limits are startup parameters, so no connection is
 * without them.
 */
function connectionOptions(url: string, door: Door): pg.ClientConfig {
  const { role, connect, statement = 0, idle = 0, watch } = limits[door];
  const { connectionString, options } = withoutOptions(url);
  return {
    connectionString,
    application_name: `waybill ${door}`,
    options: [options, role && `-c role=${role}`].filter(Boolean).join(' '),
    connectionTimeoutMillis: connect * 1_000,
    statement_timeout: statement * 1_000,
    idle_in_transaction_session_timeout: idle * 1_000,
    ...(watch === 'statement' && { query_timeout: (statement + (door === 'health' ? 0 : silence)) * 1_000 }),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/**
 * What a pool of {@link poolOptions} needs besides where a pooler lends each transaction another session: role and limits
 * are the transaction's. All doors have one name there, since the pooler would change it whenever it lends a session.
 */
export function pooledOptions(url: string, door: Door): pg.PoolConfig {
  const { role, statement = 0, idle = 0 } = limits[door];
  const settings = {
    ...(role && { role }),
    statement_timeout: `${statement}s`,
    idle_in_transaction_session_timeout: `${idle}s`,
  };
  return {
    application_name: 'waybill',
    options: withoutOptions(url).options ?? undefined,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
    // A COPY has its connection to itself.
    pipeline: door !== 'bulk',
    onConnect: (client) => sendByTransaction(client, settings),
  };
}

/** Options of a pool with at most `size` connections. */
export function poolOptions(url: string, door: Door, size: number): pg.PoolConfig {
  return { ...connectionOptions(url, door), max: size, idleTimeoutMillis: 30_000 };
}

/** A pool of connections for one kind of work, at most `size` of them. */
export function openPool(url: string, door: Door, size: number, more: pg.PoolConfig = {}): pg.Pool {
  const pool = withListeners(new pg.Pool({ ...poolOptions(url, door, size), ...more }));
  const { statement = 0, watch } = limits[door];
  if (watch === 'pool') endOverdue(pool, statement + silence);
  return pool;
}

/**
 * A dropped connection emits `error`, on its client while checked out and on the pool otherwise; without a
 * listener it would end the process. Callers waiting for a result get the error from their query.
 */
export function withListeners(pool: pg.Pool): pg.Pool {
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool.on('error', () => undefined);
}

/** One connection outside of all pools; its holder handles a loss. */
export function openClient(url: string, door: Door, more: pg.ClientConfig = {}): pg.Client {
  return new pg.Client({ ...connectionOptions(url, door), ...more }).on('error', () => undefined);
}

/** The URL's own `options` would override ours, including the role. */
function withoutOptions(url: string): { connectionString: string; options: string | null } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  if (options === null) return { connectionString: url, options };
  parsed.searchParams.delete('options');
  return { connectionString: parsed.href, options };
}
