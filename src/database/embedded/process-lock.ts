import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LOCK_TIMEOUT_MS = 180_000;

/**
 * `<pid> <start time>`, which distinguishes a process from a later one with the same pid (start time on Linux
 * only, `-` elsewhere). Undefined when the process is gone or a zombie.
 */
export async function identifyProcess(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return undefined;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return `${pid} -`;
  // The command in parentheses may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${pid} ${fields[19] ?? '-'}`;
}

/**
 * Runs `action` while holding the lock file, which excludes other processes. A dead holder's lock is taken
 * over. `claim` is a file that already names this process (see {@link hold}): with it, locking works on a
 * full disk.
 */
export async function withLock<T>(file: string, action: () => Promise<T>, claim?: string): Promise<T> {
  const own = `${file}.${randomUUID()}`;
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  let candidate = claim ?? own;
  try {
    if (!claim) await writeFile(own, await ownIdentity());
    for (;;) {
      const taken = await tryLink(candidate, file);
      if (taken === 'yes') break;
      if (taken === 'other disk') {
        await writeFile((candidate = own), await ownIdentity());
        continue;
      }
      const holder = await readFile(file, 'utf8').catch(ignoreMissing);
      if (holder !== undefined && !(await isAlive(holder))) await removeStale(file, holder);
      else if (Date.now() > deadline) {
        throw new Error(
          `${file} has been held by process ${holder} for ${LOCK_TIMEOUT_MS / 1000} s. ` +
            'If that is no Waybill process, delete the file and start again.',
        );
      } else await delay(25);
    }
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

/** Records under `directory` that this process uses a shared resource, until the returned file is removed. */
export async function hold(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, randomUUID());
  await writeFile(file, await ownIdentity());
  return file;
}

/** Pids of the living processes that hold `directory`; removes the records of dead ones. */
export async function listHolders(directory: string): Promise<number[]> {
  const pids: number[] = [];
  for (const name of (await readdir(directory).catch(ignoreMissing)) ?? []) {
    const file = join(directory, name);
    const holder = await readFile(file, 'utf8').catch(ignoreMissing);
    if (holder !== undefined && (await isAlive(holder))) pids.push(pidOf(holder));
    else await rm(file, { force: true });
  }
  return pids;
}

export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

export function ignoreMissing(error: unknown): undefined {
  if (errorCode(error) !== 'ENOENT') throw error;
}

async function ownIdentity(): Promise<string> {
  return (await identifyProcess(process.pid)) ?? `${process.pid} -`;
}

function pidOf(identity: string): number {
  return Number.parseInt(identity, 10);
}

async function isAlive(identity: string): Promise<boolean> {
  const pid = pidOf(identity);
  return pid > 0 && (await identifyProcess(pid)) === identity;
}

async function tryLink(from: string, to: string): Promise<'yes' | 'no' | 'other disk'> {
  try {
    // A hard link appears with its content, so a kill never leaves a lock without a holder's name.
    await link(from, to);
    return 'yes';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return 'no';
    if (code === 'EXDEV') return 'other disk';
    throw error;
  }
}

async function removeStale(file: string, holder: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    // Another process may have taken over the lock since it was read: put it back.
    if ((await readFile(aside, 'utf8')) !== holder) await tryLink(aside, file);
    await rm(aside, { force: true });
  } catch (error) {
    ignoreMissing(error);
  }
}
