import { ensureTestPrograms } from './ensure-program.mjs';
import { startPooler } from './pgbouncer.mjs';
import { startTestPostgres } from './test-postgres.mjs';

/**
 * One PostgreSQL for the run and one migrated template in it; every suite clones its own database from that. With
 * `TEST_POOLER` servers reach theirs by a PgBouncer.
 */
export default async function globalSetup() {
  ensureTestPrograms();
  globalThis.stopTestPostgres = await startTestPostgres();
  if (!process.env.TEST_POOLER) return;
  globalThis.testPooler = await startPooler(process.env.TEST_DATABASE_URL);
  process.env.TEST_POOLER_URL = globalThis.testPooler.before(process.env.TEST_DATABASE_URL);
}
