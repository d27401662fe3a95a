import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './packed.mjs';
import { sdk } from './support.mjs';

/** The tests' own table and server, for programs that run the published package. */
export async function testParts(folder) {
  const outfile = join(folder, 'faults.mjs');
  await build({
    stdin: {
      contents:
        "export { faults, openWorld } from './faults/index.js'; export { StubApi } from './stub-api.js';",
      resolveDir: join(sdk, 'test'),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile));
}

/** Meets every fault with the installed package. @returns rows of what the caller saw */
export async function meetAll(tarball, folder, { faults, openWorld }) {
  await install(tarball, folder);
  await writeFile(join(folder, 'main.mjs'), "export * from 'waybill-sdk';");
  const published = await import(pathToFileURL(join(folder, 'main.mjs')));
  const world = await openWorld(published);
  const rows = [];
  try {
    for (const { fault, meet, sees } of faults) {
      const seen = await meet(world);
      rows.push({ fault, seen: seen.replaceAll(world.folder, '…'), good: sees.test(seen) });
    }
  } finally {
    await world.close();
  }
  return rows;
}
