/** Makes `sdk/dist`: one file each for ES modules and CommonJS, with their types, and the command. */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommand } from './bundle-command.mjs';

const sdk = dirname(fileURLToPath(import.meta.url));
const dist = join(sdk, 'dist');
rmSync(dist, { recursive: true, force: true });

for (const [format, folder] of [
  ['esm', 'esm'],
  ['cjs', 'cjs'],
]) {
  await build({
    entryPoints: [join(sdk, 'src/index.ts')],
    outfile: join(dist, folder, 'index.js'),
    bundle: true,
    format,
    platform: 'neutral',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    // Node prints the line of an uncaught error.
    lineLimit: 160,
    sourcemap: true,
  });
}

const command = join(dist, 'cli/waybill.mjs');
await bundleCommand(command);
chmodSync(command, 0o755);

const tsc = join(sdk, '../node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', join(sdk, 'tsconfig.json')], { stdio: 'inherit' });

// The same types stand for CommonJS where the folder says that it is.
const types = readdirSync(join(dist, 'esm'), { recursive: true }).filter((name) => name.endsWith('.d.ts'));
for (const name of types) {
  mkdirSync(dirname(join(dist, 'cjs', name)), { recursive: true });
  cpSync(join(dist, 'esm', name), join(dist, 'cjs', name));
}
cpSync(join(sdk, '../LICENSE'), join(sdk, 'LICENSE'));
writeFileSync(join(dist, 'cjs/package.json'), '{ "type": "commonjs" }\n');
