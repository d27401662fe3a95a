import { createHash } from 'node:crypto';
import { Transform, Writable, type TransformCallback } from 'node:stream';
import { FileTooLargeError } from './file-store.js';

/** What a {@link Measure} has passed on: the size in bytes and the SHA-256 in hexadecimal. */
export interface Measured {
  size: number;
  sha256: string;
}

/** Passes bytes on and computes their size and SHA-256; fails with FileTooLargeError past `maxBytes`. */
export class Measure extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(private readonly maxBytes = Infinity) {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += piece.length;
    this.hash.update(piece);
    done(this.size > this.maxBytes ? new FileTooLargeError(this.maxBytes) : null, piece);
  }

  /** To be called once, at the end. */
  result(): Measured {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }
}

/** Reads a stream to its end and drops what it gets. */
export function discard(): Writable {
  return new Writable({ write: (_piece, _encoding, done) => done() });
}
