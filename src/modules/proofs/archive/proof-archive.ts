import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { FileStore } from '../../../files/file-store.js';
import { opened } from '../../../files/opened.js';
import { scratchFolder } from '../../../files/scratch-folder.js';
import { pictureKey } from '../picture-files.js';
import { toEntry } from '../proofs.dto.js';
import type { ProofRow } from '../proofs.queries.js';
import {
  folderOf,
  manifestName,
  picturePath,
  type ArchivedOrder,
  type ProofManifest,
} from './proof-manifest.js';

/** An order and its chain, which may be empty. */
export interface OrderChain {
  order: { id: string; externalId: string | null };
  rows: readonly ProofRow[];
}

/**
 * A zip of the pictures of many orders and of a manifest with their chains. One picture is open at a time, and the
 * manifest grows on disk, so that memory holds no more than the zip’s own directory.
 */
export function proofArchive(
  pages: AsyncIterable<OrderChain[]>,
  files: FileStore,
  signal: AbortSignal,
): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const fail = (error: Error) => output.destroy(error);
  (zip as unknown as NodeJS.EventEmitter).on('error', fail);
  zip.outputStream.pipe(output);
  new ArchiveWriter(zip, files, signal).write(pages).catch(fail);
  return output;
}

class ArchiveWriter {
  private ordersWithoutProof = 0;
  private separator = '';

  constructor(
    private readonly zip: ZipFile,
    private readonly files: FileStore,
    private readonly signal: AbortSignal,
  ) {}

  async write(pages: AsyncIterable<OrderChain[]>): Promise<void> {
    const folder = await scratchFolder();
    try {
      const path = join(folder, manifestName);
      await pipeline(this.writePictures(pages), createWriteStream(path), { signal: this.signal });
      await this.add(manifestName, createReadStream(path), true);
      this.zip.end();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Yields the manifest meanwhile. */
  private async *writePictures(pages: AsyncIterable<OrderChain[]>): AsyncGenerator<string, void, void> {
    const head: Pick<ProofManifest, 'format' | 'madeAt'> = { format: 1, madeAt: new Date().toISOString() };
    yield `${JSON.stringify(head).slice(0, -1)},"orders":[`;
    for await (const page of pages) {
      for (const chain of page) {
        if (chain.rows.length === 0) this.ordersWithoutProof += 1;
        else {
          yield `${this.separator}\n${JSON.stringify(await this.writeOrder(chain))}`;
          this.separator = ',';
        }
      }
    }
    yield `\n],"ordersWithoutProof":${this.ordersWithoutProof}}\n`;
  }

  private async writeOrder({ order, rows }: OrderChain): Promise<ArchivedOrder> {
    const folder = folderOf(order);
    const chain = rows.map(toEntry);
    const missing: string[] = [];
    for (const [index, row] of rows.entries()) {
      const path = picturePath(folder, chain[index]!);
      if (path === undefined) continue;
      const content = await opened(this.files.read(pictureKey(row.id)));
      if (content) await this.add(path, content);
      else missing.push(path);
    }
    const { id: orderId, externalId } = order;
    return { orderId, externalId, folder, proofHash: chain.at(-1)!.hash, chain, missing };
  }

  /** Resolves when the zip has taken the whole file, which it does no faster than its reader reads. */
  private async add(path: string, content: Readable, compress = false): Promise<void> {
    try {
      // JPEGs do not get smaller.
      this.zip.addReadStream(content, path, { compress });
      await finished(content, { signal: this.signal });
    } finally {
      content.destroy();
    }
  }
}
