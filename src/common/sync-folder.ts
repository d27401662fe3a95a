import { open } from 'node:fs/promises';

/** Writes a folder's list of names to disk, so that a file renamed into it is still there after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders.
  if (process.platform === 'win32') return;
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}
