import { chmod, chown, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The operating system account that PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where root keeps files for PostgreSQL's account when that account cannot enter the project's directory. */
export const SYSTEM_DIRECTORY = '/var/lib/waybill';

/**
 * The account for a new cluster; undefined means the one that runs Node. PostgreSQL refuses to run as root,
 * so root uses `postgres`, or `nobody` where that account is missing.
 */
export async function chooseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const entry = lines.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has neither a "postgres" nor a "nobody" account to run it. ' +
      'Start Waybill as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

/** The account that owns an existing cluster. Root adopts files that a copy left owned by root. */
export async function accountOf(directory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(directory);
  if (uid !== 0) return { uid, gid };
  const account = await chooseAccount();
  if (account) await giveTo(account, directory);
  return account;
}

/** Whether the account may enter the directory, by owner, group and mode of it and all its parents. */
export async function canEnter(account: Account, directory: string): Promise<boolean> {
  for (let path = await realpath(directory); ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** Creates a directory under {@link SYSTEM_DIRECTORY}, owned by root and enterable by everyone. */
export async function makeSystemDirectory(): Promise<void> {
  try {
    await mkdir(SYSTEM_DIRECTORY, { recursive: true });
    await chmod(SYSTEM_DIRECTORY, 0o755);
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as root, its own account cannot enter this directory, and ${SYSTEM_DIRECTORY} cannot be made. ` +
        'Set DATA_DIR to a directory every account can enter, such as /srv/waybill, or set DATABASE_URL.',
      { cause },
    );
  }
}

async function giveTo({ uid, gid }: Account, directory: string): Promise<void> {
  for (const path of await readdir(directory, { recursive: true }))
    await chown(join(directory, path), uid, gid);
  // Last, because the next start reads from the directory's owner whether this was finished.
  await chown(directory, uid, gid);
}
