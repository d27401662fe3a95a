/** Injection token of the database's URL, configured or embedded. */
export const DATABASE_URL = Symbol('DATABASE_URL');

/**
 * Injection token of the database's URL for what needs a session of its own (LISTEN, session locks, migrations):
 * past a pooler such as PgBouncer, where there is one.
 */
export const DATABASE_DIRECT_URL = Symbol('DATABASE_DIRECT_URL');

/** The state of the database's server. */
export interface DatabaseServer {
  /** `external`: not run by Waybill. `down`: the embedded server has died and is being restarted. */
  state(): 'external' | 'up' | 'down';
}

/** Injection token of the {@link DatabaseServer}. */
export const DATABASE_SERVER = Symbol('DATABASE_SERVER');
