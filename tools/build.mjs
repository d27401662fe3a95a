/** Compiles `src` and `migrations` into `build`, deletes output without a source, and bundles what runs into `dist`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { projectNode, root } from './project-node.mjs';

/** Otherwise a renamed migration or job would run twice. */
function removeOrphans(output, source, except = []) {
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    const path = join(output, entry.name);
    if (entry.name.startsWith('.') || except.includes(entry.name)) continue;
    if (entry.isDirectory() && existsSync(join(source, entry.name)))
      removeOrphans(path, join(source, entry.name));
    else if (entry.isDirectory()) rmSync(path, { recursive: true });
    else if (!existsSync(join(source, entry.name.replace(/\.js(\.map)?$/, '.ts')))) rmSync(path);
  }
}

removeOrphans(join(root, 'build'), join(root, 'src'), ['migrations']);
removeOrphans(join(root, 'build/migrations'), join(root, 'migrations'));

const tsc = join(root, 'node_modules/typescript/bin/tsc');
for (const project of ['tsconfig.build.json', 'tsconfig.migrations.json']) {
  const { status } = spawnSync(projectNode(), [tsc, '-p', project], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

await bundle();
