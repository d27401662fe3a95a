/**
 * Runs before `npm start` and `npm test`: installs the dependencies when they are missing or older than
 * package-lock.json, then builds. Needs no package itself, and runs on any Node since 20.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { projectNode, root } from './project-node.mjs';

ensureInstalled(root, 'the dependencies of package-lock.json');

// With `exec` in the scripts npm's signals reach the server itself. Windows has no such command, so it is added.
if (process.platform === 'win32') writeFileSync(join(root, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n');

const { status } = spawnSync(projectNode(), [join(root, 'tools/build.mjs')], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
