import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const MiB = 1024 * 1024;
const mostAttempts = 500;

/** Why no disk can be made here; undefined when one can. */
export async function whyNoDisk() {
  const path = await mkdtemp(join(tmpdir(), 'waybill-disk-'));
  const refusal = mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path);
  if (!refusal) run('umount', path);
  await rmdir(path);
  return refusal && `no disk can be mounted (${refusal}); it needs root`;
}

/** A small disk of its own, to be filled and write-protected. */
export class SmallDisk {
  constructor(path, megabytes) {
    this.path = path;
    const refusal = mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path);
    if (refusal) throw new Error(refusal);
  }

  /** Takes every byte that is left. */
  fill() {
    const file = openSync(join(this.path, 'ballast'), 'a');
    try {
      for (let size = MiB; size >= 1; size = size >> 4) writeUntilFull(file, Buffer.alloc(size));
    } finally {
      closeSync(file);
    }
  }

  async free() {
    await rm(join(this.path, 'ballast'), { force: true });
  }

  /** Waits for a moment in which no file is being written. */
  async protect(isReadOnly) {
    for (let attempt = 1; ; attempt += 1) {
      const refusal = mount('-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, this.path);
      if (!refusal) return;
      if (attempt === mostAttempts) throw new Error(refusal);
      await delay(20);
    }
  }

  unmount() {
    return run('umount', this.path) && run('umount', '-l', this.path);
  }
}

function writeUntilFull(file, piece) {
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
  }
}

function mount(...args) {
  return run('mount', ...args);
}

/** @returns what it complains of; undefined when it did its work */
function run(command, ...args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}
