import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../common/sync-folder.js';
import type { ByteRange } from '../common/http/byte-ranges.js';
import { assertKey, FileStore, type LocalFile, type StoredFile } from './file-store.js';
import { Measure } from './measure.js';

const unfinishedEnding = '.part';

/** Files in a folder. A file gets its name when it is complete, and is on disk, with its name, when `put` returns. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, content: Readable, { maxBytes }: { maxBytes: number }): Promise<StoredFile> {
    const path = this.pathOf(key);
    const unfinished = path + unfinishedEnding;
    const measure = new Measure(maxBytes);
    const folder = dirname(path);
    const firstMade = await mkdir(folder, { recursive: true });
    try {
      await pipeline(content, measure, createWriteStream(unfinished, { flush: true }));
      await rename(unfinished, path);
      await syncFolder(folder);
      if (firstMade !== undefined) await syncFolder(dirname(firstMade));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { key, ...measure.result() };
  }

  read(key: string, range?: ByteRange): Readable {
    return createReadStream(this.pathOf(key), range);
  }

  local(key: string): Promise<LocalFile> {
    return Promise.resolve({ path: this.pathOf(key), release: () => Promise.resolve() });
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** The keys of all complete files. */
  async keys(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      },
    );
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith(unfinishedEnding))
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.folder, key);
  }
}
