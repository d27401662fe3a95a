import { Socket } from 'node:net';

type Done = (error?: Error | null) => void;

/**
 * A socket that sends what is written in one turn of the event loop as one piece: a pipeline costs one system call
 * and not one for each message. (Corking would do, if only a nested uncork did not let go of everything.)
 */
export class BatchingSocket extends Socket {
  private unsent: Uint8Array[] = [];

  override write(data: Uint8Array | string, done?: Done): boolean;
  override write(data: Uint8Array | string, encoding?: BufferEncoding, done?: Done): boolean;
  override write(data: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (typeof data !== 'string' && encoding === undefined && done === undefined) {
      if (this.unsent.push(data) === 1) process.nextTick(() => this.flush());
      return true;
    }
    this.flush();
    return typeof encoding === 'function' ? super.write(data, encoding) : super.write(data, encoding, done);
  }

  private flush(): void {
    const [first, ...others] = this.unsent;
    if (!first) return;
    this.unsent = [];
    if (this.writable) super.write(others.length === 0 ? first : Buffer.concat([first, ...others]));
  }
}
