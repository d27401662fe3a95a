/** Injection token of the database's URL: the configured server's, or the embedded one's. */
export const DATABASE_URL = Symbol('DATABASE_URL');

/** What is known of the database's server. */
export interface DatabaseServer {
  /** `external`: somebody else looks after it. `down`: the embedded server is gone and being brought back. */
  state(): 'external' | 'up' | 'down';
}

/** Injection token of the {@link DatabaseServer}. */
export const DATABASE_SERVER = Symbol('DATABASE_SERVER');
