import { StartError } from './common/start-error.js';
import { loadConfig } from './config.js';
import { distribute } from './database/distribution/distribute.js';
import { openServer } from './database/open-database.js';

/** Spreads the database of `DATABASE_URL` over the nodes of its Citus cluster. */
async function main(): Promise<string> {
  const config = loadConfig();
  if (!config.DATABASE_URL) throw new StartError('Set DATABASE_URL to the coordinator of a Citus cluster.');
  const { directUrl } = await openServer(config, () => undefined);
  await distribute(directUrl);
  return 'Each organization lies on one node now. What does not work on Citus yet stands in docs/scaling.md.';
}

try {
  console.log(await main());
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
