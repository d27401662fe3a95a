import { readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SYSTEM_DIRECTORY } from './postgres-account.js';
import { identifyProcess } from './process-lock.js';

/** In a cluster outside `DATA_DIR`: the path of the link that points to it. */
const USER = 'used-by';
/** How many left databases are named, the longest unused first. */
const mostNamed = 5;

/**
 * Records which link points to a cluster outside `DATA_DIR`, so that an orphan is recognized once the link is
 * gone.
 */
export async function noteUser(home: string, link: string): Promise<void> {
  await writeFile(join(home, USER), link);
}

/**
 * Logs in one line the databases under {@link SYSTEM_DIRECTORY} that no known `DATA_DIR` uses: deleting a `DATA_DIR` that
 * only links to its database does not delete the database.
 */
export async function tellOfLeftClusters(
  log: (message: string) => void,
  folder = SYSTEM_DIRECTORY,
): Promise<void> {
  const left: { home: string; started: string }[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const home = join(folder, name);
    const version = await stat(join(home, 'data', 'PG_VERSION')).catch(() => undefined);
    if (!version || (await isUsed(home))) continue;
    const { mtime } = await stat(join(home, 'data'));
    left.push({ home, started: mtime.toISOString().slice(0, 10) });
  }
  if (left.length === 0) return;
  left.sort((a, b) => (a.started < b.started ? -1 : 1));
  const named = left.slice(0, mostNamed).map(({ home, started }) => `${home} (last started on ${started})`);
  log(
    `${left.length === 1 ? 'A database' : `${left.length} databases`} under ${folder} that no DATA_DIR is known to use: ` +
      `${named.join(', ')}${left.length > named.length ? ` and ${left.length - named.length} more` : ''}. ` +
      'Where the DATA_DIR is gone, remove its database with rm -r.',
  );
}

async function isUsed(home: string): Promise<boolean> {
  const pid = Number.parseInt(
    await readFile(join(home, 'data', 'postmaster.pid'), 'utf8').catch(() => ''),
    10,
  );
  if (pid > 0 && (await identifyProcess(pid)) !== undefined) return true;
  const link = await readFile(join(home, USER), 'utf8').catch(() => undefined);
  return link !== undefined && (await readlink(link).catch(() => undefined)) === home;
}
