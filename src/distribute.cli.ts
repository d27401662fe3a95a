import { StartError } from './common/start-error.js';
import { loadConfig } from './config.js';
import { distribute } from './database/distribution/distribute.js';

/** Spreads the database of `DATABASE_URL` over the nodes of its Citus cluster. */
async function main(): Promise<string> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = loadConfig();
  if (!DATABASE_URL) throw new StartError('Set DATABASE_URL to the coordinator of a Citus cluster.');
  await distribute(DATABASE_DIRECT_URL ?? DATABASE_URL);
  return 'Each organization lies on one node now. What does not work on Citus yet stands in docs/scaling.md.';
}

try {
  console.log(await main());
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
