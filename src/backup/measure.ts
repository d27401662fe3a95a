import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** What a {@link Measure} has passed on. In COPY's text format every line is a row. */
export interface Measured {
  size: number;
  lines: number;
  sha256: string;
}

const lineFeed = 10;

/** Passes bytes on and computes their size, number of lines and SHA-256. */
export class Measure extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;
  private lines = 0;

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += piece.length;
    this.hash.update(piece);
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1)) this.lines += 1;
    done(null, piece);
  }

  /** To be called once, at the end. */
  result(): Measured {
    return { size: this.size, lines: this.lines, sha256: this.hash.digest('hex') };
  }
}
