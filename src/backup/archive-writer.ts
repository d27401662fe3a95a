import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { StartError } from '../common/start-error.js';
import { LineMeasure, type MeasuredLines } from './measure-lines.js';

/** The fastest level; it shrinks rows to a fifth. */
const options = { compressionLevel: 1, forceZip64Format: true, mode: 0o100600 };

/** Writes a ZIP file. The file gets its name only when it is complete, and only its owner may read it. */
export class ArchiveWriter {
  private readonly zip = new yazl.ZipFile();
  private readonly written: Promise<void>;

  constructor(private readonly path: string) {
    const output = createWriteStream(this.unfinished, { flags: 'w', mode: 0o600, flush: true });
    this.written = pipeline(this.zip.outputStream, output);
    this.written.catch(() => undefined);
  }

  /** Adds a stream's content without buffering it in memory. */
  async add(name: string, content: Readable): Promise<MeasuredLines> {
    const measure = new LineMeasure();
    const read = pipeline(content, measure);
    this.zip.addReadStreamLazy(name, options, (give) => give(null, measure));
    // When the disk is full the output stops reading, so waiting for the stream alone would hang.
    await Promise.race([read, this.written.then(() => read)]).catch((error: unknown) => {
      content.destroy();
      throw error;
    });
    return measure.result();
  }

  /** Adds the last part and names the file. @throws StartError when a file of that name exists by now */
  async finish(name: string, content: Buffer): Promise<void> {
    this.zip.addBuffer(content, name, { mode: options.mode });
    this.zip.end();
    await this.written;
    await link(this.unfinished, this.path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? existing(this.path) : error;
    });
    await rm(this.unfinished);
  }

  /** Deletes what was written so far. */
  async discard(): Promise<void> {
    (this.zip.outputStream as Readable).destroy();
    await this.written.catch(() => undefined);
    await rm(this.unfinished, { force: true });
  }

  private get unfinished(): string {
    return `${this.path}.part`;
  }
}

export function existing(path: string): StartError {
  return new StartError(`${path} is there already. Name another file, or move that one away.`);
}
