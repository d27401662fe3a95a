import type { Readable } from 'node:stream';
import type { ByteRange } from '../common/http/byte-ranges.js';

/** What was stored: its size in bytes and the SHA-256 of its bytes, in hexadecimal. */
export interface StoredFile {
  key: string;
  size: number;
  sha256: string;
}

/** A stored file on this machine's disk, until `release`. */
export interface LocalFile {
  path: string;
  release(): Promise<void>;
}

/** A file exceeded its caller's limit. Nothing of it is stored. */
export class FileTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes`);
    this.name = 'FileTooLargeError';
  }
}

/** Stores uploaded files by key (`imports/…`). Files are written once and never changed. */
export abstract class FileStore {
  /**
   * Stores the stream's content without buffering it in memory.
   * @throws FileTooLargeError
   */
  abstract put(key: string, content: Readable, options: { maxBytes: number }): Promise<StoredFile>;

  /** The file's bytes, or those of a part of it. The stream fails with `ENOENT` when there is no such file. */
  abstract read(key: string, range?: ByteRange): Readable;

  /** The file as a path, for readers that need to seek in it. */
  abstract local(key: string): Promise<LocalFile>;

  /** Deletes the file; a missing file is not an error. */
  abstract delete(key: string): Promise<void>;
}

const keyPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** @throws Error for a key that could refer to something outside the store */
export function assertKey(key: string): void {
  if (!keyPattern.test(key)) throw new Error('A file key may not leave its folder');
}
