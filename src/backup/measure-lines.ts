import type { TransformCallback } from 'node:stream';
import { Measure, type Measured } from '../files/measure.js';

const lineFeed = 10;

/** What a {@link LineMeasure} has passed on. In COPY's text format every line is a row. */
export interface MeasuredLines extends Measured {
  lines: number;
}

/** Counts lines as well. */
export class LineMeasure extends Measure {
  private lines = 0;

  override _transform(piece: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1)) this.lines += 1;
    super._transform(piece, encoding, done);
  }

  override result(): MeasuredLines {
    return { ...super.result(), lines: this.lines };
  }
}
