import { readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SYSTEM_DIRECTORY } from './postgres-account.js';
import { identifyProcess } from './process-lock.js';

/** In a cluster outside `DATA_DIR`: the path of the link that points to it. */
const USER = 'used-by';

/**
 * Records which link points to a cluster outside `DATA_DIR`, so that an orphan is recognized once the link is
 * gone.
 */
export async function noteUser(home: string, link: string): Promise<void> {
  await writeFile(join(home, USER), link);
}

/**
 * Logs the databases under {@link SYSTEM_DIRECTORY} that no known `DATA_DIR` uses: deleting a `DATA_DIR` that
 * only links to its database does not delete the database.
 */
export async function tellOfLeftClusters(
  log: (message: string) => void,
  folder = SYSTEM_DIRECTORY,
): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const home = join(folder, name);
    const version = await stat(join(home, 'data', 'PG_VERSION')).catch(() => undefined);
    if (!version || (await isUsed(home))) continue;
    const { mtime } = await stat(join(home, 'data'));
    log(
      `${home} holds a database, last started on ${mtime.toISOString().slice(0, 10)}, that no DATA_DIR is known to use. ` +
        `If its DATA_DIR is gone, remove it: rm -r ${home}`,
    );
  }
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
