import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Longer than any work under a lock takes. */
const patienceMilliseconds = 90_000;

/** Does the work while no other process does any under the same file. What a process left behind is taken away. */
export async function exclusively<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mark = `${process.pid} ${randomUUID()}`;
  while (!(await taken(path, mark))) {
    await clearIfLeft(path);
    await delay(20 + Math.random() * 40);
  }
  try {
    return await work();
  } finally {
    if ((await readFile(path, 'utf8').catch(() => '')) === mark) await rm(path, { force: true });
  }
}

async function taken(path: string, mark: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(mark);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function clearIfLeft(path: string): Promise<void> {
  const [mark, info] = await Promise.all([
    readFile(path, 'utf8').catch(() => undefined),
    stat(path).catch(() => undefined),
  ]);
  if (mark === undefined || !info) return;
  const pid = Number.parseInt(mark, 10);
  const isLeft = Date.now() - info.mtimeMs > patienceMilliseconds || (pid > 0 && !isRunning(pid));
  if (!isLeft) return;
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  // Another process may have been quicker: then this is its lock, and goes back.
  const moved = await readFile(aside, 'utf8').catch(() => mark);
  if (moved !== mark) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
