import { resolve } from 'node:path';
import { makeBackup } from './backup/make-backup.js';
import type { Manifest } from './backup/manifest.js';
import { restoreBackup } from './backup/restore-backup.js';
import { StartError } from './common/start-error.js';
import { loadConfig } from './config.js';

const usage = 'Name one file: npm run backup -- FILE, or npm run restore -- FILE';

/** `backup FILE` saves database and files in one archive; `restore FILE` restores them into an empty database. */
async function main([command, ...files]: string[], signal: AbortSignal): Promise<string> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new StartError(usage);
  // npm changes the working directory; relative paths are meant from where it was called.
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  const config = loadConfig();
  switch (command) {
    case 'backup':
      return `Saved in ${path}: ${summary(await makeBackup(path, config, signal))}`;
    case 'restore':
      return `Restored from ${path}: ${summary(await restoreBackup(path, config, signal))}\nStart with: npm start`;
    default:
      throw new StartError(usage);
  }
}

function summary({ tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const kept =
    files.kept === 'here' ? `${files.list.length} files` : `files stay in the bucket ${files.bucket}`;
  return `${rows} rows of ${tables.length} tables, ${kept}.`;
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => interrupted.abort(new StartError('Interrupted; nothing was kept.')));

try {
  console.log(await main(process.argv.slice(2), interrupted.signal));
} catch (error) {
  // Errors of the operating system (no space left, no permission) need no stack either.
  const isPlain = error instanceof StartError || (error instanceof Error && 'syscall' in error);
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
}
