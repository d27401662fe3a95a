import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { StartError } from '../common/start-error.js';
import { discard } from '../files/measure.js';
import { fileEntry, manifest, manifestName, secretName, tableEntry, type Manifest } from './manifest.js';
import { LineMeasure, type MeasuredLines } from './measure-lines.js';

/** An archive that has been verified: it contains exactly the parts its manifest lists, byte for byte. */
export class ArchiveReader {
  private constructor(
    private readonly path: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: Manifest,
  ) {}

  /** @throws StartError when the file is missing, truncated or changed */
  static async open(path: string): Promise<ArchiveReader> {
    const zip = await yauzl
      .openPromise(path, { autoClose: false, lazyEntries: true })
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === 'ENOENT'
          ? new StartError(`There is no file ${path}.`)
          : broken(path, 'its end is missing');
      });
    try {
      const entries = await entriesOf(zip);
      const draft = new ArchiveReader(path, zip, entries, undefined as never);
      const text = await draft.text(manifestName);
      const parsed = manifest.safeParse(jsonOf(text));
      if (!parsed.success) throw broken(path, `its ${manifestName} is not one this Waybill can read`);
      const archive = new ArchiveReader(path, zip, entries, parsed.data);
      await archive.verify();
      return archive;
    } catch (error) {
      zip.close();
      throw error instanceof StartError ? error : broken(path, (error as Error).message);
    }
  }

  async read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw broken(this.path, `${name} is missing`);
    return this.zip.openReadStreamPromise(entry);
  }

  async text(name: string): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of await this.read(name)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString();
  }

  close(): void {
    this.zip.close();
  }

  private async verify(): Promise<void> {
    const expected = new Map<string, Partial<MeasuredLines>>();
    for (const { name, rows, size, sha256 } of this.manifest.tables)
      expected.set(tableEntry(name), { size, sha256, lines: rows });
    const { files, secret } = this.manifest;
    if (files.kept === 'here')
      for (const { key, size, sha256 } of files.list) expected.set(fileEntry(key), { size, sha256 });
    if (secret) expected.set(secretName, secret);

    const stray = [...this.entries.keys()].find((name) => name !== manifestName && !expected.has(name));
    if (stray) throw broken(this.path, `it holds ${stray}, which nobody put there`);
    for (const [name, wanted] of expected) {
      const found = await this.measure(name);
      const isSame = Object.entries(wanted).every(
        ([what, value]) => found[what as keyof MeasuredLines] === value,
      );
      if (!isSame) throw broken(this.path, `${name} is not what was saved`);
    }
  }

  private async measure(name: string): Promise<MeasuredLines> {
    const measure = new LineMeasure();
    await pipeline(await this.read(name), measure, discard()).catch(() => {
      throw broken(this.path, `${name} cannot be read`);
    });
    return measure.result();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function broken(path: string, why: string): StartError {
  return new StartError(`${path} is no whole backup: ${why}. Nothing was restored; use another one.`);
}
