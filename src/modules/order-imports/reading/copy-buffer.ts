const firstBytes = 512 * 1024;
const mostKept = 8;

/** Buffers that are transferred to another thread with a batch and return once it is written. */
export class SpareMemory {
  private readonly spare: ArrayBuffer[] = [];

  take(): Buffer<ArrayBuffer> {
    const memory = this.spare.pop();
    return memory ? Buffer.from(memory) : Buffer.allocUnsafeSlow(firstBytes);
  }

  giveBack(memory: ArrayBuffer): void {
    if (this.spare.length < mostKept) this.spare.push(memory);
  }
}

/** Lines of COPY text, encoded at once so that no string outlives its row. */
export class CopyBuffer {
  private bytes: Buffer<ArrayBuffer>;
  private length = 0;

  constructor(memory: SpareMemory) {
    this.bytes = memory.take();
  }

  add(line: string): void {
    // UTF-8 takes up to three bytes for a UTF-16 unit.
    const needed = this.length + line.length * 3;
    if (needed > this.bytes.length) this.grow(needed);
    this.length += this.bytes.write(line, this.length);
  }

  /** The lines so far, in memory that can be transferred to another thread. */
  take(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
