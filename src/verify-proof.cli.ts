import { resolve } from 'node:path';
import { StartError } from './common/start-error.js';
import { verifyArchive } from './modules/proofs/archive/verify-archive.js';

const usage = 'Name one file: npm run verify-proof -- FILE.zip [ORDER_ID=PROOF_HASH …]';

/** Checks an archive of proof without a server or a database; false when something is not as it was recorded. */
async function main([file, ...told]: string[]): Promise<boolean> {
  const known = told.map((pair) => /^([0-9a-f-]{36})=([0-9a-f]{64})$/i.exec(pair.toLowerCase()));
  if (file === undefined || known.includes(null)) throw new StartError(usage);
  // npm changes the working directory; relative paths are meant from where it was called.
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  const hashes = new Map(known.map((pair) => [pair![1]!, pair![2]!]));
  const { faults, orders, pictures, entries, erased } = await verifyArchive(path, hashes).catch(
    (error: Error) => {
      throw new StartError(`${path} is no archive of proof that can be checked: ${error.message}`);
    },
  );
  const kept = `orders: ${orders}, pictures: ${pictures}, entries: ${entries}`;
  // Nobody can tell any more what they were; that they were there can be told.
  const what =
    erased === 0 ? kept : `${kept}, of which erased as privacy law asks, and not to be checked: ${erased}`;
  if (faults.length === 0)
    console.log(`${file}: ${what}. ${erased === 0 ? 'Everything' : 'The rest'} is as it was recorded.`);
  else {
    console.error(`${file}: ${what}. ${faults.length} not as recorded:`);
    for (const fault of faults) console.error(`  ${fault}`);
  }
  return faults.length === 0;
}

try {
  if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
