import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sdk = dirname(fileURLToPath(import.meta.url));

/** Makes the command one file, which needs nothing but Node. */
export async function bundleCommand(outfile) {
  await build({
    entryPoints: [join(sdk, 'cli/waybill.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 160,
  });
}
