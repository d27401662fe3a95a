import pg from 'pg';
import { audienceRoles, nobodyRole } from './tenancy.js';

/** What a connection to the database is for. */
export type Door = 'writes' | 'reads' | 'system' | 'bulk' | 'jobs' | 'health' | 'migrations';

interface Limits {
  /** The role a session starts as, and falls back to; without one it is the login itself, the owner. */
  role?: string;
  /** Seconds a caller waits for a connection, be it a free one or a new one. */
  connect: number;
  /** Seconds one statement may take; none: as long as it needs. */
  statement?: number;
  /** Seconds a transaction may stand idle before the server ends it. */
  idle?: number;
}

/**
 * Requests are short, since their callers wait; imports may take their time; migrations as long as they need. Who is
 * calling is a system statement, so its limit is also how long callers of a silent database wait to be told.
 */
const limits: Record<Door, Limits> = {
  writes: { role: nobodyRole, connect: 10, statement: 60, idle: 60 },
  reads: { role: nobodyRole, connect: 10, statement: 15, idle: 15 },
  system: { role: audienceRoles.system, connect: 10, statement: 10 },
  bulk: { role: nobodyRole, connect: 60, statement: 600, idle: 300 },
  jobs: { role: audienceRoles.system, connect: 5, statement: 15 },
  health: { role: audienceRoles.system, connect: 1, statement: 1 },
  migrations: { connect: 10 },
};

/** Seconds past a statement's limit after which a server that does not even say so is given up. */
const silence = 5;

/** How every connection through a door is made. Roles and limits travel with the greeting, so none is without. */
export function connectionOptions(url: string, door: Door): pg.ClientConfig {
  const { role, connect, statement = 0, idle = 0 } = limits[door];
  const { connectionString, options } = withoutOptions(url);
  const isBounded = statement > 0 && door !== 'bulk';
  return {
    connectionString,
    application_name: `waybill ${door}`,
    options: [options, role && `-c role=${role}`].filter(Boolean).join(' '),
    connectionTimeoutMillis: connect * 1_000,
    statement_timeout: statement * 1_000,
    idle_in_transaction_session_timeout: idle * 1_000,
    // pg ends the connection of a statement it gives up, but not that of a COPY, which only bulk work uses.
    ...(isBounded && { query_timeout: (statement + (door === 'health' ? 0 : silence)) * 1_000 }),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** How a pool of at most `size` such connections is made. */
export function poolOptions(url: string, door: Door, size: number): pg.PoolConfig {
  return { ...connectionOptions(url, door), max: size, idleTimeoutMillis: 30_000 };
}

/** A pool of connections for one kind of work, at most `size` of them. */
export function openPool(url: string, door: Door, size: number, more: pg.PoolConfig = {}): pg.Pool {
  return withListeners(new pg.Pool({ ...poolOptions(url, door, size), ...more }));
}

/**
 * A dropped connection is an `error` event, of its client while somebody holds it and of the pool otherwise; without
 * a listener it would end the process. Whoever waits for an answer on it is told by the failing query.
 */
export function withListeners(pool: pg.Pool): pg.Pool {
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool.on('error', () => undefined);
}

/** One connection outside of all pools; its holder decides what a loss means. */
export function openClient(url: string, door: Door, more: pg.ClientConfig = {}): pg.Client {
  return new pg.Client({ ...connectionOptions(url, door), ...more }).on('error', () => undefined);
}

/** The URL's own `options` would win over ours, and with them the role. */
function withoutOptions(url: string): { connectionString: string; options: string | null } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  if (options === null) return { connectionString: url, options };
  parsed.searchParams.delete('options');
  return { connectionString: parsed.href, options };
}
