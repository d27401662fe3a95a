import { ensureProgram } from './ensure-program.mjs';
import { startTestPostgres } from './test-postgres.mjs';

/** One PostgreSQL for the run and one migrated template in it; every suite clones its own database from that. */
export default async function globalSetup() {
  ensureProgram('redis-server', 'the tests');
  globalThis.stopTestPostgres = await startTestPostgres();
}
