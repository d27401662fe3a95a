import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { StartError } from '../common/start-error.js';
import { Measure, type Measured } from './measure.js';

/** Fast, and small enough: rows shrink to a fifth. */
const options = { compressionLevel: 1, forceZip64Format: true, mode: 0o100600 };

/** A ZIP file in the making. It has its name only once it is whole, and nobody else may read it. */
export class ArchiveWriter {
  private readonly zip = new yazl.ZipFile();
  private readonly written: Promise<void>;

  constructor(private readonly path: string) {
    const output = createWriteStream(this.unfinished, { flags: 'w', mode: 0o600, flush: true });
    this.written = pipeline(this.zip.outputStream, output);
    this.written.catch(() => undefined);
  }

  /** Adds what the stream gives, without holding it in memory. */
  async add(name: string, content: Readable): Promise<Measured> {
    const measure = new Measure();
    const read = pipeline(content, measure);
    this.zip.addReadStreamLazy(name, options, (give) => give(null, measure));
    // When the disk is full nobody reads any more, so waiting for the reader alone would be for ever.
    await Promise.race([read, this.written.then(() => read)]).catch((error: unknown) => {
      content.destroy();
      throw error;
    });
    return measure.result();
  }

  /** Adds the last part and gives the file its name. @throws StartError when there is such a file by now */
  async finish(name: string, content: Buffer): Promise<void> {
    this.zip.addBuffer(content, name, { mode: options.mode });
    this.zip.end();
    await this.written;
    await link(this.unfinished, this.path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? existing(this.path) : error;
    });
    await rm(this.unfinished);
  }

  /** Leaves nothing. */
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
