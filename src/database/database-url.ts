/** Injection token of the database's URL: the configured server's, or the embedded one's. */
export const DATABASE_URL = Symbol('DATABASE_URL');
